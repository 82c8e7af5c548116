public import DNS

/// The hosts that receive mail for a domain.
public struct MXSurvey: Sendable {
  /// The MX records of the domain.
  public let answer: DNSAnswer
  /// The hosts, each name once, in the order in which senders try them, then by name. Empty unless mail is
  /// delivered to exchanges or to the domain itself.
  public let hosts: [MXHost]
  /// Where mail for the domain goes.
  public let delivery: Delivery
  /// The answers without which nobody can tell where mail goes; empty when it is known.
  public let unread: [DNSAnswer]

  /// Where mail for a domain goes (RFC 5321 §5.1, RFC 7505 §3).
  public enum Delivery: Sendable, Equatable {
    /// To the exchanges of its MX records.
    case exchanges
    /// To the domain itself, which has an address but no MX: an implicit MX.
    case implicit
    /// Nowhere: all its MX records are null MX records.
    case null
    /// Nowhere: it has neither MX nor address.
    case none
    /// Nobody can tell, because a question failed.
    case unknown(DNSFailure)
  }
}

extension MXSurvey {
  private init(_ answer: DNSAnswer, _ delivery: Delivery, hosts: [MXHost] = [], unread: [DNSAnswer] = []) {
    self.init(answer: answer, hosts: hosts, delivery: delivery, unread: unread)
  }

  /// The records as preference and exchange, in the order of the answer.
  public var records: [(preference: UInt16, exchange: DomainName)] { Self.records(of: answer) }

  /// Whether one of the records is a null MX: its exchange is the root (RFC 7505 §3).
  public var hasNull: Bool { records.contains { $0.exchange.isRoot } }

  private static func records(of answer: DNSAnswer) -> [(preference: UInt16, exchange: DomainName)] {
    answer.records.compactMap { record in
      if case .mx(let preference, let exchange) = record.data { (preference, exchange) } else { nil }
    }
  }

  /// Asks for the MX records, then for all addresses at once, as far as they belong to `scope`.
  static func gather(
    _ domain: DomainName, scope: SurveyScope = .all, using resolver: any Resolver
  ) async -> MXSurvey {
    let answer = scope.contains(.exchanges) ? await resolver.answer(to: domain, .mx) : .notAsked(domain, .mx)
    if let failure = answer.failure { return MXSurvey(answer, .unknown(failure), unread: [answer]) }
    let records = records(of: answer)
    if !scope.contains(.hosts) { return MXSurvey(answer, delivery(by: records)) }
    guard records.isEmpty else {
      let hosts = await hosts(of: records, using: resolver)
      return MXSurvey(answer, hosts.isEmpty ? .null : .exchanges, hosts: hosts)
    }
    // RFC 5321 §5.1: without MX the domain is its own exchange, with preference 0.
    let itself = await hosts(of: [(preference: 0, exchange: domain)], using: resolver)
    switch itself.first?.resolution {
    case .addresses: return MXSurvey(answer, .implicit, hosts: itself)
    case .unknown(let failure):
      let unread = itself.flatMap(\.answers).filter { $0.failure != nil }
      return MXSurvey(answer, .unknown(failure), unread: unread)
    case .noAddress, nil: return MXSurvey(answer, .none)
    }
  }

  /// Where mail goes as far as MX records alone tell.
  private static func delivery(by records: [(preference: UInt16, exchange: DomainName)]) -> Delivery {
    if records.isEmpty { return .unknown(.notAsked) }
    return records.allSatisfy { $0.exchange.isRoot } ? .null : .exchanges
  }

  /// The hosts of the records but the null MX, with their addresses.
  private static func hosts(
    of records: [(preference: UInt16, exchange: DomainName)], using resolver: any Resolver
  ) async -> [MXHost] {
    var preferences: [DomainName: [UInt16]] = [:]
    for record in records where !record.exchange.isRoot {
      preferences[record.exchange, default: []].append(record.preference)
    }
    let sorted = preferences.mapValues { $0.sorted() }
      .sorted { ($0.value.first ?? 0, $0.key) < ($1.value.first ?? 0, $1.key) }
    let addresses = await AddressPair.gather(sorted.map(\.key), limit: MXLimits.exchanges, using: resolver)
    return zip(sorted, addresses).map { entry, pair in
      MXHost(name: entry.key, preferences: entry.value, ipv4: pair.ipv4, ipv6: pair.ipv6)
    }
  }
}

/// The limits of looking at exchanges.
enum MXLimits {
  /// So many exchanges are looked at, the most preferred first. RFC 5321 §5.1 lets senders limit how many they try;
  /// big receivers publish ten or fewer.
  static let exchanges = 50
}
