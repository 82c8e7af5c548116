import AuditModel
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dmarcFO = DomainCheck(
    CheckDescription(
      id: "DMARC-FO",
      area: .dmarc,
      title: "The tag fo makes sense",
      severity: .info,
      severityReason: "it matters only together with ruf",
      appliesWhen: "fo is present",
      rule: """
        Warn if fo has an option other than 0, 1, d and s, one twice, or both 0 and 1. Info if there is no ruf: \
        fo then has no effect.
        """,
      whyItMatters: "Failure reports come for other messages than was meant, or not at all.",
      remedy: "Write fo=1 together with ruf, or delete fo.",
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.8"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "fo=1 with ruf",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; fo=1; ruf=mailto:d@example.org"
          """#),
      CheckExample(.info, "no ruf", zone: #"_dmarc TXT "v=DMARC1; p=none; fo=1""#),
      CheckExample(
        .warn, "0 and 1",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; fo=0:1; ruf=mailto:d@example.org"
          """#),
      CheckExample(
        .warn, "an unknown option",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; fo=all; ruf=mailto:d@example.org"
          """#),
      CheckExample(.notApplicable, "no fo", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      guard let tag = found.value.tags["fo"] else { return .notApplicable("the record has no fo") }
      let faults = found.record.faults.filter { $0.concerns(["fo"], of: found.value) }.map { fault in
        Finding(.warn, fault.sentence, evidence: [found.evidence(fault.range)])
      }
      let idle = Finding(.info, "Without ruf the tag fo has no effect.", evidence: [found.evidence(tag.range)])
      return .findings(faults + (found.value.tags["ruf"] == nil ? [idle] : []))
    }
  }
}
