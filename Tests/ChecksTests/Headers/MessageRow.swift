import AuditModel
import AuditTesting
import Checks
import Survey
import Testing

/// A form of a header field, and the check that tells of it.
struct MessageRow: Sendable, CustomTestStringConvertible {
  let name: String
  let check: CheckID
  let verdict: Verdict
  let message: String
  var zone = ""
  var stage = MessageStage()
  var options = MessageOptions()

  init(
    _ name: String, _ check: CheckID, _ verdict: Verdict, _ message: String, zone: String = "",
    stage: MessageStage = .init(), configure: (inout MessageOptions) -> Void = { _ in }
  ) {
    self.name = name
    self.check = check
    self.verdict = verdict
    self.message = message
    self.zone = zone
    self.stage = stage
    configure(&options)
  }

  var testDescription: String { "\(name): \(check)" }

  /// What the check says.
  func judgement() async throws -> Judgement {
    let judging = try #require(Catalogue.messageChecks.first { $0.description.id == check })
    let options = options
    let example = MessageExample(verdict, name, message: message, zone: zone, stage: stage) { $0 = options }
    return try await MessageExampleRun(judging, example).judgement()
  }

  /// A message with a Message-ID field of its own.
  static func withID(_ body: String, from: String = "Wiki <wiki@acme.net>", more: String = "") -> String {
    """
    From: \(from)
    To: Ann <ann@receiver.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: \(body)
    \(more.isEmpty ? "" : more + "\n")
    The page Main was changed.

    """
  }

  /// A message with the fields that every message needs, and some before them.
  static func with(_ fields: String, without: String = "") -> String {
    let plain = withID("<66f10a1b.0a1b2c3d4e5f6071@wiki.acme.net>")
    let rest = plain.split(separator: "\n", omittingEmptySubsequences: false).filter {
      without.isEmpty || !$0.hasPrefix("\(without):")
    }
    return (fields.isEmpty ? "" : fields + "\n") + rest.joined(separator: "\n")
  }

  /// The field of a receiver.
  static let hop =
    "Received: from mail.acme.net (mail.acme.net [192.0.2.25]) by mx.receiver.net with ESMTPS id 1 "
    + "for <ann@receiver.net>; Wed, 25 Nov 2026 11:59:02 +0000"
}
