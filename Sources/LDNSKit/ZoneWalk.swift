import DNS

/// The way from a question to its outcome, along aliases (RFC 1034 §4.3.2).
struct ZoneWalk {
  /// The CNAME and DNAME records that were followed.
  private(set) var aliases: [DNSRecord] = []

  private let resolver: ZoneResolver
  private let type: DNSRecordType
  private var name: DomainName
  private var visited: Set<DomainName> = []

  init(_ question: DNSQuestion, in resolver: ZoneResolver) {
    self.resolver = resolver
    name = question.name
    type = question.type
  }

  mutating func outcome() -> DNSAnswer.Outcome {
    for _ in 0...ZoneTextLimits.aliases {
      guard visited.insert(name).inserted else { return .failure(.aliasLoop) }
      if let outcome = step() { return outcome }
    }
    return .failure(.aliasChainTooLong)
  }

  /// The outcome at the present name; nil after a step along an alias.
  private mutating func step() -> DNSAnswer.Outcome? {
    if let outcome = resolver.outcomeOutside(name, type) { return outcome }
    if let redirection = resolver.redirection(of: name), case .dname(let target) = redirection.data {
      return follow(redirection, to: target)
    }
    guard let node = resolver.source(of: name) else { return .nameError }
    if let outcome = node.outcomes[type] { return outcome }
    let records = type == .any ? node.allRecords : node.records[type] ?? []
    if !records.isEmpty { return .records(records.map { $0.moved(to: name) }) }
    if let alias = node.records[.cname]?.first, case .cname(let target) = alias.data {
      aliases.append(alias.moved(to: name))
      name = target
      return nil
    }
    return node.outcomes[.any] ?? .noData
  }

  /// RFC 6672 §3.1: the labels below the DNAME are put before its target, and a CNAME tells of it.
  private mutating func follow(_ redirection: DNSRecord, to target: DomainName) -> DNSAnswer.Outcome? {
    let below = name.labels.prefix(name.labelCount - redirection.owner.labelCount)
    aliases.append(redirection)
    // RFC 6672 §2.2: YXDOMAIN when the name becomes too long.
    guard let whole = DomainName(labels: below + target.labels) else { return .failure(.responseCode(6)) }
    aliases.append(DNSRecord(owner: name, ttl: redirection.ttl, data: .cname(whole)))
    name = whole
    return nil
  }
}

extension ZoneResolver.Node {
  fileprivate var allRecords: [DNSRecord] { records.sorted { $0.key < $1.key }.flatMap(\.value) }
}

extension DNSRecord {
  /// The record as a wildcard gives it (RFC 4592 §3.3.3): with the name that was asked for as owner.
  fileprivate func moved(to name: DomainName) -> DNSRecord {
    owner == name ? self : DNSRecord(owner: name, ttl: ttl, data: data)
  }
}
