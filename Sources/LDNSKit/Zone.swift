public import DNS

/// The content of a zone text.
public struct Zone: Sendable {
  /// The file that it was read from, as evidence.
  public var file: String
  /// The records, in the order of the text.
  public var records: [DNSRecord] = []
  /// Where the first record of each owner and type stands.
  public var places: [DNSQuestion: ZoneFilePlace] = [:]
  /// Questions that have an outcome of their own instead of records.
  public var outcomes: [ScriptedOutcome] = []
  /// Every name that relative names were relative to, in the order of the text.
  public var origins: [DomainName] = []

  /// Makes an empty zone.
  public init(file: String) {
    self.file = file
  }

  /// A question that is answered in a given way.
  public struct ScriptedOutcome: Sendable {
    /// The owner.
    public let owner: DomainName
    /// The type; ANY stands for every type of which the owner has no record.
    public let type: DNSRecordType
    /// The answer.
    public let outcome: DNSAnswer.Outcome

    /// Makes the value of its parts.
    public init(owner: DomainName, type: DNSRecordType, outcome: DNSAnswer.Outcome) {
      self.owner = owner
      self.type = type
      self.outcome = outcome
    }
  }

  /// The names at which the zones of the text begin: the owners of SOA records; without any, the name that all
  /// origins share; without origins, the owners that lie below no other owner.
  public var apexes: [DomainName] {
    let authorities = records.filter { $0.type == .soa }.map(\.owner)
    if !authorities.isEmpty { return Array(Set(authorities)).sorted() }
    if let shared = sharedOrigin { return [shared] }
    let owners = Set(records.map(\.owner) + outcomes.map(\.owner))
    return owners.filter { !Self.hasAncestor($0, in: owners) }.sorted()
  }

  private var sharedOrigin: DomainName? {
    guard var shared = origins.first(where: { !$0.isRoot }) else { return nil }
    for origin in origins where !origin.isRoot {
      while !origin.isEqual(toOrBelow: shared), let parent = shared.parent { shared = parent }
    }
    return shared.isRoot ? nil : shared
  }

  private static func hasAncestor(_ name: DomainName, in owners: Set<DomainName>) -> Bool {
    var next = name.parent
    while let ancestor = next {
      if owners.contains(ancestor) { return true }
      next = ancestor.parent
    }
    return false
  }
}
