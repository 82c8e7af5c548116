import AuditModel
import AuditTesting
import Foundation
import SMTPSubmission
import Testing

/// The scripted submission servers by the command at real ports, and then everything that was written: no password in it.
@Suite(.enabled(if: SubmissionLab.hasDialogues, "script/lab run starts the servers"), .takesTurns)
struct SubmissionSecrecyTests {
  /// The issuer of the certificates of the examples.
  private static let root: String? = {
    let file = URL.temporaryDirectory.appending(path: "mailaudit-root-\(UUID().uuidString).pem")
    return (try? Data(LabMail.rootText.utf8).write(to: file)) == nil ? nil : file.path
  }()

  @Test(arguments: Dialogues.all)
  func theCommandSaysWhatGoesWrong(scenario: DialogueScenario) async throws {
    let root = try #require(Self.root)
    let host = scenario.isByAddress ? "\(scenario.address)" : "\(scenario.host)"
    var options = ["--ca-file", root, "--tls", scenario.security.rawValue, "--helo", scenario.clientName]
    for (option, value) in [
      ("--user", scenario.user), ("--from", scenario.sender), ("--to", scenario.recipient),
      ("--foreign-from", scenario.foreignSender)
    ] {
      if let value { options += [option, value] }
    }
    if scenario.isTriedAgain { options += ["--wait", "1s"] }
    let run = try await ProbeRun(
      "\(host):\(scenario.port)", options, secret: scenario.user == nil ? nil : DialogueScenario.password)
    scenario.expect(of: run.facts)
    #expect(run.errors.isEmpty)
  }
}

/// The search for passwords.
@Suite(.enabled(if: SubmissionLab.isRunning, "script/lab run starts postfix, exim and dovecot"), .takesTurns)
struct SubmissionSearchTests {
  @Test func theSearchFindsWhatItSeeks() {
    let forms = SecretForms(user: "wiki@apps.test", password: "Zwiebelkuchen-4711")
    let leaks = [
      "x Zwiebelkuchen-4711 y", "AUTH PLAIN " + Data("\0wiki@apps.test\0Zwiebelkuchen-4711".utf8).base64EncodedString(),
      Data("ab Zwiebelkuchen-4711 cd".utf8).base64EncodedString(),
      Data("a Zwiebelkuchen-4711".utf8).base64EncodedString(), "5a77696562656c6b756368656e2d34373131"
    ]
    for leak in leaks { #expect(forms.found(in: leak) != nil, "\(leak)") }
    #expect(forms.found(in: "AUTH PLAIN [redacted]") == nil)
  }

  /// Every run of the command is searched (``ProbeRun``): here those in the other format, and the logs of the servers.
  @Test func nothingHoldsAPassword() async throws {
    let account = try #require(SubmissionLab.accounts.first)
    for mechanism in account.mechanisms {
      let run = try await ProbeRun(
        "submit.apps.test:587",
        [
          "--ca-file", SubmissionLab.root, "--user", account.user, "--from", account.senders[0], "--to",
          "admin@example.net", "--auth", mechanism, "--format", "text"
        ], secret: account.secret)
      #expect(run.text.contains("235"), "\(run.errors)")
    }
    let state = try #require(SubmissionLab.folder).deletingLastPathComponent()
    let logs = try FileManager.default.contentsOfDirectory(atPath: state.path).filter { $0.hasSuffix(".log") }
    #expect(logs.count > 3)
    #expect(SubmissionLab.leaks(in: logs.map { state.appending(path: $0) }) == [])
  }
}
