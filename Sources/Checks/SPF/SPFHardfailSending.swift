import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfHardfailSending = DomainCheck(
    CheckDescription(
      id: "SPF-HARDFAIL-SENDING",
      area: .spf,
      title: "A sending domain uses -all by choice",
      severity: .info,
      severityReason: "some receivers refuse on SPF alone, before DKIM and DMARC are looked at",
      appliesWhen: "the domain publishes one valid SPF record that names hosts",
      rule: """
        Info if the default of the record is fail and its owner does not say that the domain is parked; unknown if \
        a record that it leads to could not be read.
        """,
      whyItMatters: """
        Forwarded mail comes from a host that the record does not list. With -all a receiver may refuse it at once, \
        although its DKIM signature would have saved it, and no DMARC report tells of it.
        """,
      remedy: """
        Sign all mail with DKIM, publish DMARC with p=reject, and use ~all; keep -all where nothing is forwarded, and \
        on domains that never send.
        """,
      standards: [
        "RFC 9989 §7.1",
        StandardReference(document: "M3AAWG, Email Authentication Recommended Best Practices (2020)", section: "SPF")
      ],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "~all", zone: #"@ TXT "v=spf1 mx ~all""#),
      CheckExample(.info, "-all behind the hosts that send", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.notApplicable, "a domain that sends nothing", zone: #"@ TXT "v=spf1 -all""#),
      CheckExample(
        .unknown, "the record handed over to does not answer",
        zone: "@ TXT \"v=spf1 redirect=slow.example.net\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    if survey.options.isParked { return .notApplicable("the owner says that the domain sends no mail") }
    return survey.judgeSPFRecord(isWhole: true) { tree in
      guard let last = tree.ownNodes.last else { return .pass }
      if case .unavailable(let failure) = last.publication.state {
        return .unknown(
          "The record of \(last.domain), which redirect leads to, could not be read: \(failure).",
          evidence: [.init(last.publication.answer)])
      }
      let namesHosts = tree.ownNodes.contains { node in
        node.terms.contains { !$0.term.isAll && $0.term.mechanism != nil }
      }
      guard namesHosts else { return .notApplicable("the record names no host that sends") }
      guard tree.root.defaultResult == .fail else { return .pass }
      // A record that is included may pass everybody.
      if !tree.unseenRecords.isEmpty { return .findings(tree.unseenRecords) }
      return .info(
        "Mail from hosts that the record does not name fails SPF, forwarded mail too.",
        evidence: [tree.evidence(of: last)])
    }
  }
}
