import AuditModel
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dmarcSyntax = DomainCheck(
    CheckDescription(
      id: "DMARC-SYNTAX",
      area: .dmarc,
      title: "All tags of the DMARC record can be read",
      severity: .high,
      severityReason: "a faulty tag is dropped, and a faulty policy turns the whole record off",
      appliesWhen: "a record applies",
      rule: """
        Fail if p, sp or np has a value other than none, quarantine and reject: the record then counts as \
        p=none, or as nothing without a valid rua. Warn for any other tag with a value that gives way to its \
        default, a second tag of a name, and a part that is no tag. Info for tags that no standard knows. Report \
        addresses, fo and a missing p have checks of their own.
        """,
      whyItMatters: """
        Receivers drop a tag that they cannot read and go on as if it were not there. Without a readable p=, sp= or np= \
        the policy falls to none, or DMARC does not apply at all; without a readable rua= the reports are lost.
        """,
      remedy: "Correct the value that is shown, and put a semicolon between any two tags.",
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.8", "RFC 9989 §4.10.1"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "every tag is known",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject; sp=reject; adkim=s; rua=mailto:d@example.org"
          """#),
      CheckExample(
        .fail, "a misspelt sp",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject; sp=rejected; rua=mailto:d@example.org"
          """#),
      CheckExample(.fail, "a semicolon is missing", zone: #"_dmarc TXT "v=DMARC1; p=reject rua=mailto:d@example.org""#),
      CheckExample(
        .warn, "an alignment mode that does not exist", zone: #"_dmarc TXT "v=DMARC1; p=reject; adkim=strict""#),
      CheckExample(.warn, "a tag that stands there twice", zone: #"_dmarc TXT "v=DMARC1; p=reject; p=none""#),
      CheckExample(.info, "a tag that nobody knows", zone: #"_dmarc TXT "v=DMARC1; p=reject; policy=reject""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      let record = found.value
      let faults = found.record.faults.filter { fault in
        let isMissingP = record.p == .absent && fault.range == record.tags.tags.first?.range
        return !isMissingP && !fault.concerns(["rua", "ruf", "fo"], of: record)
      }
      let defects = faults.map { fault in
        let isPolicy = fault.concerns(["p", "sp", "np"], of: record) && record.hasInvalidPolicy
        let verdict: Verdict = fault.gravity == .remark ? .info : isPolicy ? .fail : .warn
        return Finding(verdict, fault.sentence, evidence: [found.evidence(fault.range)])
      }
      let unknown = record.unknownTags.map { tag in
        Finding(
          .info, "No standard knows the tag \(record.tags.name(of: tag)); it is ignored.",
          evidence: [found.evidence(tag.range)])
      }
      return .findings(defects + unknown)
    }
  }
}
