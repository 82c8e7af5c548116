public import DNS

/// The inputs of check_host() (RFC 7208 §4.1): who sends, from where, and in whose name.
public struct SPFIdentity: Sendable, Hashable {
  /// The address of the client; never an IPv4-mapped one (RFC 7208 §5).
  public let address: IPAddress
  /// The name in HELO or EHLO, as it was sent.
  public let helo: [UInt8]
  /// The local part of the sender; `postmaster` when it has none (RFC 7208 §4.3).
  public let localPart: [UInt8]
  /// The domain of the sender: that of MAIL FROM, or HELO when MAIL FROM is empty (RFC 7208 §2.4).
  public let senderDomain: [UInt8]
  /// The domain whose record is asked for first.
  public let domain: [UInt8]

  /// The domain as a name; nil when it is malformed or has a single label, which gives none (RFC 7208 §4.3).
  public var domainName: DomainName? { DomainName(spfDomain: domain) }

  /// Takes the parts of an SMTP session: an address, the HELO name, MAIL FROM without angle brackets.
  ///
  /// `domain` is the domain to check when it is not that of the sender.
  public init(address: IPAddress, helo: String, mailFrom: String = "", domain: String? = nil) {
    self.address = address.unmapped
    self.helo = Array(helo.utf8)
    let sender = mailFrom.isEmpty ? "postmaster@" + helo : mailFrom
    let octets = Array(sender.utf8)
    let at = octets.lastIndex(of: UInt8(ascii: "@"))
    let local = at.map { Array(octets[..<$0]) } ?? []
    localPart = local.isEmpty ? Array("postmaster".utf8) : local
    senderDomain = at.map { Array(octets[($0 + 1)...]) } ?? octets
    self.domain = domain.map { Array($0.utf8) } ?? senderDomain
  }
}
