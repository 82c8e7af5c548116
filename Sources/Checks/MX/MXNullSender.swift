import AuditModel
import Survey

extension DomainCheck {
  static let mxNullSender = DomainCheck(
    CheckDescription(
      id: "MX-NULL-SENDER",
      area: .mx,
      title: "Domains with a null MX are not used to send",
      severity: .critical,
      severityReason: "receivers refuse mail whose return address cannot take bounces",
      appliesWhen:
        "always: a domain is taken to send mail unless it is declared as parked, or its SPF record allows nobody",
      rule: """
        Fail if the only MX of a domain that sends is a null MX. A domain whose SPF record begins with -all sends \
        nothing, and passes. For a domain declared as parked, pass if it has a null MX or takes mail, and give a remark \
        if it has no MX at all. Unknown if the MX records could not be read, or the SPF record beside a null MX.
        """,
      whyItMatters: """
        Yahoo names a null MX of the sender's domain as a reason to refuse mail, and RFC 7505 asks others to do so: \
        neither a reply nor a bounce could ever be delivered.
        """,
      remedy: """
        Give the domain MX records of hosts that take its mail, or send from a domain that has them. If the domain \
        really never sends, publish the SPF record "v=spf1 -all".
        """,
      standards: ["RFC 7505 §4.2", "Yahoo SMTP Error Codes §Other policy errors"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.yahooBulk)]
    ),
    examples: [
      CheckExample(.pass, "a sending domain with an exchange", zone: "@ MX 10 mail"),
      CheckExample(.pass, "a domain that neither sends nor receives", zone: "@ MX 0 .\n@ TXT \"v=spf1 -all\""),
      CheckExample(.pass, "a parked domain with a null MX", zone: "@ MX 0 .") { $0.isParked = true },
      CheckExample(.info, "a parked domain without MX", zone: "@ A 192.0.2.1") { $0.isParked = true },
      CheckExample(.fail, "a sending domain with a null MX", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the server fails", zone: "@ MX SERVFAIL"),
      CheckExample(.unknown, "a null MX, and SPF cannot be read", zone: "@ MX 0 .\n@ TXT TIMEOUT")
    ]
  ) { survey in
    let mx = survey.mx
    if let unread = Judgement.unread(mx.answer) { return unread }
    if survey.options.isParked {
      guard mx.records.isEmpty else { return .pass }
      return .info(
        "\(survey.domain) is declared as parked, and has no null MX to say that it takes no mail.",
        evidence: [.init(mx.answer)], remedy: "Publish the MX record \"0 .\" if the domain takes no mail.")
    }
    guard mx.delivery == .null, !survey.allowsNobody else { return .pass }
    if let unread = Judgement.unread(survey.spf.answer) { return unread }
    return .fail(
      "\(survey.domain) is taken to send mail, but its null MX says that it accepts none.",
      evidence: [.init(mx.answer)])
  }
}
