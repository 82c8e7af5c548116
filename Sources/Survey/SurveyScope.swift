/// The parts of a survey. The TXT records of the domain itself belong to all.
public struct SurveyScope: OptionSet, Sendable {
  /// The bits of the parts.
  public let rawValue: UInt16

  /// Takes the bits of the parts.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// MTA-STS and TLS-RPT.
  public static let policies = SurveyScope(rawValue: 1)
  /// TLSA records.
  public static let dane = SurveyScope(rawValue: 2)
  /// The names of sending addresses.
  public static let senders = SurveyScope(rawValue: 4)
  /// Who may issue certificates for the hosts of the domain.
  public static let issuers = SurveyScope(rawValue: 8)
  /// The servers that mail programs are led to.
  public static let clients = SurveyScope(rawValue: 16)
  /// DKIM keys.
  public static let keys = SurveyScope(rawValue: 32)
  /// The zone and its name servers.
  public static let zone = SurveyScope(rawValue: 64)
  /// The MX records alone.
  public static let exchanges = SurveyScope(rawValue: 128)
  /// The MX records and the addresses of the hosts that receive mail.
  public static let hosts: SurveyScope = [.exchanges, SurveyScope(rawValue: 256)]
  /// What the SPF record leads to.
  public static let spf = SurveyScope(rawValue: 512)
  /// DMARC.
  public static let dmarc = SurveyScope(rawValue: 1_024)
  /// Wildcards, and whether the names of others that records point at exist.
  public static let names = SurveyScope(rawValue: 2_048)
  /// What DNSSEC says of every name that mail depends on.
  public static let dnssec = SurveyScope(rawValue: 4_096)
  /// BIMI.
  public static let bimi = SurveyScope(rawValue: 8_192)
  /// Everything that audits look at.
  public static let all: SurveyScope = [
    .policies, .dane, .senders, .issuers, .clients, .keys, .zone, .hosts, .spf, .dmarc, .names, .dnssec, .bimi
  ]
  /// The addresses of the domain itself even where exchanges receive its mail: who reads reports knows its host by them.
  public static let ownAddresses = SurveyScope(rawValue: 16_384)
}
