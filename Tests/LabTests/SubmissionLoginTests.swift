import AuditModel
import AuditTesting
import Foundation
import Testing

/// `mailaudit probe` at postfix, exim and dovecot: every account by every mechanism, rules about senders and names; then
/// a search of all that was written for the passwords.
@Suite(
  .enabled(if: SubmissionLab.isRunning, "script/lab run starts postfix, exim and dovecot"), .serialized, .takesTurns)
struct SubmissionLoginTests {
  /// An account, a mechanism, and a place that has both.
  struct Login: Sendable, CustomTestStringConvertible {
    let account: SubmissionLab.Account
    let mechanism: String
    let place: String
    var testDescription: String { "\(account.user) \(mechanism) \(place)" }
  }

  static let logins = SubmissionLab.accounts.flatMap { account in
    account.mechanisms.flatMap { mechanism in
      places(account, mechanism).map { Login(account: account, mechanism: mechanism, place: $0) }
    }
  }

  /// dovecot's accounts are those of postfix; exim knows passwords only, and three mechanisms.
  private static func places(_ account: SubmissionLab.Account, _ mechanism: String) -> [String] {
    let isExims = account.scheme == "PLAIN" && ["PLAIN", "LOGIN", "CRAM-MD5"].contains(mechanism)
    return ["submit.apps.test:587", "submit.apps.test:465", "dovecot.apps.test:587"]
      + (isExims && hasExim ? ["exim.apps.test:587", "exim.apps.test:465"] : [])
  }

  private static let hasExim =
    (try? String(contentsOf: URL(filePath: "\(SubmissionLab.folder?.path ?? "")/listening"), encoding: .utf8))?
    .contains("198.51.100.133") == true

  private static func probe(
    _ server: String, _ account: SubmissionLab.Account? = nil, from sender: String, helo: String = "wiki.apps.test",
    secret: String? = nil, _ options: String...
  ) async throws -> ProbeRun {
    let login = account.map { ["--user", $0.user] } ?? []
    return try await ProbeRun(
      server,
      ["--ca-file", SubmissionLab.root, "--helo", helo, "--from", sender, "--to", "admin@example.net"] + login
        + options,
      secret: secret ?? account?.secret)
  }

  @Test(arguments: logins)
  func everyMechanismLogsIn(login: Login) async throws {
    let run = try await Self.probe(
      login.place, login.account, from: login.account.senders[0], "--auth", login.mechanism)
    let failed = run.facts.steps.filter { $0.verdict == .fail }.map(\.name)
    #expect(failed.isEmpty, "\(run.facts.transcript.joined(separator: "\n")) \(run.errors)")
    for check in ["SUBMIT-AUTH", "SUBMIT-SENDER", "SUBMIT-RECIPIENT", "SUBMIT-TLS", "TLS-CERT-VALID"] {
      #expect(run.facts.verdicts.contains { $0.check == check && $0.verdict == .pass }, "\(check) \(run.errors)")
    }
  }

  /// What is tried, and what is to come of it.
  struct Trial: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: String
    var user: String?
    var sender = "wiki@apps.test"
    var helo = "wiki.apps.test"
    var secret: String?
    var foreign: String?
    let mandatory: [String: Verdict]
    let says: String
  }

  static let trials = [
    Trial(
      testDescription: "a wrong password", place: "submit.apps.test:587", user: "wiki@apps.test",
      secret: "Pumpernickel-77",
      mandatory: ["SUBMIT-AUTH": .fail], says: "535 5.7.8"),
    Trial(
      testDescription: "a token that ended", place: "submit.apps.test:465", user: "token@apps.test", secret: "expired",
      mandatory: ["SUBMIT-AUTH": .fail], says: "535"),
    Trial(
      testDescription: "the sender of somebody else", place: "submit.apps.test:587", user: "wiki@apps.test",
      sender: "gitlab@apps.test", mandatory: ["SUBMIT-AUTH": .pass, "SUBMIT-SENDER": .fail],
      says: "not owned by user wiki@apps.test"),
    Trial(
      testDescription: "the sender of somebody else, exim", place: "exim.apps.test:587", user: "wiki@apps.test",
      sender: "gitlab@apps.test", mandatory: ["SUBMIT-AUTH": .pass, "SUBMIT-SENDER": .fail], says: "is not owned by"),
    Trial(
      testDescription: "postfix ties a colleague's address to its login", place: "submit.apps.test:587",
      user: "wiki@apps.test", foreign: "gitlab@apps.test", mandatory: ["AUTH-SENDER-BINDING": .pass],
      says: "not owned by user wiki@apps.test"),
    Trial(
      testDescription: "postfix lets nobody use an address of nobody, at once", place: "submit.apps.test:465",
      user: "wiki@apps.test", foreign: "chief@elsewhere.test", mandatory: ["AUTH-SENDER-BINDING": .pass],
      says: "not owned by user wiki@apps.test"),
    Trial(
      testDescription: "exim ties senders to logins", place: "exim.apps.test:587", user: "wiki@apps.test",
      foreign: "gitlab@apps.test", mandatory: ["AUTH-SENDER-BINDING": .pass], says: "is not owned by"),
    Trial(
      testDescription: "postfix without reject_sender_login_mismatch", place: "submit.apps.test:2525",
      user: "wiki@apps.test", foreign: "gitlab@apps.test",
      mandatory: ["SUBMIT-SENDER": .pass, "AUTH-SENDER-BINDING": .warn], says: "another address of the domain"),
    Trial(
      testDescription: "dovecot's service lets everybody send as anybody", place: "dovecot.apps.test:587",
      user: "wiki@apps.test", foreign: "chief@elsewhere.test",
      mandatory: ["SUBMIT-SENDER": .pass, "AUTH-SENDER-BINDING": .warn], says: "an address of another domain"),
    Trial(
      testDescription: "no login", place: "submit.apps.test:587", mandatory: ["SUBMIT-SENDER": .fail],
      says: "not logged in"),
    Trial(
      testDescription: "port 25 relays for nobody", place: "submit.apps.test:25",
      mandatory: ["SUBMIT-SENDER": .pass, "SUBMIT-RECIPIENT": .fail], says: "Relay access denied"),
    Trial(
      testDescription: "port 25 of exim relays for nobody", place: "exim.apps.test:25",
      mandatory: ["SUBMIT-RECIPIENT": .fail], says: "relay not permitted"),
    Trial(
      testDescription: "a name that is not there, at once", place: "submit.apps.test:465", user: "wiki@apps.test",
      helo: "nonesuch.apps.test", mandatory: ["SUBMIT-EHLO": .fail], says: "Helo command rejected"),
    Trial(
      testDescription: "a name that is not there, behind RCPT TO", place: "submit.apps.test:587",
      user: "wiki@apps.test",
      helo: "nonesuch.apps.test", mandatory: ["SUBMIT-AUTH": .pass, "SUBMIT-EHLO": .fail], says: "Helo command rejected"
    ),
    Trial(
      testDescription: "an expired certificate", place: "expired.apps.test:587", user: "wiki@apps.test",
      mandatory: ["TLS-CERT-VALID": .fail, "SUBMIT-AUTH": .unknown], says: "expired"),
    Trial(
      testDescription: "a certificate for another name", place: "othername.apps.test:465", user: "wiki@apps.test",
      mandatory: ["TLS-CERT-VALID": .fail, "SUBMIT-AUTH": .unknown], says: "mail.elsewhere.test"),
    Trial(
      testDescription: "IPv6 leads nowhere", place: "halfway.apps.test:587", user: "wiki@apps.test",
      mandatory: ["SUBMIT-CONNECT": .warn, "SUBMIT-AUTH": .pass], says: "2001:db8:587::ffff"),
    Trial(
      testDescription: "a name without addresses", place: "nowhere.apps.test:587",
      mandatory: ["SUBMIT-HOST": .fail], says: "no address")
  ]

  @Test(arguments: trials)
  func rulesAreTold(trial: Trial) async throws {
    let account = trial.user.flatMap { user in SubmissionLab.accounts.first { $0.user == user } }
    var secret = trial.secret
    var options: [String] = []
    if secret == "expired", let folder = SubmissionLab.folder {
      secret = try String(contentsOf: folder.appending(path: "token.expired"), encoding: .utf8)
      options = ["--auth", "XOAUTH2"]
    }
    if let foreign = trial.foreign { options += ["--foreign-from", foreign] }
    let login = account.map { ["--user", $0.user] } ?? []
    let run = try await ProbeRun(
      trial.place,
      ["--ca-file", SubmissionLab.root, "--helo", trial.helo, "--from", trial.sender, "--to", "admin@example.net"]
        + login + options, secret: account == nil ? nil : secret ?? account?.secret)
    for (check, verdict) in trial.mandatory {
      let said = run.facts.verdicts.filter { $0.check == check }.map(\.verdict)
      #expect(said == [verdict], "\(check): \(run.facts.transcript.joined(separator: "\n")) \(run.errors)")
    }
    #expect(run.text.contains(trial.says), "\(run.text)")
  }

  @Test func aTestMessageArrives() async throws {
    let account = try #require(SubmissionLab.accounts.first)
    let run = try await Self.probe("submit.apps.test:587", account, from: account.senders[0], "--send-test")
    let step = try #require(run.facts.results["sent"], "\(run.facts.transcript) \(run.errors)")
    let id = try #require(step.split(separator: " ").last.map(String.init))
    let mail = try #require(SubmissionLab.folder).appending(path: "mail/all/new")
    func isThere() -> Bool {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: mail.path)) ?? []
      return names.contains { name in
        (try? String(contentsOf: mail.appending(path: name), encoding: .utf8))?.contains(id) == true
      }
    }
    let end = ContinuousClock.now + .seconds(60)
    while !isThere(), .now < end { try await Task.sleep(for: .milliseconds(100)) }
    #expect(isThere())
  }
}
