public import DNS

/// A list of addresses or domains that receivers ask in the DNS (RFC 5782), and what its answers mean.
public struct BlockList: Sendable, Hashable {
  /// The zone that is asked.
  public let zone: DomainName
  /// The name for people.
  public let title: String
  /// What can be looked up in it.
  public let kinds: [Kind]
  /// What the addresses in its answers mean.
  public let codes: [Code]
  /// Who may ask.
  public let use: Use
  /// Whether it is asked when the owner names no list.
  public let isDefault: Bool
  /// Domains that must be listed and must not be; by RFC 5782 §5 unless the list has others.
  public let testDomains: TestDomains
  /// The day or month since when it is closed; nil for one that answers.
  public let retired: String?
  /// Where to ask for removal, a host and path.
  public let removal: String
  /// Where these facts come from.
  public let source: String

  /// What can be looked up in a list.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// IPv4 addresses (RFC 5782 §2.1).
    case ipv4 = "IPv4"
    /// IPv6 addresses (RFC 5782 §2.4).
    case ipv6 = "IPv6"
    /// Domain names (RFC 5782 §3).
    case domain
  }

  /// Who may ask a list.
  public enum Use: Sendable, Hashable {
    /// Everybody.
    case free
    /// Who asks little, from a resolver of his own; others need a key.
    case small
    /// Who has registered the address of his resolver.
    case registration
  }

  /// A domain that a working list has, and one that it has not.
  public struct TestDomains: Sendable, Hashable {
    /// It must be listed.
    public let listed: DomainName
    /// It must not be listed.
    public let unlisted: DomainName

    /// RFC 5782 §5.
    static let standard = TestDomains(listed: "test", unlisted: "invalid")
  }

  init(
    _ zone: DomainName, _ title: String, _ kinds: [Kind], _ codes: [Code], use: Use = .free, isDefault: Bool = false,
    listedTest: DomainName = "test", retired: String? = nil, removal: String, source: String
  ) {
    self.zone = zone
    self.title = title
    self.kinds = kinds
    self.codes = codes
    self.use = use
    self.isDefault = isDefault
    testDomains = TestDomains(listed: listedTest, unlisted: "invalid")
    self.retired = retired
    self.removal = removal
    self.source = source
  }
}

extension BlockList {
  /// A list that the directory does not know: of IPv4 addresses, any answer means listed (RFC 5782 §2.1).
  public init(unknown zone: DomainName) {
    self.init(
      zone, zone.description, [.ipv4], [Code(.range(0x7F00_0002...0x7FFF_FEFF), "listed", .listed)],
      removal: zone.description, source: "named by the owner")
  }

  /// The name to ask for an address (RFC 5782 §2.1, §2.4), an IPv4-mapped one being IPv6 as the test entries are; nil when it would be over-long.
  public func name(for address: IPAddress) -> DomainName? {
    let front = DomainName(labels: address.reverseName.labels.dropLast(2))
    return front.flatMap(zone.prefixed)
  }

  /// The name to ask for a domain (RFC 5782 §3); nil when it would be over-long.
  public func name(for domain: DomainName) -> DomainName? { zone.prefixed(with: domain) }
}
