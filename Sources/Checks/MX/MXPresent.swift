import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxPresent = DomainCheck(
    CheckDescription(
      id: "MX-PRESENT",
      area: .mx,
      title: "The domain has MX records or is explicitly mail-less",
      severity: .high,
      severityReason: "without MX, mail goes to the address of the domain by accident, or nowhere",
      appliesWhen: "the domain is used in addresses",
      rule: """
        Pass if the domain has MX records, a null MX included. Without MX: warn if it has an A or AAAA record, which \
        then is its implicit MX; fail if it has neither. Unknown if a question failed.
        """,
      whyItMatters: """
        Replies, bounces and complaints go to a web server or get lost, and receivers distrust a sender who cannot \
        be answered.
        """,
      remedy: """
        Publish MX records that name the hosts which take mail for the domain, for example "10 mx1.provider.example.". \
        A domain that never uses mail publishes the null MX "0 .".
        """,
      standards: ["RFC 5321 §5.1", "RFC 7505 §3"],
      causes: ["DNS-RESOLVE-ERROR", "DNS-FROM-RESOLVES"],
      profiles: [.required(.internetNL), .required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "an MX record", zone: "@ MX 10 mail"),
      CheckExample(.pass, "a null MX", zone: "@ MX 0 ."),
      CheckExample(.warn, "an address but no MX", zone: "@ A 192.0.2.10"),
      CheckExample(.fail, "neither MX nor address", zone: #"@ TXT "v=spf1 -all""#),
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL"),
      CheckExample(.unknown, "no MX, and the address cannot be read", zone: "@ MX NODATA\n@ A TIMEOUT")
    ]
  ) { survey in
    let mx = survey.mx
    let (answers, addresses) = (survey.deliveryAnswers, survey.deliveryAnswers.dropFirst())
    switch mx.delivery {
    case .exchanges, .null: return .pass
    case .implicit:
      return .warn(
        "\(survey.domain) has no MX record: mail for it goes to its own address.",
        evidence: ([mx.answer] + addresses.filter { !$0.records.isEmpty }).map { .init($0) })
    case .none:
      return .fail(
        "\(survey.domain) has neither MX nor address records: no mail for it can be delivered.",
        evidence: answers.map { .init($0) })
    case .unknown:
      return .findings(answers.compactMap(Finding.unread))
    }
  }
}
