public import AuditModel
public import Checks
public import DNS
import LDNSKit
import SMTPSubmission
public import Survey

/// Runs the example of a check of machines through the real readers, the real survey and the check.
public struct HostExampleRun: Sendable {
  /// The check.
  public let check: HostCheck
  /// One of its examples.
  public let example: HostExample

  /// Joins a check with one of its examples.
  public init(_ check: HostCheck, _ example: HostExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [HostCheck]) -> [HostExampleRun] {
    checks.flatMap { check in check.examples.map { HostExampleRun(check, $0) } }
  }

  /// Looks at the machine of the example in the example's world, where the questions fail that `isFailing` chooses.
  public func survey(
    failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }
  ) async throws(ExampleFault) -> HostSurvey {
    var instruments = HostInstruments(tree: example.files)
    if let zone = example.zone {
      let result = ZoneText.parse(Array((ExampleRun.prefix + zone + "\n").utf8), file: "example", origin: nil)
      guard result.faults.isEmpty else { throw ExampleFault(faults: result.faults.map(\.description)) }
      instruments.resolver = FailingWorld(ZoneResolver([result.zone], uncovered: .nameError), isFailing: isFailing)
    }
    instruments.runningName = example.name
    if example.name != nil {
      var ports: [IPAddress: [UInt16: StagedMailServer]] = [:]
      if let listener = example.listener { ports[.v4(0x7F00_0001)] = [25: listener] }
      if let server = example.port25 { ports[.v4(0xC000_0219)] = [25: server] }
      instruments.mailServers = StagedMailAccess(ports: ports)
    }
    return await HostSurvey.gather(example.options, with: instruments)
  }

  /// What the check makes of the example.
  public func judgement() async throws -> Judgement { check.judge(try await survey()) }
}

extension HostExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}
