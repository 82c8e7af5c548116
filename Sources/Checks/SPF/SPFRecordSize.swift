import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfRecordSize = DomainCheck(
    CheckDescription(
      id: "SPF-RECORD-SIZE",
      area: .spf,
      title: "The record fits in a small DNS message",
      severity: .low,
      severityReason: "resolvers cope with long answers, some networks in between do not",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Warn if the joined text of the record has more than 450 octets; unknown if the TXT records could not be read. \
        Whether long answers can be had over TCP shows in whether they could be read here.
        """,
      whyItMatters: """
        An answer of more than 512 octets does not fit in the smallest datagram. Where larger datagrams or TCP are \
        filtered, the record cannot be read and mail is deferred with temperror.
        """,
      remedy: """
        Shorten the record: remove terms that are not needed, join neighbouring address blocks, or move some of the \
        terms to a record of your own that is included.
        """,
      standards: ["RFC 7208 §3.4", "RFC 7766 §5"]
    ),
    examples: [
      CheckExample(.pass, "a short record", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(
        .warn, "a record of more than 450 octets",
        zone: "@ TXT \"v=spf1\" "
          + (1...4).map { block in
            "\"" + (1...9).map { " ip4:192.0.\(block).\(100 + $0)" }.joined() + "\""
          }.joined(separator: " ") + " \" -all\""),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let count = tree.root.publication.record?.text.count ?? 0
      guard count > SPFLimits.recommendedRecordOctets else { return .pass }
      return .warn(
        "The record has \(count) octets, and \(SPFLimits.recommendedRecordOctets) are recommended at most.",
        evidence: [tree.evidence(of: tree.root)])
    }
  }
}
