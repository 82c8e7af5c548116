import AuditModel
import Survey

extension DomainCheck {
  static let dnsDomainAge = DomainCheck(
    CheckDescription(
      id: "DNS-DOMAIN-AGE",
      area: .dns,
      title: "The domain is not newly registered, and does not run out",
      severity: .medium,
      severityReason: "young domains are filtered whatever their authentication says",
      appliesWhen: "the owner tells when the domain was registered, or when it runs out",
      rule: """
        Warn if the domain was registered less than 30 days ago, a remark if less than 90. Fail if it runs out in less \
        than 15 days, or has run out. Unknown if the day of registration lies in the future, or the day of the audit \
        is not known.
        """,
      whyItMatters: """
        Spamhaus lists domains in their first day (ZRD), and most receivers distrust them for weeks: mail lands in \
        spam, however well it is signed.
        """,
      remedy: """
        Send little at first, to people who expect the mail, and more each week; send what must arrive from a domain \
        that is known already. Renew a domain that runs out, or see that renewal is automatic.
        """,
      standards: [
        "Spamhaus, DNSBL usage FAQ §ZRD", "M3AAWG, Sender Best Common Practices v4.0 §Domain warm-up"
      ],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "an old domain", zone: "") {
        $0.registered = CivilDay("2019-05-01")
        $0.time = november2026
      },
      CheckExample(.info, "two months old", zone: "") {
        $0.registered = CivilDay("2026-09-15")
        $0.time = november2026
      },
      CheckExample(.warn, "a week old", zone: "") {
        $0.registered = CivilDay("2026-11-14")
        $0.time = november2026
      },
      CheckExample(.fail, "it runs out in a week", zone: "") {
        $0.expires = CivilDay("2026-11-28")
        $0.time = november2026
      },
      CheckExample(.notApplicable, "the owner tells nothing", zone: "") { $0.time = november2026 },
      CheckExample(.unknown, "a day in the future", zone: "") {
        $0.registered = CivilDay("2027-01-01")
        $0.time = november2026
      }
    ]
  ) { survey in
    let options = survey.options
    if options.registered == nil, options.expires == nil {
      return .notApplicable("the day of registration is not given (--registered)")
    }
    guard let time = options.time else {
      return .unknown("The day of the audit is not known, so the age of the domain is not either.")
    }
    let today = CivilDay(secondsSince1970: time).days
    return .findings(
      (options.registered.map { age(today - $0.days, survey) } ?? [])
        + (options.expires.map { rest($0.days - today, survey) } ?? []))
  }

  /// The time of the examples: 2026-11-21.
  private static let november2026 = 1_795_219_200

  private static func age(_ days: Int, _ survey: DomainSurvey) -> [Finding] {
    let evidence = [Evidence(source: "--registered", excerpt: "\(days) days before the audit")]
    if days < 0 {
      return [Finding(.unknown, "The day of registration given lies in the future.", evidence: evidence)]
    }
    guard days < 90 else { return [] }
    return [Finding(days < 30 ? .warn : .info, "\(survey.domain) is \(days) days old.", evidence: evidence)]
  }

  private static func rest(_ days: Int, _ survey: DomainSurvey) -> [Finding] {
    guard days < 15 else { return [] }
    let evidence = [Evidence(source: "--expires", excerpt: "\(days) days after the audit")]
    let statement = days < 0 ? "\(survey.domain) has run out." : "\(survey.domain) runs out in \(days) days."
    return [Finding(.fail, statement, evidence: evidence, remedy: "Renew the domain now.")]
  }
}
