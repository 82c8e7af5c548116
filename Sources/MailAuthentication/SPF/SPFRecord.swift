public import DNS

/// An SPF record as terms (RFC 7208 §4.6.1).
public struct SPFRecord: Sendable, Hashable {
  /// The terms that could be read, in order; a term with a fatal fault is not among them.
  public let terms: [SPFTerm]
  /// The terms that an evaluation without any match comes to, in its order: what stands behind `all` is never read
  /// (RFC 7208 §5.1), a redirect comes last and only without `all` (§6.1).
  public let termsInOrder: [SPFTerm]

  /// Makes a record of its terms.
  public init(terms: [SPFTerm]) {
    self.terms = terms
    termsInOrder = Self.inOrder(terms)
  }

  /// The first `all`, which ends the evaluation (RFC 7208 §5.1).
  public var all: SPFTerm? { terms.first(where: \.isAll) }

  /// The redirect modifier, also when an `all` makes it void.
  public var redirect: SPFTerm? { terms.first(where: \.isRedirect) }

  /// Where mail fails, the name of the text to tell the sender (RFC 7208 §6.2).
  public var explanation: SPFMacroString? {
    for term in terms { if case .explanation(let domain) = term.kind { return domain } }
    return nil
  }

  private static func inOrder(_ terms: [SPFTerm]) -> [SPFTerm] {
    var directives: [SPFTerm] = []
    for term in terms {
      guard case .directive = term.kind else { continue }
      directives.append(term)
      if term.isAll { return directives }
    }
    return directives + terms.lazy.filter(\.isRedirect).prefix(1)
  }
}

/// One term and where it stands.
public struct SPFTerm: Sendable, Hashable {
  /// The octets of the term, as offsets into the text of the record.
  public let range: Range<Int>
  /// What the term is.
  public let kind: Kind

  /// Makes a term of its parts.
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }

  /// What a term can be (RFC 7208 §4.6.1).
  public enum Kind: Sendable, Hashable {
    /// A mechanism with the result of its match.
    case directive(SPFQualifier, SPFMechanism)
    /// `redirect=` (§6.1).
    case redirect(SPFMacroString)
    /// `exp=` (§6.2).
    case explanation(SPFMacroString)
    /// A modifier of another name, which is ignored (§6).
    case unknownModifier(name: String, value: SPFMacroString)
  }

  /// Whether the term is a redirect.
  public var isRedirect: Bool { if case .redirect = kind { true } else { false } }

  /// Whether the term is an `all` with any qualifier.
  public var isAll: Bool { mechanism == .all }

  /// The mechanism, if the term is a directive.
  public var mechanism: SPFMechanism? {
    if case .directive(_, let mechanism) = kind { mechanism } else { nil }
  }

  /// The qualifier, if the term is a directive.
  public var qualifier: SPFQualifier? {
    if case .directive(let qualifier, _) = kind { qualifier } else { nil }
  }

  /// Whether the term is one of those that count against the limit of ten (RFC 7208 §4.6.4).
  public var isCounted: Bool {
    switch kind {
    case .directive(_, .all), .directive(_, .ip4), .directive(_, .ip6): false
    case .directive, .redirect: true
    case .explanation, .unknownModifier: false
    }
  }

  /// The domain-spec of the term, if it has one; an unknown modifier has none.
  public var domainSpec: SPFMacroString? {
    switch kind {
    case .directive(_, let mechanism): mechanism.domainSpec
    case .redirect(let domain), .explanation(let domain): domain
    case .unknownModifier: nil
    }
  }

  /// The term as it stands in `record`.
  public func text(in record: [UInt8]) -> String {
    String(decoding: record[range.clamped(to: 0..<record.count)], as: UTF8.self)
  }
}

/// A mechanism (RFC 7208 §5).
public enum SPFMechanism: Sendable, Hashable {
  /// `all` (§5.1).
  case all
  /// `include` (§5.2).
  case include(SPFMacroString)
  /// `a` (§5.3); without a domain the current one is meant.
  case a(SPFMacroString?, SPFPrefixLengths)
  /// `mx` (§5.4).
  case mx(SPFMacroString?, SPFPrefixLengths)
  /// `ptr` (§5.5).
  case ptr(SPFMacroString?)
  /// `ip4` (§5.6).
  case ip4(IPNetwork)
  /// `ip6` (§5.6).
  case ip6(IPNetwork)
  /// `exists` (§5.7).
  case exists(SPFMacroString)

  /// The domain-spec, if the mechanism has one.
  public var domainSpec: SPFMacroString? {
    switch self {
    case .include(let domain), .exists(let domain): domain
    case .a(let domain, _), .mx(let domain, _), .ptr(let domain): domain
    case .all, .ip4, .ip6: nil
    }
  }

  /// The prefix lengths of an `a` or `mx`.
  public var prefixLengths: SPFPrefixLengths? {
    switch self {
    case .a(_, let lengths), .mx(_, let lengths): lengths
    default: nil
    }
  }

  /// The network of an `ip4` or `ip6`.
  public var network: IPNetwork? {
    switch self {
    case .ip4(let network), .ip6(let network): network
    default: nil
    }
  }
}

/// The dual-cidr-length of `a` and `mx` (RFC 7208 §5.3): how much of an address has to agree.
public struct SPFPrefixLengths: Sendable, Hashable {
  /// For IPv4, 0 to 32.
  public let v4: Int
  /// For IPv6, 0 to 128.
  public let v6: Int

  /// The whole address by default.
  public init(v4: Int = 32, v6: Int = 128) {
    self.v4 = v4
    self.v6 = v6
  }

  /// The block around `address`; nil only for a length out of range.
  public func network(around address: IPAddress) -> IPNetwork? {
    IPNetwork(address, prefixLength: address.isV4 ? v4 : v6)
  }
}
