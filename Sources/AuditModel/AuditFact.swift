/// Something that was seen and that a later audit can compare with, whatever the checks made of it.
public struct AuditFact: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// What it is about: a host, a selector, a question to the DNS; empty for the target itself.
  public let subject: String
  /// What was seen.
  public let value: String

  /// What facts are kept.
  public enum Kind: String, Sendable, CaseIterable {
    /// Look-ups of SPF in the worst case (RFC 7208 §4.6.4), a number.
    case spfLookups = "spf-lookups"
    /// The end of the certificate of a host, in seconds since 1970.
    case certificateEnd = "certificate-end"
    /// The SHA-256 of the key of a selector of DKIM, in hexadecimal.
    case dkimKey = "dkim-key"
    /// The id of MTA-STS (RFC 8461 §3.1).
    case mtaSTSID = "mta-sts-id"
    /// The SHA-256 of the policy of MTA-STS, in hexadecimal.
    case mtaSTSPolicy = "mta-sts-policy"
    /// The records of a question, a line each; empty when there are none.
    case records
    /// A date on which something ends, in seconds since 1970; the subject begins with its kind.
    case deadline
  }

  /// Makes a fact of its parts.
  public init(_ kind: Kind, of subject: String = "", _ value: String) {
    self.kind = kind
    self.subject = subject
    self.value = value
  }
}
