public import DNS

/// The records that a domain's SPF record reaches through include and redirect, and what they cost when nothing
/// matches: the static worst case of an evaluation (RFC 7208 §4.6.4).
///
/// The walk goes on behind the tenth term, so that the true total is known, up to the bounds of ``SPFLimits``.
public struct SPFTree: Sendable {
  /// The domain.
  public let domain: DomainName
  /// The records, each occurrence one node, level by level; the first is that of the domain.
  public let nodes: [Node]
  /// Whether a bound ended the walk: the totals are lower bounds then.
  public let isTruncated: Bool

  /// The terms that count against the limit of ten, in the order in which an evaluation without a match comes to them;
  /// the eleventh is the one that breaks the limit (RFC 7208 §4.6.4).
  public private(set) var countedTerms: [Place] = []
  /// The blocks whose addresses pass, in the order of the terms: those of `ip4` and `ip6`, and the addresses of `a` and
  /// `mx` with their prefix lengths. Terms that exclude parts of them are not taken off.
  public private(set) var passingNetworks: [PassingNetwork] = []
  /// The answers that are failures, in the order of the nodes and terms, each question once.
  public private(set) var failures: [DNSAnswer] = []

  /// Takes the records, and works out what several checks ask of the whole.
  init(domain: DomainName, nodes: [Node], isTruncated: Bool) {
    self.domain = domain
    self.nodes = nodes
    self.isTruncated = isTruncated
    countedTerms = termsThatCount()
    passingNetworks = networksThatPass()
    failures = failedAnswers()
  }

  /// A name whose record is asked for, at one place of the tree. A class, as are the terms: trees are passed on often.
  public final class Node: Sendable {
    /// The place in ``SPFTree/nodes``.
    public let index: Int
    /// The term that led here; nil for the domain itself.
    public let parent: Place?
    /// How many terms led here.
    public let depth: Int
    /// What the name publishes. Shared by all nodes of the name.
    public let publication: SPFPublication
    /// The terms that an evaluation without a match comes to, in its order; those of a faulty record as far as they
    /// could be read.
    public let terms: [Term]
    /// How many of the terms are reached: up to the first that ends its record for every client, which is an `all` or an
    /// include of a record that passes everybody.
    public let reachedCount: Int
    /// The result for an address that no term names; what cannot be known beforehand is taken not to match.
    public let defaultResult: SPFResult
    /// The places of the terms that are reached.
    public let reachedTerms: [Place]

    /// The name.
    public var domain: DomainName { publication.domain }

    init(
      index: Int, parent: Place?, depth: Int, publication: SPFPublication, terms: [Term], reachedCount: Int,
      defaultResult: SPFResult
    ) {
      self.index = index
      self.parent = parent
      self.depth = depth
      self.publication = publication
      self.terms = terms
      self.reachedCount = reachedCount
      self.defaultResult = defaultResult
      reachedTerms = (0..<reachedCount).map { Place(node: index, term: $0) }
    }
  }

  /// A term in the tree.
  public struct Place: Sendable, Hashable {
    /// The index of the node.
    public let node: Int
    /// The index of the term in the node's ``SPFTree/Node/terms``.
    public let term: Int

    /// Names a place by its indices.
    public init(node: Int, term: Int) {
      self.node = node
      self.term = term
    }
  }

  /// A term, what it is about, and what was learned about that.
  public final class Term: Sendable {
    /// The term.
    public let term: SPFTerm
    /// The name that the term is about.
    public let target: Target
    /// The node of an include or redirect; nil for a loop, and where a bound ended the walk.
    public let child: Int?
    /// Whether the include or redirect leads back to a name that led here.
    public let isLoop: Bool
    /// The answers for this term: A and AAAA of an `a`, MX of an `mx`, A of an `exists`.
    public let answers: [DNSAnswer]
    /// The exchanges of an `mx` by preference, without the root of a null MX.
    public let exchanges: [DomainName]
    /// The answers with the addresses of the first ten exchanges.
    public let exchangeAnswers: [DNSAnswer]
    /// The text of the record.
    let record: [UInt8]

    /// The term as it stands in the record.
    public var text: String { term.text(in: record) }

    init(
      term: SPFTerm, target: Target, child: Int?, isLoop: Bool, answers: [DNSAnswer] = [],
      exchanges: [DomainName] = [], exchangeAnswers: [DNSAnswer] = [], record: [UInt8]
    ) {
      self.term = term
      self.target = target
      self.child = child
      self.isLoop = isLoop
      self.answers = answers
      self.exchanges = exchanges
      self.exchangeAnswers = exchangeAnswers
      self.record = record
    }
  }

  /// The name that a term is about.
  public enum Target: Sendable, Hashable {
    /// `all`, `ip4`, `ip6` and `ptr` ask for no name of their own.
    case none
    /// A name that is the same for every message; `%{d}` and `%{o}` are put in.
    case name(DomainName)
    /// Macros make the name different for each message: it cannot be looked up beforehand.
    case dynamic
    /// The text is no domain name (RFC 7208 §4.8).
    case malformed(String)
  }

  /// The node of the domain itself.
  public var root: Node { nodes[0] }

  /// The term at a place.
  public func term(at place: Place) -> Term { nodes[place.node].terms[place.term] }

  /// The names from the domain to the node, both included: the way of the includes.
  public func path(to node: Node) -> [DomainName] {
    var (path, next): ([DomainName], Node?) = ([], node)
    while let current = next {
      path.append(current.domain)
      next = current.parent.map { nodes[$0.node] }
    }
    return path.reversed()
  }
}
