import AuditModel
import SMTPSubmission
import Survey

/// The comments at the head of a scenario file.
struct LabHeader {
  private let lines: [(key: String, value: String)]

  init(_ text: String) {
    lines = text.split(separator: "\n").prefix { $0.hasPrefix(";") }.compactMap { line in
      let parts = line.dropFirst().split(separator: ":", maxSplits: 1).map(Self.trimmed)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  func all(_ key: String) -> [String] { lines.filter { $0.key == key }.map(\.value) }

  func first(_ key: String) -> String? { lines.first { $0.key == key }?.value }

  func list(_ key: String) -> [String] {
    lines.filter { $0.key == key }.flatMap { $0.value.split(separator: ",").map(Self.trimmed) }
  }

  func webServers(_ path: String) throws(LabScenario.Mistake) -> [LabWebServer] {
    let servers = all("web-server").compactMap(LabWebServer.init)
    guard servers.count == all("web-server").count else {
      throw .init(description: "\(path): a web-server line has words that mean nothing")
    }
    return servers
  }

  var trials: MailServerTrials {
    var trials = MailServerTrials()
    trials.asksRecipients = list("trials").contains("recipients")
    trials.isIntrusive = list("trials").contains("intrusive")
    trials.testRecipient = first("test-recipient")
    return trials
  }

  func demands(_ key: String, _ path: String) throws(LabScenario.Mistake) -> [LabScenario.Demand] {
    var demands: [LabScenario.Demand] = []
    for text in list(key) {
      let words = text.split(separator: " ")
      let verdicts = words.last?.split(separator: "|").map { Verdict(rawValue: String($0)) } ?? []
      guard words.count == 2, !verdicts.contains(nil) else {
        throw .init(description: "\(path): \"\(text)\" is no check with a verdict")
      }
      demands.append(.init(pattern: String(words[0]), verdicts: verdicts.compactMap(\.self)))
    }
    return demands
  }

  /// `; step: NAME VERDICT`: names of steps may hold blanks.
  func stepDemands(_ path: String) throws(LabScenario.Mistake) -> [LabScenario.Demand] {
    var demands: [LabScenario.Demand] = []
    for text in all("step") {
      let words = text.split(separator: " ")
      guard let verdict = words.last.flatMap({ Verdict(rawValue: String($0)) }), words.count > 1 else {
        throw .init(description: "\(path): \"\(text)\" is no step with a verdict")
      }
      demands.append(.init(pattern: words.dropLast().joined(separator: " "), verdicts: [verdict]))
    }
    return demands
  }
}
