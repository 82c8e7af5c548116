public import DNS
public import Providers

/// Asks block lists. Questions to them leave for third parties, who learn what is asked about: only on request.
public struct BlockListInstrument: Sendable {
  /// The lists, in the order of the report.
  public let lists: [BlockList]
  /// Asks them. Most lists answer only resolvers that belong to whoever asks.
  public let resolver: any Resolver

  /// Asks `lists` through `resolver`.
  public init(lists: [BlockList], resolver: any Resolver) {
    self.lists = lists
    self.resolver = resolver
  }
}

/// What block lists say of the sending addresses and of the domains, as far as each list showed that it works.
public struct BlockListSurvey: Sendable {
  /// The lists with their tests, in the order of the instrument.
  public let lists: [TestedList]
  /// The entries, by list and then in the order of the hosts and domains.
  public let entries: [Entry]
  /// The domains that were to be looked up.
  public let domains: [DomainName]
  /// Whether a limit kept subjects from being looked up.
  public let isTruncated: Bool

  /// A list, and whether its answers count.
  public struct TestedList: Sendable {
    /// The list.
    public let list: BlockList
    /// What its tests showed, by kind; a kind that nothing was to be looked up for is not tested.
    public let standings: [BlockList.Kind: Standing]
  }

  /// Whether the answers of a list count (RFC 5782 §5).
  public enum Standing: Sendable {
    /// It lists what it must and nothing that it must not.
    case working
    /// It is closed, and was not asked.
    case retired(since: String)
    /// It refuses to answer; the reason, and the answer.
    case refusing(String, DNSAnswer)
    /// Its answers make no sense; what is wrong, and the answer.
    case broken(String, DNSAnswer)
    /// It does not answer.
    case silent(DNSFailure, DNSAnswer)
  }

  /// What a list says of one subject.
  public struct Entry: Sendable {
    /// The list.
    public let list: BlockList
    /// What was looked up.
    public let subject: Subject
    /// The A records of the entry.
    public let answer: DNSAnswer
    /// What they mean.
    public let reading: BlockList.Reading
    /// The TXT records of the entry: why it is listed, in the words of the list; nil when it is not listed.
    public let text: DNSAnswer?
  }

  /// What is looked up in a list.
  public enum Subject: Sendable, Hashable {
    /// An address.
    case address(IPAddress)
    /// A domain.
    case domain(DomainName)

    /// The kind of list that has such subjects.
    public var kind: BlockList.Kind {
      switch self {
      case .address(let address): address.isV4 ? .ipv4 : .ipv6
      case .domain: .domain
      }
    }
  }
}

extension BlockListSurvey.Subject: CustomStringConvertible {
  /// The address or the domain.
  public var description: String {
    switch self {
    case .address(let address): address.description
    case .domain(let domain): domain.description
    }
  }
}

/// The limits of asking block lists: they are the machines of others.
enum BlockListLimits {
  /// So many lists are asked: more than receivers use.
  static let lists = 24
  /// So many addresses are looked up, those that the owner named first.
  static let addresses = 16
  /// So many domains are looked up.
  static let domains = 8
}
