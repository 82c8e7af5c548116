import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRUF = DomainCheck(
    CheckDescription(
      id: "DMARC-RUF",
      area: .dmarc,
      title: "Failure reports are used with care",
      severity: .low,
      severityReason: "they carry personal data, and few receivers send them",
      appliesWhen: "a record applies",
      rule: """
        Pass without ruf. Warn if an address of ruf lies outside of the organization, or if the record has \
        psd=y, for which no failure reports are sent. Info otherwise: most large receivers send none.
        """,
      whyItMatters: """
        Failure reports may hold whole messages: that is personal data in other hands, and mail arrives no \
        better for it.
        """,
      remedy: "Delete ruf, unless you are looking for a fault and keep the reports in your own hands.",
      standards: ["RFC 9991 §2", "RFC 9991 §7", "RFC 9989 §10.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "no ruf", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#),
      CheckExample(.info, "an address of one's own", zone: #"_dmarc TXT "v=DMARC1; p=none; ruf=mailto:d@example.org""#),
      CheckExample(.warn, "a vendor", zone: #"_dmarc TXT "v=DMARC1; p=none; ruf=mailto:x@vendor.example""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      guard found.value.tags["ruf"] != nil else { return .pass }
      let evidence = [found.evidence(tag: "ruf")]
      if found.value.psd == .yes {
        return .warn("A record with psd=y asks for failure reports, which nobody may send.", evidence: evidence)
      }
      let entries = survey.dmarc.authorizations.filter { $0.tag == .ruf && $0.isOutside }
      if let outside = entries.first {
        return .warn(
          "Failure reports, which may hold whole messages, go to \(outside.host).", subject: outside.host.description,
          evidence: evidence)
      }
      let open = survey.dmarc.authorizations.first { $0.tag == .ruf && $0.isOpen }
      if case .temporaryError(let question, let failure)? = open?.outcome {
        return survey.dmarcUnknown(question, failure)
      }
      return .info("Failure reports are asked for; most large receivers send none.", evidence: evidence)
    }
  }
}
