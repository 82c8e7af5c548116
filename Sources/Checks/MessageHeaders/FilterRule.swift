import AuditModel

/// A rule of a filter that many receivers run, with the points it gives when nobody changed them. Findings name them as
/// evidence of what a form costs; no verdict is made of points.
struct FilterRule: Sendable {
  /// The filter and the edition that the points stand in.
  let edition: Edition
  /// The name of the rule.
  let name: String
  /// The points: the smallest and the largest of the filter's sets of scores.
  let points: String

  /// The editions that were read on ``FilterRules/date``.
  enum Edition: String, Sendable {
    case spamAssassin = "SpamAssassin 4.0.1"
    case rspamd = "rspamd 3.4"
  }

  /// The rule as evidence.
  var evidence: Evidence { Evidence(source: "rule of \(edition.rawValue)", excerpt: "\(name) (\(points) points)") }

  fileprivate static func assassin(_ name: String, _ points: String) -> FilterRule {
    FilterRule(edition: .spamAssassin, name: name, points: points)
  }

  fileprivate static func rspamd(_ name: String, _ points: String) -> FilterRule {
    FilterRule(edition: .rspamd, name: name, points: points)
  }
}

/// What a form of a header field is known by to the filters.
enum FilterRules: Sendable {
  /// The day on which all points were read.
  static let date = "2026-11-26"

  static let dotlessIdentifier: [FilterRule] = [.rspamd("MID_RHS_NOT_FQDN", "0.5")]
  static let addressIdentifier: [FilterRule] = [.rspamd("MID_BARE_IP", "2.0")]
  static let literalIdentifier: [FilterRule] = [.rspamd("MID_RHS_IP_LITERAL", "0.5")]
  static let recipientDomain: [FilterRule] = [.rspamd("MID_RHS_MATCH_TO", "1.0")]
  static let recipientAddress: [FilterRule] = [.rspamd("MID_CONTAINS_TO", "1.0")]
  static let authorAddress: [FilterRule] = [.rspamd("MID_CONTAINS_FROM", "1.0")]
  static let endsInUserPart: [FilterRule] = [.rspamd("MID_END_EQ_FROM_USER_PART", "4.0")]
  static let capitalIdentifier: [FilterRule] = [.assassin("MSGID_SPAM_CAPS", "2.0 to 3.1")]
  static let shortIdentifier: [FilterRule] = [.assassin("MSGID_SHORT", "0.0 to 0.3")]
  static let randomIdentifier: [FilterRule] = [.assassin("MSGID_RANDY", "2.2 to 2.6")]
  static let outlookIdentifier: [FilterRule] = [
    .assassin("MSGID_OUTLOOK_INVALID", "3.9"), .rspamd("FORGED_MUA_OUTLOOK", "3.0")
  ]
  static let yahooIdentifier: [FilterRule] = [
    .assassin("MSGID_YAHOO_CAPS", "0.8 to 2.3"), .rspamd("FORGED_MSGID_YAHOO", "2.0")
  ]
  static let receiversIdentifier: [FilterRule] = [.assassin("MSGID_FROM_MTA_HEADER", "0.0 to 0.5")]
  static let missingDate: [FilterRule] = [.assassin("MISSING_DATE", "1.4 to 2.7")]
  static let invalidDate: [FilterRule] = [.assassin("INVALID_DATE", "0.4 to 1.7")]
  static let futureDate: [FilterRule] = [.assassin("DATE_IN_FUTURE_03_06 and longer", "0.0 to 3.4")]
  static let pastDate: [FilterRule] = [.assassin("DATE_IN_PAST_96_XX", "1.2 to 3.4")]
  static let noUserInFrom: [FilterRule] = [.assassin("FROM_NO_USER", "0.0 to 2.6")]
  static let noSpaceInFrom: [FilterRule] = [.rspamd("R_NO_SPACE_IN_FROM", "1.0")]
  static let severalFrom: [FilterRule] = [.rspamd("MULTIPLE_FROM", "8.0")]
  static let rawFrom: [FilterRule] = [
    .assassin("FROM_ILLEGAL_CHARS", "0.0 to 2.2"), .rspamd("INVALID_FROM_8BIT", "6.0")
  ]
  static let repeatedFields: [FilterRule] = [.rspamd("MULTIPLE_UNIQUE_HEADERS", "7.0")]
  static let missingTo: [FilterRule] = [.assassin("MISSING_HEADERS", "0.9 to 1.2"), .rspamd("MISSING_TO", "2.0")]
  static let undisclosedRecipients: [FilterRule] = [.rspamd("R_UNDISC_RCPT", "3.0")]
  static let missingSubject: [FilterRule] = [
    .assassin("MISSING_SUBJECT", "0.0 to 1.8"), .rspamd("MISSING_SUBJECT", "2.0")
  ]
  static let rawSubject: [FilterRule] = [
    .assassin("SUBJ_ILLEGAL_CHARS", "0.4 to 1.5"), .rspamd("SUBJECT_NEEDS_ENCODING", "1.0")
  ]
  static let capitalSubject: [FilterRule] = [.assassin("SUBJ_ALL_CAPS", "0.5")]
  static let fakeReply: [FilterRule] = [.rspamd("FAKE_REPLY", "1.0")]
  static let freeMailReply: [FilterRule] = [.assassin("FREEMAIL_FORGED_REPLYTO", "1.2 to 2.5")]
  static let replyWithoutRecipient: [FilterRule] = [.assassin("REPLYTO_WITHOUT_TO_CC", "0.6 to 2.4")]
  static let phpScript: [FilterRule] = [.rspamd("HAS_X_POS", "0.0"), .rspamd("X_PHPOS_FAKE", "3.0 when made up")]
  static let authenticationWarning: [FilterRule] = [.rspamd("HAS_XAW", "0.0")]
  static let localhostHelo: [FilterRule] = [.assassin("HELO_LOCALHOST", "2.6 to 3.8")]
  static let numericHelo: [FilterRule] = [
    .assassin("RCVD_NUMERIC_HELO", "0.0 to 1.2"), .rspamd("HFILTER_HELO_BAREIP", "3.0")
  ]
  static let noReverseName: [FilterRule] = [.assassin("RDNS_NONE", "0.8 to 2.4")]
}

extension [FilterRule] {
  /// The rules as evidence.
  var evidence: [Evidence] { map(\.evidence) }
}
