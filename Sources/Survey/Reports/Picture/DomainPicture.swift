public import DNS

/// The sources of a policy domain, judged.
public struct DomainPicture: Sendable {
  /// What was reported.
  public let tally: PolicyDomainTally
  /// What the DNS says of the domain; nil when nobody looked.
  public let survey: DomainSurvey?
  /// The sources: those that matter most first.
  public let sources: [SourcePicture]
  /// Whether a stricter policy would do harm.
  public let readiness: Readiness

  init(_ tally: PolicyDomainTally, _ sight: ReportsSight?) {
    self.tally = tally
    let context = DomainContext(tally, sight)
    survey = context.survey
    let pictures = tally.sources.map(context.picture).map { (picture: $0, weight: SourceWeight($0)) }
    sources = pictures.sorted { $0.weight < $1.weight }.map(\.picture)
    readiness = Readiness(tally, sources, survey: context.survey)
  }

  /// The sources put together by who they belong to, those with most messages first.
  public var organizations: [OrganizationPicture] {
    let groups = Dictionary(grouping: sources, by: \.organization)
    return groups.map(OrganizationPicture.init).sorted {
      ($1.messages.total, $0.name) < ($0.messages.total, $1.name)
    }
  }

  /// The selectors that signatures of the domain passed with, those of most messages first.
  public var selectors: [(selector: String, messages: Int)] { tally.domain.map { tally.selectors(of: $0) } ?? [] }
}

/// The sources of one organization.
public struct OrganizationPicture: Sendable {
  /// Its name.
  public let name: String
  /// How many addresses sent.
  public let sourceCount: Int
  /// Their messages.
  public let messages: MessageCounts

  init(name: String, sources: [SourcePicture]) {
    self.name = name
    sourceCount = sources.count
    messages = sources.reduce(into: MessageCounts()) { $0.take($1.tally.messages) }
  }
}

/// What is to be mended comes first, then what fails otherwise, then the rest; each by the number of messages.
private struct SourceWeight: Comparable {
  private let rank: Int
  private let failing: Int
  private let total: Int
  private let address: String

  init(_ source: SourcePicture) {
    let failing = source.tally.messages.failing
    rank = failing == 0 ? 2 : source.isToBeMended ? 0 : 1
    self.failing = failing
    total = source.tally.messages.total
    address = source.addressText
  }

  static func < (left: SourceWeight, right: SourceWeight) -> Bool {
    (left.rank, right.failing, right.total, left.address) < (right.rank, left.failing, left.total, right.address)
  }
}

extension SourcePicture {
  /// Whether the owner of the domain can and should do something about it.
  public var isToBeMended: Bool {
    switch judgement?.cause {
    case .missingInclude, .unalignedEnvelope, .unsigned, .foreignSignature, .brokenSignature, .spfError, .listedSince,
      .forgottenApplication:
      tally.messages.failing > 0
    case .forwarding, .spoofing, nil: false
    }
  }
}

extension ReportsSurvey {
  /// The selectors that signatures of a domain passed with, those of most messages first.
  public func selectors(of domain: DomainName) -> [(selector: String, messages: Int)] {
    var counts: [String: Int] = [:]
    for tally in aggregates.domains {
      for seen in tally.selectors(of: domain) { counts[seen.selector, default: 0].add(seen.messages) }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The pictures, drawn anew.
  var drawn: [DomainPicture] {
    aggregates.domains.map { DomainPicture($0, sight) }.sorted {
      ($1.tally.messages.total, $0.tally.name) < ($0.tally.messages.total, $1.tally.name)
    }
  }
}
