public import DNS

/// One host that takes mail for a domain: an exchange of its MX records, or the domain itself as the implicit MX.
public final class MXHost: Sendable {
  /// The name in the MX record.
  public let name: DomainName
  /// The preferences under which the name is listed, lowest first; 0 for an implicit MX (RFC 5321 §5.1).
  public let preferences: [UInt16]
  /// The A records of the name.
  public let ipv4: DNSAnswer
  /// The AAAA records of the name.
  public let ipv6: DNSAnswer
  /// Both answers, IPv4 first.
  public let answers: [DNSAnswer]
  /// All addresses that were seen, in order.
  public let addresses: [IPAddress]

  init(name: DomainName, preferences: [UInt16], ipv4: DNSAnswer, ipv6: DNSAnswer) {
    self.name = name
    self.preferences = preferences
    self.ipv4 = ipv4
    self.ipv6 = ipv6
    answers = [ipv4, ipv6]
    addresses = IPAddress.sorted(ipv4.addresses, ipv6.addresses)
  }

  /// Whether the name leads to an address.
  public enum Resolution: Sendable, Equatable {
    /// It has at least one address.
    case addresses
    /// It has none: both answers are NXDOMAIN or NODATA.
    case noAddress
    /// Nobody can tell: no address was seen, and a question failed.
    case unknown(DNSFailure)
  }
}

extension MXHost {
  /// The preference at which senders try the host first.
  public var preference: UInt16 { preferences.first ?? 0 }

  /// The aliases that stand between the name and its addresses; empty when the name is no alias (RFC 2181 §10.3).
  public var aliases: [DNSRecord] { ipv4.aliases.isEmpty ? ipv6.aliases : ipv4.aliases }

  /// Whether the name leads to an address.
  public var resolution: Resolution {
    if !addresses.isEmpty { return .addresses }
    return answers.lazy.compactMap(\.failure).first.map(Resolution.unknown) ?? .noAddress
  }

  /// The address that the name spells, when somebody wrote an address where a host name belongs: `192.0.2.25`,
  /// `[192.0.2.25]` or `2001:db8::25` (RFC 1035 §3.3.9 allows names only).
  public var literalAddress: IPAddress? { name.literalAddress }

  /// Whether the last label is all digits, as no name in the DNS is (RFC 3696 §2).
  public var endsInNumber: Bool { name.labels.last?.allSatisfy(\.isASCIIDigit) ?? false }
}
