import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimKeyAge = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-AGE",
      area: .dkim,
      title: "Keys are rotated",
      severity: .low,
      severityReason: "M3AAWG advises at least twice a year",
      appliesWhen:
        "a selector is named after a date, or a history of audits knows its key, which stands in the domain itself",
      rule: """
        DNS does not tell the age of a key, but many selectors are named after the year, month or day of their making, \
        and a history of audits (--history) tells when the same key was seen first, so that it is at least as old. For \
        each such selector with a key: info if that is more than 6 months past, warn if more than 24; a year alone \
        counts from its end. A key that the history has known for a shorter time may be older: that decides nothing. \
        Keys behind a CNAME record are left to whoever publishes them. Unknown for a selector that could not be \
        read, named or tried.
        """,
      whyItMatters: "The longer a key is in use, the more chances there are to steal it, and to go unnoticed.",
      remedy: """
        Publish a new key under a new selector, switch to it, keep the old one for 7 days or more, then revoke it with \
        an empty p=.
        """,
      standards: [
        "M3AAWG, DKIM Key Rotation Best Common Practices (2019) §Rotation frequency", "RFC 6376 §3.1",
        "NIST SP 800-177 Rev. 1 §4.5"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.nist800177)]
    ),
    examples: [
      CheckExample(.pass, "a selector of three months ago", zone: #"202608._domainkey TXT "v=DKIM1; p=AAAA""#) {
        $0.selectors = ["202608"]
        $0.time = november2026
      },
      CheckExample(.info, "a selector of last year", zone: #"2025b._domainkey TXT "v=DKIM1; p=AAAA""#) {
        $0.selectors = ["2025b"]
        $0.time = november2026
      },
      CheckExample(.warn, "a selector of 2016", zone: #"20161025._domainkey TXT "v=DKIM1; p=AAAA""#) {
        $0.selectors = ["20161025"]
        $0.time = november2026
      },
      CheckExample(
        .warn, "a key that the history has known for three years", zone: #"s1._domainkey TXT "v=DKIM1; p=AAAA""#
      ) {
        $0.selectors = ["s1"]
        $0.time = november2026
        $0.past.keys = [PastSurvey.Key(selector: "s1", digest: digestOfAAAA, first: november2026 - 3 * 31_556_952)]
      },
      CheckExample(.notApplicable, "a selector without a date", zone: #"s2048._domainkey TXT "v=DKIM1; p=AAAA""#) {
        $0.selectors = ["s2048"]
        $0.time = november2026
      },
      CheckExample(.unknown, "the selector cannot be read", zone: "2016._domainkey TXT SERVFAIL") {
        $0.selectors = ["2016"]
        $0.time = november2026
      }
    ]
  ) { survey in
    guard let time = survey.options.time else { return .notApplicable("the time of the audit is not known") }
    let ages = { (key: KnownKey) in
      key.selector.lookup.aliasTargets.isEmpty && key.record.material != .revoked
        ? [named(key, time), known(key, survey.options.past, time)].compactMap(\.self) : []
    }
    let none = "no selector is named after a date, and no history has known a key for 6 months"
    return survey.judgeKeys(where: { !ages($0).isEmpty }, otherwise: none) { key in
      ages(key).max { $0.months < $1.months }.map { finding(key, $0) } ?? []
    }
  }

  /// The least age of a key in months, and where it is known from.
  private typealias Age = (months: Int, words: String)

  private static func named(_ key: KnownKey, _ time: Int) -> Age? {
    let now = YearMonth(secondsSince1970: time)
    return SelectorDate(selector: key.name, now: now).map { ($0.age(at: now), "is named after \($0.description)") }
  }

  /// Nil for a key that the history has known for a short time only: it may be older.
  private static func known(_ key: KnownKey, _ past: PastSurvey, _ time: Int) -> Age? {
    guard let first = past.firstSight(of: key) else { return nil }
    // The months that are over for sure: the audit may have been at the end of its month.
    let months = YearMonth(secondsSince1970: time).index - YearMonth(secondsSince1970: first).index - 1
    let day = Timestamp.rfc3339(first).prefix(10)
    return months > 6 ? (months, "has had the same key since the audit of \(day)") : nil
  }

  /// The time of the examples.
  private static let november2026 = 1_795_219_200

  /// The SHA-256 of the key in the examples.
  private static let digestOfAAAA = "63c1dd951ffedf6f7fd968ad4efa39b8ed584f162f46e715114ee184f8de9201"

  private static func finding(_ key: KnownKey, _ age: Age) -> [Finding] {
    guard age.months > 6 else { return [] }
    let statement = "The selector \(key.name) \(age.words), \(age.months) months or more ago."
    return [key.finding(age.months > 24 ? .warn : .info, statement)]
  }
}
