import AuditModel
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dmarcRUASyntax = DomainCheck(
    CheckDescription(
      id: "DMARC-RUA-SYNTAX",
      area: .dmarc,
      title: "Report addresses are valid",
      severity: .medium,
      severityReason: "entries that are no URI are skipped",
      appliesWhen: "rua or ruf is present",
      rule: """
        For rua and for ruf: fail if no entry is a mailto: URI with a domain. Warn for each entry without a \
        scheme, of another scheme, with a bare "!", or with the obsolete size behind "!", and for more than two \
        entries, because receivers of the former standard may stop at two.
        """,
      whyItMatters: "The reports are not sent, and nobody says so.",
      remedy: """
        Write each address as mailto:user@domain, commas between them: \
        rua=mailto:a@example.org,mailto:b@example.net. In the user part write a comma as %2C and an exclamation \
        mark as %21.
        """,
      standards: ["RFC 9989 §4.6", "RFC 9989 §4.8", "RFC 9990 §3.5"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "one address", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#),
      CheckExample(.fail, "the scheme is missing", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=d@example.org""#),
      CheckExample(
        .warn, "one of two lacks the scheme",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org,e@example.org"
          """#),
      CheckExample(.warn, "a size limit", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org!10m""#),
      CheckExample(
        .warn, "three addresses",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.org,mailto:b@example.org,mailto:c@example.org"
          """#),
      CheckExample(.notApplicable, "no reports", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      let lists = [("rua", found.value.rua), ("ruf", found.value.ruf)].filter { found.value.tags[$0.0] != nil }
      guard !lists.isEmpty else { return .notApplicable("the record asks for no reports") }
      return .findings(lists.flatMap { tag, entries in findings(tag, entries, found) })
    }
  }

  private static func findings(
    _ tag: String, _ entries: [DMARCReportURI], _ found: DMARCPolicyDiscovery.PolicyRecord
  ) -> [Finding] {
    let faults = entries.compactMap { entry in
      entry.fault.map { fault in
        Finding(.warn, subject: entry.text, fault.sentence, evidence: [found.evidence(fault.range)])
      }
    }
    let tooMany = Finding(
      .warn, "\(tag) has \(entries.count) addresses; receivers of the former standard may stop at two.",
      evidence: [found.evidence(tag: tag)])
    let none = Finding(
      .fail, "No entry of \(tag) is an address that reports can go to.", evidence: [found.evidence(tag: tag)])
    let hasMailbox = entries.contains { if case .mailbox = $0.target { true } else { false } }
    return (hasMailbox ? [] : [none]) + faults + (entries.count > 2 ? [tooMany] : [])
  }
}
