public import AuditModel
public import Checks
public import DNS
import LDNSKit
public import Survey

/// Runs the example of a check of reports through the real fold and the check.
public struct ReportsExampleRun: Sendable {
  /// The check.
  public let check: ReportsCheck
  /// One of its examples.
  public let example: ReportsExample

  /// Joins a check with one of its examples.
  public init(_ check: ReportsCheck, _ example: ReportsExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [ReportsCheck]) -> [ReportsExampleRun] {
    checks.flatMap { check in check.examples.map { ReportsExampleRun(check, $0) } }
  }

  /// Reads the reports, and looks at the world of the example, where the questions fail that `isFailing` chooses.
  public func survey(
    failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }
  ) async throws(ExampleFault) -> ReportsSurvey {
    var survey = ReportsSurvey(options: example.options)
    for event in example.reports.flatMap(\.events) { survey.take(event) }
    guard let zone = example.zone else { return survey }
    let result = ZoneText.parse(Array((ExampleRun.prefix + zone + "\n").utf8), file: "example", origin: nil)
    guard result.faults.isEmpty else { throw ExampleFault(faults: result.faults.map(\.description)) }
    let world = FailingWorld(ZoneResolver([result.zone], uncovered: .nameError), isFailing: isFailing)
    await survey.look(with: Instruments(resolver: world))
    return survey
  }

  /// What the check makes of the example.
  public func judgement() async throws(ExampleFault) -> Judgement { check.judge(try await survey()) }
}

extension ReportsExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}
