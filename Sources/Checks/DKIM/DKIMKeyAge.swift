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
      appliesWhen: "a selector is named after a date, and its key stands in the domain itself",
      rule: """
        DNS does not tell the age of a key, but many selectors are named after the year, month or day of their making. \
        For each such selector with a key: info if the date is more than 6 months past, warn if more than 24; a year \
        alone counts from its end. Keys behind a CNAME record are left to whoever publishes them. Unknown for a named \
        selector that could not be read.
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
    let now = YearMonth(secondsSince1970: time)
    let date = { (key: KnownKey) in
      key.selector.lookup.aliasTargets.isEmpty && key.record.material != .revoked
        ? SelectorDate(selector: key.name, now: now) : nil
    }
    return survey.judgeKeys(where: { date($0) != nil }, otherwise: "no selector is named after a date") { key in
      date(key).map { finding(key, $0, age: $0.age(at: now)) } ?? []
    }
  }

  /// The time of the examples.
  private static let november2026 = 1_795_219_200

  private static func finding(_ key: KnownKey, _ date: SelectorDate, age months: Int) -> [Finding] {
    guard months > 6 else { return [] }
    let statement = "The selector \(key.name) is named after \(date.description), \(months) months or more ago."
    return [key.finding(months > 24 ? .warn : .info, statement)]
  }
}
