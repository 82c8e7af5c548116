public import AuditModel
public import Checks
public import DNS
import LDNSKit
public import Survey

/// Runs the example of a check through the real reader of zone text, the real survey and the check.
public struct ExampleRun: Sendable {
  /// The check.
  public let check: DomainCheck
  /// One of its examples.
  public let example: CheckExample

  /// Joins a check with one of its examples.
  public init(_ check: DomainCheck, _ example: CheckExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [DomainCheck]) -> [ExampleRun] {
    checks.flatMap { check in check.examples.map { ExampleRun(check, $0) } }
  }

  /// What stands before the zone text of every example.
  public static let prefix = "$ORIGIN example.org.\n$TTL 3600\n"

  /// The example's world; throws the faults of its zone text.
  public func world() throws(ExampleFault) -> any Resolver {
    let text = Self.prefix + example.zone + "\n"
    let result = ZoneText.parse(Array(text.utf8), file: "example", origin: nil)
    guard result.faults.isEmpty else { throw ExampleFault(faults: result.faults.map(\.description)) }
    return ZoneResolver([result.zone], uncovered: .nameError)
  }

  /// Looks at the domain of the example in the example's world, where the questions fail that `isFailing` chooses.
  public func survey(
    failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }
  ) async throws(ExampleFault) -> DomainSurvey {
    let world = FailingWorld(try world(), isFailing: isFailing)
    var options = example.options
    // Certificates have dates.
    if example.stage.mailServers != nil { options.time = options.time ?? ExampleCertificates.time }
    return await DomainSurvey.gather(example.domain, options: options, with: instruments(world))
  }

  private func instruments(_ world: any Resolver) -> Instruments {
    var instruments = Instruments(resolver: world)
    instruments.validator = example.stage.dnssec.map { StagedValidator(verdicts: $0, world: world) }
    instruments.authorities = example.stage.authorities.map(StagedAuthorities.init)
    instruments.blockLists = example.stage.blockLists.map { BlockListInstrument(lists: $0, resolver: world) }
    instruments.https = example.stage.https.map(StagedFetcher.init)
    instruments.reportCollectors = example.stage.reportCollectors.map(StagedFetcher.init)
    instruments.hostSites = example.stage.hostSites.map(StagedFetcher.init)
    instruments.mailServers = example.stage.mailServers.map { StagedMailAccess(servers: $0) }
    return instruments
  }

  /// What the check makes of the example's world.
  public func judgement() async throws(ExampleFault) -> Judgement {
    check.judge(try await survey())
  }
}

extension ExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}

/// The zone text of an example has faults: a mistake of whoever wrote it.
public struct ExampleFault: Error, CustomStringConvertible {
  /// The faults, each with its line.
  public let faults: [String]

  /// All faults, a line each.
  public var description: String { faults.joined(separator: "\n") }
}
