import AuditModel
import AuditTesting
import Checks
import Foundation
import Testing

/// The submission servers that `script/lab` started.
enum SubmissionLab {
  private static let environment = ProcessInfo.processInfo.environment

  /// The folder of their root, tokens and maildir, when they run.
  static let folder = environment["MAILAUDIT_LAB_SUBMISSION"].map { URL(filePath: $0) }

  /// Whether the real ones run.
  static let isRunning = folder != nil

  /// Whether the scripted ones run.
  static let hasDialogues = environment["MAILAUDIT_LAB_DIALOGUES"] != nil

  /// The accounts.
  static let accounts: [Account] = {
    let path = Dialogues.folder.deletingLastPathComponent().appending(path: "accounts.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Account.init)
  }()

  /// Who logs in.
  struct Account: Sendable {
    let user: String
    let password: String
    let scheme: String
    let mechanisms: [String]
    let senders: [String]

    init?(_ line: Substring) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 5 else { return nil }
      (user, password, scheme) = (words[0], words[1], words[2])
      (mechanisms, senders) = (
        words[3].split(separator: ",").map(String.init), words[4].split(separator: ",").map(String.init)
      )
    }

    /// The password, or the access token.
    var secret: String {
      guard scheme == "TOKEN", let folder = SubmissionLab.folder else { return password }
      return (try? String(contentsOf: folder.appending(path: "token"), encoding: .utf8)) ?? ""
    }
  }

  /// A file of the lab for `--ca-file`.
  static var root: String { folder?.appending(path: "root.pem").path ?? "" }

  /// The files that hold a password or a token in some form, with the form.
  static func leaks(in files: [URL]) -> [String] {
    files.flatMap { file in
      let octets = (try? Data(contentsOf: file)) ?? Data()
      return forms.compactMap { $0.found(in: octets) }.map { "\(file.lastPathComponent): \($0)" }
    }
  }

  private static let forms = accounts.map { SecretForms(user: $0.user, password: $0.secret) }
}

/// A run of `mailaudit probe`.
struct ProbeRun {
  let status: Int32
  /// What it wrote to standard output, standard error and the transcript.
  let text: String
  let errors: String
  let facts: ProbeFacts

  /// Runs the command that was built beside the tests.
  ///
  /// - Parameters:
  ///   - server: the server, as it is written on the command line.
  ///   - options: further options.
  ///   - secret: the password or token; handed over in an environment variable.
  ///   - resolver: the environment variable that names who is asked.
  /// - Throws: what keeps the command from being run.
  init(
    _ server: String, _ options: [String], secret: String? = nil, resolver: String = "MAILAUDIT_LAB"
  ) async throws {
    let transcript = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString).transcript")
    try await self.init(
      command: ["probe", server, "--transcript", transcript.path], options, secret: secret, transcript,
      resolver: resolver)
  }

  /// Runs a command that is written in words.
  init(
    command: [String], _ options: [String], secret: String? = nil, _ transcript: URL? = nil,
    resolver: String = "MAILAUDIT_LAB"
  ) async throws {
    let lab = ProcessInfo.processInfo.environment[resolver] ?? ""
    let arguments =
      command + (options.contains("--format") ? [] : ["--format", "json"]) + ["--resolver", lab] + options
      + (secret == nil ? [] : ["--password-env", "LAB_PASSWORD"])
    let evidence = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString).evidence")
    let program = try Program(
      MailauditProgram.path, arguments + ["--save-evidence", evidence.path],
      environment: ["LAB_PASSWORD": secret ?? ""])
    let ending = try await program.end()
    (status, text, errors) = (ending.status, ending.output, ending.errors)
    facts = ProbeFacts(json: text)
    let files = program.streams + [transcript, status < 3 ? evidence : nil].compactMap(\.self)
    #expect(SubmissionLab.leaks(in: files) == [], "\(command)")
    if status < 3 {
      let replay = try await Program(MailauditProgram.path, ["replay", evidence.path], environment: [:]).end()
      #expect(replay.output == text && replay.status == status, "\(command): \(replay.errors)")
    }
    for file in [transcript, evidence] { if let file { try? FileManager.default.removeItem(at: file) } }
  }
}

extension ProbeFacts {
  /// What a report in JSON says.
  init(json: String) {
    text = json
    guard let object = (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] else { return }
    for outcome in object["outcomes"] as? [[String: Any]] ?? [] {
      guard let check = outcome["check"] as? String, let verdict = Self.verdict(outcome) else { continue }
      verdicts.append((check, verdict))
    }
    for step in object["steps"] as? [[String: Any]] ?? [] {
      guard let name = step["step"] as? String, let verdict = Self.verdict(step) else { continue }
      steps.append((name, verdict))
      results[name] = step["result"] as? String
    }
    transcript = object["transcript"] as? [String] ?? []
  }

  private static func verdict(_ object: [String: Any]) -> Verdict? {
    (object["verdict"] as? String).flatMap(Verdict.init)
  }
}
