public import DNS

/// Answers from zones in memory, as an authoritative server would, without any network.
public struct ZoneResolver: Resolver {
  /// What is said about names that no zone covers.
  public enum Uncovered: Sendable {
    /// They do not exist: the zones are the whole world, as in tests and examples.
    case nameError
    /// Nobody can tell: the zones are a part of the real world.
    case unknown
    /// They are refused, as by a server that does not serve them.
    case refused

    var outcome: DNSAnswer.Outcome {
      switch self {
      case .nameError: .nameError
      case .unknown: .failure(.notCovered)
      case .refused: .failure(.refused)
      }
    }
  }

  /// One name of the tree: what it holds, by type. An empty node is an empty non-terminal (RFC 4592 §2.2.2).
  struct Node {
    var records: [DNSRecordType: [DNSRecord]] = [:]
    var outcomes: [DNSRecordType: DNSAnswer.Outcome] = [:]
  }

  private let uncovered: Uncovered
  /// The names at which zones begin, with the file that the zone was read from.
  private let apexes: [DomainName: String]
  private let onlyFile: String?
  private(set) var nodes: [DomainName: Node] = [.root: Node()]
  private let places: [DNSQuestion: ZoneFilePlace]

  /// Takes zones, and what to say about names outside them.
  public init(_ zones: [Zone], uncovered: Uncovered) {
    self.uncovered = uncovered
    apexes = Dictionary(zones.flatMap { zone in zone.apexes.map { ($0, zone.file) } }) { first, _ in first }
    onlyFile = zones.count == 1 ? zones[0].file : nil
    places = zones.reduce(into: [:]) { $0.merge($1.places) { first, _ in first } }
    for zone in zones { add(zone) }
    for apex in apexes.keys { makeNode(apex) }
  }

  /// Answers each question; nothing is waited for.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map(answer)
  }

  /// Answers one question.
  public func answer(to question: DNSQuestion) -> DNSAnswer {
    var walk = ZoneWalk(question, in: self)
    let outcome = walk.outcome()
    let server = apex(of: question.name).flatMap { apexes[$0] } ?? onlyFile
    return DNSAnswer(
      question: question, outcome: outcome, aliases: walk.aliases,
      provenance: .init(server: server, transport: .zone, place: places[question]))
  }

  private mutating func add(_ zone: Zone) {
    // RFC 2181 §5: a set holds each record once.
    var seen: Set<DNSRecord> = []
    for record in zone.records {
      makeNode(record.owner)
      let key = DNSRecord(owner: record.owner, ttl: 0, data: record.data)
      if seen.insert(key).inserted { nodes[record.owner]?.records[record.type, default: []].append(record) }
    }
    for entry in zone.outcomes {
      makeNode(entry.owner)
      nodes[entry.owner]?.outcomes[entry.type] = entry.outcome
    }
  }

  /// Makes the node and those between it and the root.
  private mutating func makeNode(_ name: DomainName) {
    var next: DomainName? = name
    while let place = next, nodes[place] == nil {
      nodes[place] = Node()
      next = place.parent
    }
  }
}

extension ZoneResolver {
  /// The deepest zone that covers `name`; nil when none does.
  func apex(of name: DomainName) -> DomainName? {
    name.selfAndAncestors.first { apexes[$0] != nil }
  }

  /// What stands outside all zones: the outcome for `name` when it is there, else nil.
  ///
  /// Below a delegation (RFC 1034 §4.2) the name is covered only if the text has data for it, such as glue.
  func outcomeOutside(_ name: DomainName, _ type: DNSRecordType) -> DNSAnswer.Outcome? {
    guard uncovered != .nameError, nodes[name]?.hasData(type) != true else { return nil }
    guard let apex = apex(of: name) else { return uncovered.outcome }
    let below = name.selfAndAncestors.prefix { $0 != apex }
    let cut = below.first { nodes[$0]?.records[.ns] != nil }
    // RFC 4035 §3.1.4.1: DS at the cut belongs to the parent.
    let isCut = cut != nil && !(type == .ds && cut == name)
    return isCut ? uncovered.outcome : nil
  }

  /// The node that answers for `name`, itself or a wildcard; nil when there is none (RFC 4592 §3.3.1).
  func source(of name: DomainName) -> Node? {
    if let node = nodes[name] { return node }
    guard let encloser = name.parent?.selfAndAncestors.first(where: { nodes[$0] != nil }) else { return nil }
    return encloser.prefixed(with: "*").flatMap { nodes[$0] }
  }

  /// The DNAME record above `name`, nearest to the apex (RFC 6672 §3.2).
  func redirection(of name: DomainName) -> DNSRecord? {
    guard let parent = name.parent else { return nil }
    return parent.selfAndAncestors.lazy.compactMap { nodes[$0]?.records[.dname]?.first }.last
  }
}

extension ZoneResolver.Node {
  /// Whether the text says something about `type` here.
  func hasData(_ type: DNSRecordType) -> Bool {
    records[type] != nil || records[.cname] != nil || outcomes[type] != nil || outcomes[.any] != nil
  }
}

extension DomainName {
  /// The name, its parent and so on, the root last.
  fileprivate var selfAndAncestors: [DomainName] {
    var result = [self]
    while let parent = result[result.count - 1].parent { result.append(parent) }
    return result
  }
}
