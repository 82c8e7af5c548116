import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsFromResolves = DomainCheck(
    CheckDescription(
      id: "DNS-FROM-RESOLVES",
      area: .dns,
      title: "Sender domains resolve and can receive replies",
      severity: .critical,
      severityReason: "large receivers refuse senders whose domain does not resolve",
      appliesWhen: """
        the domain sends: always, unless it is declared as parked, and exists, or its SPF record allows nobody
        """,
      rule: """
        Fail if the domain does not exist, has neither MX nor A nor AAAA records, or has nothing but a null MX. Warn if \
        it has name servers of its own, but no SOA record. Unknown if a question needed for this failed, that for SPF \
        included.
        """,
      whyItMatters: """
        Receivers look the domain of the sender up before they accept mail. Yahoo answers 451 or 554, others 550 5.1.8, \
        when it does not exist.
        """,
      remedy: """
        Publish MX records, or at least an A or AAAA record, for the domain; do not send from names that exist only \
        inside your network.
        """,
      standards: [
        "RFC 5321 §3.6.2", "RFC 5321 §5.1", "RFC 7505 §4.2", "Yahoo SMTP Error Codes §Unresolvable from domain"
      ],
      causes: ["DNS-RESOLVE-ERROR", "MX-NULL-SENDER"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "an exchange", zone: "@ MX 10 mail"),
      CheckExample(.pass, "an address", zone: "@ A 192.0.2.1"),
      CheckExample(.warn, "name servers without SOA", zone: "@ NS ns1\n@ MX 10 mail"),
      CheckExample(.fail, "the domain does not exist", zone: "@ ANY NXDOMAIN\n* ANY NXDOMAIN"),
      CheckExample(.fail, "an alias of a name that does not exist", zone: "@ CNAME gone.example.net."),
      CheckExample(.fail, "a parked domain that does not exist", zone: "@ ANY NXDOMAIN\n* ANY NXDOMAIN") {
        $0.isParked = true
      },
      CheckExample(.fail, "no way to reply", zone: #"@ TXT "v=spf1 a:web.example.org -all""#),
      CheckExample(.fail, "a null MX only", zone: "@ MX 0 ."),
      CheckExample(.notApplicable, "a domain that says it never sends", zone: "@ MX 0 .\n@ TXT \"v=spf1 -all\""),
      CheckExample(.notApplicable, "a parked domain", zone: "@ MX 0 .") { $0.isParked = true },
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL\n@ A 192.0.2.1"),
      CheckExample(.unknown, "no MX, and the address cannot be read", zone: "@ AAAA TIMEOUT")
    ]
  ) { survey in
    if survey.isNonexistent { return nonexistence(survey) }
    if survey.options.isParked { return .notApplicable("the domain is declared as parked") }
    if survey.allowsNobody { return .notApplicable("the SPF record of the domain allows nobody to send") }
    let answers = survey.deliveryAnswers
    switch survey.mx.delivery {
    case .exchanges, .implicit: return authority(survey)
    case .unknown: return .findings(survey.mx.unread.compactMap(Finding.unread))
    case .null:
      if let unread = Judgement.unread(survey.spf.answer) { return unread }
      return .fail(
        "\(survey.domain) has a null MX: nobody can answer its mail.", evidence: [Evidence(survey.mx.answer)])
    case .none:
      if let unread = Judgement.unread(survey.spf.answer) { return unread }
      if let target = answers.compactMap(\.aliases.last).first, answers.allSatisfy({ $0.outcome == .nameError }) {
        return .fail(
          "\(survey.domain) is an alias of a name that does not exist: \(target.data).",
          evidence: answers.map { Evidence($0) },
          remedy: "Remove the CNAME record, or let it lead to a name that exists.")
      }
      return .fail(
        "\(survey.domain) has neither MX nor address records.",
        evidence: answers.map { Evidence($0) })
    }
  }

  /// NXDOMAIN for the domain itself: a slip of the pen, a name that lapsed, or one known inside a network only.
  private static func nonexistence(_ survey: DomainSurvey) -> Judgement {
    let isBelowZone = if case .known = survey.zone.apex { true } else { false }
    let cause =
      isBelowZone
      ? "If it is right, publish the records of the mail domain at this very name in its zone."
      : "If it is right, ask the registrar whether it is registered, and neither expired nor suspended."
    return .fail(
      "\(survey.domain) does not exist (NXDOMAIN).", evidence: survey.denials.prefix(1).map { Evidence($0) },
      remedy: "Check the spelling of the name first. \(cause)")
  }

  /// Whether the zone answers for its SOA record, which Yahoo asks for.
  private static func authority(_ survey: DomainSurvey) -> Judgement {
    if case .unknown = survey.zone.apex {
      let unread = [survey.zone.soa, survey.zone.nameServers].compactMap(Finding.unread)
      return .findings(unread)
    }
    guard case .known(let apex, let soa, let servers) = survey.zone.apex else { return .pass }
    if let unread = Judgement.unread(soa) { return unread }
    if soa.hasOwnRecords { return .pass }
    return .warn(
      "\(apex) has name servers, but no SOA record.", subject: apex.description,
      evidence: [Evidence(servers), Evidence(soa)])
  }
}
