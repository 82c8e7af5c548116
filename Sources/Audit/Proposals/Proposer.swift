import AuditModel
import Survey

/// A check, and how the records are drawn up that are to mend what it found.
struct Proposer: Sendable {
  let check: CheckID
  let draft: @Sendable (DomainSurvey) -> ProposalDraft?

  init(_ check: CheckID, _ draft: @escaping @Sendable (DomainSurvey) -> ProposalDraft?) {
    self.check = check
    self.draft = draft
  }

  /// All, in the order in which their changes can be made one on top of the other: there has to be one record before its
  /// terms are looked at.
  static let all: [Proposer] = [
    Proposer("SPF-NONSENDING") { SPFDrafts.parked($0) },
    Proposer("SPF-MULTIPLE") { SPFDrafts.merged($0) },
    Proposer("SPF-PRESENT") { SPFDrafts.first($0) },
    Proposer("SPF-TERM-AFTER-ALL") { SPFDrafts.withAllLast($0) },
    Proposer("SPF-INCLUDE-TARGET") { SPFShortening.withoutDeadNames($0) },
    Proposer("SPF-VOID-LIMIT") { SPFShortening.withoutDeadNames($0) },
    Proposer("SPF-ALL-MISSING") { SPFDrafts.withDefault($0) },
    Proposer("SPF-ALL-PASS") { SPFDrafts.withoutAllPass($0) },
    Proposer("SPF-PTR-USED") { SPFDrafts.withoutPTR($0) },
    Proposer("SPF-REDUNDANT") { SPFShortening.withoutRepetitions($0) },
    Proposer("SPF-LOOKUP-LIMIT") { SPFShortening.withinLimit($0) },
    Proposer("SPF-OBSOLETE-TYPES") { SPFDrafts.withoutObsoleteTypes($0) },
    Proposer("DMARC-PARKED") { DMARCDrafts.parked($0) },
    Proposer("DMARC-WRONG-NAME") { DMARCDrafts.moved($0) },
    Proposer("DMARC-MULTIPLE") { DMARCDrafts.merged($0) },
    Proposer("DMARC-PRESENT") { DMARCDrafts.first($0) },
    Proposer("DMARC-P-MISSING") { DMARCDrafts.withPolicy($0) },
    Proposer("DMARC-RUA-SYNTAX") { DMARCDrafts.withURIs($0) },
    Proposer("DMARC-RUA-EXTERNAL") { DMARCDrafts.consents($0) },
    Proposer("MX-NULL-MIXED") { PolicyDrafts.nullMX($0) },
    Proposer("MX-NULL-SENDER") { PolicyDrafts.parkedMX($0) },
    Proposer("STS-RECORD") { PolicyDrafts.mtaSTS($0) },
    Proposer("TLSRPT-RECORD") { PolicyDrafts.tlsReports($0) }
  ]
}
