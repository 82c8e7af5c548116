/// What a survey looks at beside the zone, the hosts that receive mail, SPF and DMARC.
public struct SurveyScope: OptionSet, Sendable {
  /// The bits of the parts.
  public let rawValue: UInt8

  /// Takes the bits of the parts.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// MTA-STS, TLS-RPT and BIMI.
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
  /// Everything.
  public static let all: SurveyScope = [.policies, .dane, .senders, .issuers, .clients, .keys]
}
