import Foundation
import MailAuthentication
import MailMessage
import Syntax
import Testing

/// The messages that `script/lab.d/messages` makes with the servers that `script/lab` started.
enum MessageLab {
  /// The folder of the servers' keys and maildirs.
  static let servers = ProcessInfo.processInfo.environment["MAILAUDIT_LAB_MESSAGES"]

  /// Skips a test where the servers do not run.
  static let isRunning = ConditionTrait.enabled(
    if: servers != nil,
    "opendkim, opendmarc and others do not run: use script/lab run swift test --filter LabTests after script/setup lab")

  private static let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Messages")

  /// The folder with the messages, which are made when the first test wants one.
  private static let made = Task {
    let repository = tables.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let output = URL(fileURLWithPath: servers ?? "/nowhere").appendingPathComponent("made")
    let program = try Program(
      "/usr/bin/python3", [repository.path + "/script/lab.d/messages", tables.path, output.path], isJoined: true)
    let ending = try await program.end()
    #expect(ending.status == 0, "\(ending.output)")
    let failures = try String(contentsOf: output.appendingPathComponent("failed.txt"), encoding: .utf8)
    if !failures.isEmpty { Issue.record("not made: \(failures)") }
    return output
  }

  /// Takes turns once the messages are made.
  static let takesTurns = LabTurn { _ = try? await made.value }

  /// The columns of the rows of a table.
  static func rows(_ table: String) -> [[String]] {
    guard let text = try? String(contentsOf: tables.appendingPathComponent(table), encoding: .utf8) else {
      Issue.record("\(table) cannot be read")
      return []
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// One of the messages.
  static func message(_ name: String, in folder: String) async throws -> Message {
    let file = try await made.value.appendingPathComponent(folder).appendingPathComponent(name + ".eml")
    return Message([UInt8](try Data(contentsOf: file)))
  }

  /// Seconds since 1970: signatures are made while the tests run.
  static var now: Int64 { Int64(Date.now.timeIntervalSince1970) + 1 }
}

/// What software said of a message: SPF, each signature, DMARC, and the policy that applies where DMARC fails.
struct MessageAnswer: Equatable, CustomStringConvertible {
  var spf = ""
  var dkim: [String] = []
  var dmarc = ""
  var policy: String?

  var description: String {
    "spf=\(spf) dkim=\(dkim.isEmpty ? "none" : dkim.joined(separator: ",")) dmarc=\(dmarc)"
      + (policy.map { " p=\($0)" } ?? "")
  }

  /// What the Authentication-Results of the lab say, each in the words of RFC 8601 §2.7.
  init(of message: Message) {
    for field in message.fields("Authentication-Results") {
      let value = AuthenticationResults.parse(message.body(of: field)).value
      guard let value, value.authservID == "lab.test" else { continue }
      spf = value.results(of: "spf").first?.result ?? spf
      dkim += value.results(of: "dkim").map(\.result).filter { $0 != "none" }
      if let judged = value.results(of: "dmarc").first {
        dmarc = judged.result
        // opendmarc writes (p=reject dis=none).
        let words = judged.comments.flatMap { $0.split(separator: " ") }
        policy = dmarc == "fail" ? words.first { $0.hasPrefix("p=") }.map { String($0.dropFirst(2)) } : nil
      }
    }
  }

  init(spf: String, dkim: [String], dmarc: String, policy: String?) {
    (self.spf, self.dkim, self.dmarc, self.policy) = (spf, dkim, dmarc, policy)
  }
}
