public import DNS
public import MailAuthentication

/// What the owner tells about a message before it is looked at.
public struct MessageOptions: Sendable {
  /// The address that the message came from (`--ip`); nil when the Received fields have to tell.
  public var clientAddress: IPAddress?
  /// The name that the sending host greeted with (`--helo`).
  public var heloName: DomainName?
  /// The address in MAIL FROM (`--mail-from`), empty for the null reverse-path; nil when Return-Path has to tell.
  public var mailFrom: String?
  /// The authserv-ids whose Authentication-Results are believed (`--authserv-id`; RFC 8601 §5).
  public var trustedServices: [String] = []
  /// How many of the topmost Received fields were written by hosts of the receiver (`--trusted-hops`). The lowest of them
  /// tells where the message came from. Nil when nobody told.
  public var trustedHops: Int?
  /// What kind of mail it is (`--kind`); nil when nobody told.
  public var kind: Kind?
  /// Whether the sender counts as a bulk sender (`--bulk`).
  public var isBulk = false
  /// Whether one-click unsubscription is tried (`--try-unsubscribe`): whoever the message went to is unsubscribed then.
  public var triesUnsubscribe = false
  /// Seconds since 1970, UTC: the time that dates are compared with. The engine sets it; nil when nobody told.
  public var time: Int?
  /// Figures of the receivers' dashboards (`--postmaster`); nil when nobody told.
  public var postmaster: PostmasterFigures?
  /// The Public Suffix List for the answers of RFC 7489. RFC 9989 needs none.
  public var publicSuffixList = PublicSuffixList.shipped
  /// What the owner tells about the domain of the author.
  public var domain = SurveyOptions()

  /// The defaults: nothing told.
  public init() {}

  /// Kinds of mail that receivers treat differently.
  public enum Kind: String, Sendable, CaseIterable {
    /// Advertising.
    case marketing
    /// What somebody asked for: newsletters, digests, mailing lists.
    case subscribed
    /// What one recipient caused: receipts, resets of passwords, notifications.
    case transactional
  }
}
