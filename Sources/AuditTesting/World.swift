public import DNS
import LDNSKit

/// All the DNS that a test or an example sees: zone text that a person can write.
///
/// Names that the text does not name do not exist. A question can be given another outcome with a word in place of
/// data: `example.com. TXT SERVFAIL`, `slow.example. ANY TIMEOUT`.
public struct World: Resolver {
  private let resolver: ZoneResolver

  /// Reads zone text; a text with faults is a mistake of the test and ends it with all faults.
  ///
  /// - Parameters:
  ///   - text: RFC 1035 §5 zone text.
  ///   - origin: what relative names are relative to until the first `$ORIGIN`.
  public init(_ text: String, origin: DomainName? = nil) {
    let result = ZoneText.parse(Array(text.utf8), file: "world", origin: origin)
    let faults = result.faults.map(\.description).joined(separator: "\n")
    precondition(result.faults.isEmpty, "the zone text of the test has faults:\n\(faults)")
    resolver = ZoneResolver([result.zone], uncovered: .nameError)
  }

  /// Takes records, and outcomes that stand in place of records; type ANY stands for all types without a record.
  public init(
    records: [DNSRecord], outcomes: [(owner: DomainName, type: DNSRecordType, outcome: DNSAnswer.Outcome)] = []
  ) {
    var zone = Zone(file: "world")
    zone.records = records
    zone.outcomes = outcomes.map { .init(owner: $0.owner, type: $0.type, outcome: $0.outcome) }
    resolver = ZoneResolver([zone], uncovered: .nameError)
  }

  /// Answers each question from the text.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map(resolver.answer)
  }
}
