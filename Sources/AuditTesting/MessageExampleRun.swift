public import AuditModel
public import Checks
public import DNS
import LDNSKit
import MailMessage
public import Survey

/// Runs the example of a check of messages through the real parser, the real survey and the check.
public struct MessageExampleRun: Sendable {
  /// The check.
  public let check: MessageCheck
  /// One of its examples.
  public let example: MessageExample

  /// Joins a check with one of its examples.
  public init(_ check: MessageCheck, _ example: MessageExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [MessageCheck]) -> [MessageExampleRun] {
    checks.flatMap { check in check.examples.map { MessageExampleRun(check, $0) } }
  }

  /// Looks at the message of the example in the example's world, where the questions fail that `isFailing` chooses.
  public func survey(
    failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }
  ) async throws -> MessageSurvey {
    let text = ExampleRun.prefix + example.zone + "\n" + (try ExampleMessages.keys(of: example))
    let result = ZoneText.parse(Array(text.utf8), file: "example", origin: nil)
    guard result.faults.isEmpty else { throw ExampleFault(faults: result.faults.map(\.description)) }
    let world = FailingWorld(ZoneResolver([result.zone], uncovered: .nameError), isFailing: isFailing)
    var options = example.options
    options.time = options.time ?? ExampleMessages.time
    options.domain.time = options.time
    var instruments = Instruments(resolver: world)
    instruments.https = example.stage.https.map(StagedFetcher.init)
    if options.triesUnsubscribe { instruments.unsubscriber = instruments.https }
    var batch = MessageBatch()
    for id in example.stage.otherMessageIDs { batch.add(id) }
    let octets = try ExampleMessages.octets(of: example)
    try batch.add(Message(octets))
    return try await MessageSurvey.gather(
      MessageOctets(octets), named: "example", batch: batch, options: options, with: instruments)
  }

  /// What the check makes of the example.
  public func judgement() async throws -> Judgement { check.judge(try await survey()) }
}

extension MessageExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}
