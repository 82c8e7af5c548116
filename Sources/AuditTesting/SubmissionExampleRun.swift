public import AuditModel
public import Checks
public import DNS
import LDNSKit
public import Survey

/// Runs the example of a check of submission servers through the real state machine, the real survey and the check.
public struct SubmissionExampleRun: Sendable {
  /// The check.
  public let check: SubmissionCheck
  /// One of its examples.
  public let example: SubmissionExample

  /// Joins a check with one of its examples.
  public init(_ check: SubmissionCheck, _ example: SubmissionExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [SubmissionCheck]) -> [SubmissionExampleRun] {
    checks.flatMap { check in check.examples.map { SubmissionExampleRun(check, $0) } }
  }

  /// Looks at the server of the example in the example's world, where the questions fail that `isFailing` chooses.
  public func survey(
    failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }
  ) async throws(ExampleFault) -> SubmissionSurvey {
    let text = ExampleRun.prefix + example.zone + "\n"
    let result = ZoneText.parse(Array(text.utf8), file: "example", origin: nil)
    guard result.faults.isEmpty else { throw ExampleFault(faults: result.faults.map(\.description)) }
    let world = FailingWorld(ZoneResolver([result.zone], uncovered: .nameError), isFailing: isFailing)
    let access = StagedMailAccess(ports: [.v4(0xC000_0219): example.servers])
    return await SubmissionSurvey.gather(example.options, with: access, Instruments(resolver: world))
  }

  /// What the check makes of the example.
  public func judgement() async throws -> Judgement { check.judge(try await survey()) }
}

extension SubmissionExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}
