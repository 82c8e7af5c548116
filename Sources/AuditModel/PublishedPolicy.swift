/// What a domain has decided, in one word: what a survey of many domains counts.
public struct PublishedPolicy: Sendable, Hashable {
  /// What the decision is about.
  public let kind: Kind
  /// The decision: a word of the standard, or ``absent``, ``malformed`` or ``unknown``.
  public let value: String

  /// What decisions there are.
  public enum Kind: String, Sendable, CaseIterable {
    /// Where mail for the domain goes: `mx`, `implicit`, `null`, or absent.
    case mx
    /// What the SPF record says of everybody else: `-all`, `~all`, `?all`, `+all`, `redirect`, or `no all`.
    case spf
    /// What receivers act by: `reject`, `quarantine` or `none`, inherited or the domain's own.
    case dmarc
    /// The mode of the MTA-STS policy: `enforce`, `testing`, `none`; `record` where the policy was not fetched.
    case mtaSTS = "mta-sts"
    /// Whether TLS reports are asked for: `present`.
    case tlsRPT = "tls-rpt"
    /// Whether there is a BIMI record: `present`.
    case bimi
    /// What DNSSEC says of the domain: `secure`, `insecure`, `bogus`.
    case dnssec
    /// Whether the hosts that receive mail have TLSA records: `all`, `some`, or absent.
    case dane

    /// The area that looks at it.
    public var area: Area {
      switch self {
      case .mx: .mx
      case .spf: .spf
      case .dmarc: .dmarc
      case .mtaSTS: .mtaSTS
      case .tlsRPT: .tlsRPT
      case .bimi: .bimi
      case .dnssec: .dnssec
      case .dane: .dane
      }
    }
  }

  /// There is none.
  public static let absent = "absent"
  /// There is one that nobody can follow.
  public static let malformed = "malformed"
  /// It could not be looked at.
  public static let unknown = "unknown"

  /// Makes the value of its parts.
  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}
