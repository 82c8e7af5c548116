/// A date on which something stops working, or is due.
public struct Deadline: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// What it is about: a host, a zone, a selector.
  public let subject: String
  /// Seconds since 1970, UTC.
  public let time: Int

  /// Makes the value of its parts.
  public init(_ kind: Kind, _ subject: String, at time: Int) {
    (self.kind, self.subject, self.time) = (kind, subject, time)
  }

  /// The kinds.
  public enum Kind: String, Sendable, CaseIterable {
    /// The certificate of a mail server or of the policy server of MTA-STS ends.
    case certificate
    /// A TLSA record names the very certificate that ends: the next one has to be published before it is used.
    case tlsa
    /// The signatures of a zone end, unless it is signed anew.
    case rrsig
    /// A DKIM key is due to be replaced.
    case dkimKey = "dkim-key"
    /// The mark certificate of BIMI ends.
    case bimi
    /// The registration of the domain ends.
    case registration
    /// A finding is accepted no longer, and counts again.
    case acceptance

    /// The kind for people.
    public var title: String {
      switch self {
      case .certificate: "certificate"
      case .tlsa: "TLSA rollover"
      case .rrsig: "DNSSEC signatures"
      case .dkimKey: "DKIM key"
      case .bimi: "mark certificate"
      case .registration: "registration"
      case .acceptance: "acceptance"
      }
    }
  }

  /// The date as a history keeps it; nil for signatures of zones, which are made anew all the time.
  public var fact: AuditFact? {
    kind == .rrsig ? nil : AuditFact(.deadline, of: "\(kind.rawValue) \(subject)", String(time))
  }

  /// By time, then by kind and subject: the same world gives the same list.
  public static func sorted(_ deadlines: [Deadline]) -> [Deadline] {
    Set(deadlines).sorted {
      ($0.time, $0.kind.rawValue, $0.subject) < ($1.time, $1.kind.rawValue, $1.subject)
    }
  }
}
