import AuditTesting
import DNS

/// The zone of a case: from the owner (no final dot) to its records, as the JSON files of the suites have it.
///
/// A name that is absent does not exist unless a longer one below it is present. `rcode` in place of data makes the
/// questions of that type fail, with type ANY all for which the name lists no record. Characters up to U+00FF are
/// single octets.
struct SuiteZone: Decodable, Sendable {
  private let owners: [String: [Entry]]

  /// A record, or an outcome.
  private struct Entry: Decodable {
    let type: String
    let data: Strings?
    let preference: UInt16?
    let exchange: String?
    let rcode: String?
  }

  /// One string, or a list of them.
  private enum Strings: Decodable {
    case one(String)
    case many([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .one(text)
      } else {
        self = .many(try container.decode([String].self))
      }
    }
  }

  /// Decodes the object.
  init(from decoder: any Decoder) throws {
    owners = try decoder.singleValueContainer().decode([String: [Entry]].self)
  }

  /// The zone as a resolver. Owners that are no domain names are left out: nobody could ask for them.
  func world() throws -> World {
    var records: [DNSRecord] = []
    var outcomes: [(owner: DomainName, type: DNSRecordType, outcome: DNSAnswer.Outcome)] = []
    for (text, entries) in owners.sorted(by: { $0.key < $1.key }) {
      guard let owner = DomainName(text) else { continue }
      for entry in entries {
        guard let type = DNSRecordType(entry.type) else { throw unreadable(owner, entry) }
        if let rcode = entry.rcode {
          outcomes.append((owner, type, .failure(try failure(rcode))))
        } else {
          records.append(DNSRecord(owner: owner, ttl: 300, data: try data(entry, owner)))
        }
      }
    }
    return World(records: records, outcomes: outcomes)
  }

  private func failure(_ rcode: String) throws -> DNSFailure {
    switch rcode {
    case "TIMEOUT": return .timeout
    case "SERVFAIL": return .serverFailure(extendedError: nil)
    default: throw SuiteError(description: "unknown rcode \(rcode)")
    }
  }

  private func data(_ entry: Entry, _ owner: DomainName) throws -> DNSRecordData {
    switch (entry.type, entry.data) {
    case ("TXT", .many(let strings)?): return .txt(CharacterStrings(strings.map(octets)))
    case ("SPF", .many(let strings)?):
      return .other(type: .spf, octets: strings.map(octets).flatMap { [UInt8(truncatingIfNeeded: $0.count)] + $0 })
    case ("A", .one(let text)?), ("AAAA", .one(let text)?):
      if let address = IPAddress(text) { return .address(address) }
    case ("PTR", .one(let text)?): if let name = name(text) { return .ptr(name) }
    case ("CNAME", .one(let text)?): if let name = name(text) { return .cname(name) }
    case ("MX", nil):
      if let preference = entry.preference, let name = name(entry.exchange) {
        return .mx(preference: preference, exchange: name)
      }
    default: break
    }
    throw unreadable(owner, entry)
  }

  /// A name as data; the empty text is the root.
  private func name(_ text: String?) -> DomainName? { text.flatMap { $0.isEmpty ? .root : DomainName($0) } }

  private func octets(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  private func unreadable(_ owner: DomainName, _ entry: Entry) -> SuiteError {
    SuiteError(description: "no record: \(owner) \(entry)")
  }
}
