public import DNS
public import MailAuthentication
public import Syntax

/// The TLSA records of the hosts that receive mail, and whether DNSSEC vouches for them (RFC 7672 §2.2).
public struct DANESurvey: Sendable {
  /// What DNSSEC says of the MX records; nil when nobody validates.
  public let mx: DNSSECVerdict?
  /// The hosts, in the order of senders; none when mail goes nowhere.
  public let hosts: [DANEHost]
}

/// One host that receives mail, as DANE sees it.
public struct DANEHost: Sendable {
  /// The name in the MX record.
  public let name: DomainName
  /// The name at the end of its aliases; nil when it is no alias.
  public let aliasEnd: DomainName?
  /// What DNSSEC says of its addresses, the worse of both kinds; nil when nobody validates, or when there are none.
  public let addresses: DNSSECVerdict?
  /// What was looked up, in the order in which senders do: at the end of the aliases first (RFC 7672 §2.2.3).
  public let lookups: [TLSALookup]
}

/// The TLSA records at one name.
public struct TLSALookup: Sendable {
  /// The TLSA base domain: the name without port and protocol.
  public let base: DomainName
  /// The answer.
  public let answer: DNSAnswer
  /// What DNSSEC says of it; nil when nobody validates.
  public let verdict: DNSSECVerdict?
  /// The records in the order of the answer.
  public let records: [Parsed<TLSARecord>]

  /// The records that senders can use.
  public var usable: [TLSARecord] { records.compactMap(\.value).filter { $0.uselessness == nil } }

  /// The usable records that certificates are compared with: hosts have two or four, an answer can hold a thousand.
  public var compared: [TLSARecord] { Array(usable.prefix(Self.mostCompared)) }

  /// So many records are compared with certificates.
  public static let mostCompared = 32
}

extension DANEHost {
  /// What senders find for a host.
  public enum Records: Sendable {
    /// No TLSA record.
    case none
    /// Nobody can tell: the answer that failed.
    case unread(DNSAnswer)
    /// The records that count.
    case found(TLSALookup)
  }

  /// What senders find: the first name with records counts. RFC 7672 §2.2.2: the end of the aliases counts only when
  /// every alias is secure; as long as nobody can tell, it is taken to be.
  public var records: Records {
    for lookup in lookups where lookup.base == name || mayFollowAlias {
      if lookup.answer.failure != nil { return .unread(lookup.answer) }
      if !lookup.records.isEmpty { return .found(lookup) }
    }
    return .none
  }

  /// Whether the aliases can be followed to a TLSA base domain, as far as anybody can tell.
  public var mayFollowAlias: Bool { addresses.map { $0.state != .insecure && $0.state != .bogus } ?? true }
}

extension DANESurvey {
  /// The answers without which nobody can tell whether hosts have TLSA records.
  public var unread: [DNSAnswer] {
    hosts.compactMap { if case .unread(let answer) = $0.records { answer } else { nil } }
  }

  /// What DNSSEC says of everything that leads to the records of a host: the worst of MX, addresses and TLSA records.
  /// Nil when nobody validates.
  public func security(of host: DANEHost, _ lookup: TLSALookup) -> DNSSECVerdict? {
    Self.worst([mx, host.addresses, lookup.verdict])
  }

  /// The worst of several verdicts; nil when there is none.
  static func worst(_ verdicts: [DNSSECVerdict?]) -> DNSSECVerdict? {
    let order: [DNSSECVerdict.State] = [.bogus, .indeterminate, .insecure, .secure]
    let known = verdicts.compactMap(\.self)
    return order.lazy.compactMap { state in known.first { $0.state == state } }.first
  }

  /// Asks for the TLSA records of all hosts at once, and then for what DNSSEC says of all answers.
  static func gather(
    _ mx: MXSurvey?, with validator: (any DNSSECValidator)?, using resolver: any Resolver
  ) async -> DANESurvey {
    guard let mx else { return DANESurvey(mx: nil, hosts: []) }
    let hosts = mx.hosts.filter { $0.literalAddress == nil }.prefix(MXLimits.exchanges)
    if hosts.isEmpty { return DANESurvey(mx: nil, hosts: []) }
    let bases = hosts.map(TLSAName.bases)
    let questions = bases.map { $0.compactMap { TLSAName.question(port: 25, of: $0) } }
    let answers = await resolver.answers(to: questions.flatMap(\.self))
    let tlsa = Dictionary(answers.map { ($0.question, $0) }) { first, _ in first }
    let verdicts = await Self.verdicts(mx, hosts, tlsa, validator)
    return DANESurvey(
      mx: verdicts[mx.answer.question],
      hosts: zip(hosts, zip(bases, questions)).map { host, asked in
        DANEHost(
          name: host.name, aliasEnd: host.aliases.isEmpty ? nil : asked.0.first,
          addresses: worst(host.answers.filter { !$0.addresses.isEmpty }.map { verdicts[$0.question] }),
          lookups: zip(asked.0, asked.1).compactMap { base, question in
            tlsa[question].map { lookup(base, $0, verdicts[question]) }
          })
      })
  }

  private static func lookup(_ base: DomainName, _ answer: DNSAnswer, _ verdict: DNSSECVerdict?) -> TLSALookup {
    TLSALookup(base: base, answer: answer, verdict: verdict, records: TLSARecord.records(of: answer))
  }

  private static func verdicts(
    _ mx: MXSurvey, _ hosts: ArraySlice<MXHost>, _ tlsa: [DNSQuestion: DNSAnswer], _ validator: (any DNSSECValidator)?
  ) async -> [DNSQuestion: DNSSECVerdict] {
    guard let validator else { return [:] }
    let addresses = hosts.flatMap { $0.answers.filter { !$0.addresses.isEmpty }.map(\.question) }
    let questions = [mx.answer.question] + addresses + tlsa.keys.sorted()
    let verdicts = await validator.verdicts(on: questions)
    return Dictionary(zip(questions, verdicts)) { first, _ in first }
  }
}

/// The names that TLSA records of a server are looked up at (RFC 6698 §3).
public enum TLSAName {
  /// `_25._tcp.` before a name; nil when that is too long.
  public static func question(port: UInt16, of base: DomainName) -> DNSQuestion? {
    base.prefixed(with: "_\(port)._tcp").map { DNSQuestion($0, .tlsa) }
  }

  /// The end of the aliases of a host, and its own name (RFC 7672 §2.2.3).
  static func bases(of host: MXHost) -> [DomainName] {
    guard !host.aliases.isEmpty else { return [host.name] }
    let answer = host.ipv4.aliases.isEmpty ? host.ipv6 : host.ipv4
    return answer.canonicalName == host.name ? [host.name] : [answer.canonicalName, host.name]
  }
}
