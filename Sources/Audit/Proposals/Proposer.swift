import AuditModel
import DNS
import MailAuthentication
import Survey

/// A check, and how the records are drawn up that are to mend what it found.
struct Proposer: Sendable {
  let check: CheckID
  /// Whether what the check judges is not there any more, so that a check that does not apply is mended.
  let isGone: @Sendable (DomainSurvey) -> Bool
  let draft: @Sendable (DomainSurvey) -> ProposalDraft?

  init(
    _ check: CheckID, isGone: @escaping @Sendable (DomainSurvey) -> Bool = { _ in false },
    _ draft: @escaping @Sendable (DomainSurvey) -> ProposalDraft?
  ) {
    self.check = check
    self.isGone = isGone
    self.draft = draft
  }

  /// All, in the order in which their changes can be made one on top of the other: there has to be one record before
  /// its terms are looked at.
  static let all: [Proposer] = [
    Proposer("SPF-NONSENDING") { SPFDrafts.parked($0) },
    Proposer("SPF-MULTIPLE") { SPFDrafts.merged($0) },
    Proposer("SPF-PRESENT") { SPFDrafts.first($0) },
    Proposer("SPF-TERM-AFTER-ALL") { SPFDrafts.withAllLast($0) },
    Proposer("SPF-INCLUDE-TARGET", isGone: { $0.spf.tree.isWithoutReferences }) { SPFShortening.withoutDeadNames($0) },
    Proposer("SPF-VOID-LIMIT") { SPFShortening.withoutDeadNames($0) },
    Proposer("SPF-ALL-MISSING") { SPFDrafts.withDefault($0) },
    Proposer("SPF-ALL-PASS") { SPFDrafts.withoutAllPass($0) },
    Proposer("SPF-PTR-USED") { SPFDrafts.withoutPTR($0) },
    Proposer("SPF-REDUNDANT") { SPFShortening.withoutRepetitions($0) },
    Proposer("SPF-LOOKUP-LIMIT") { SPFShortening.withinLimit($0) },
    Proposer("SPF-OBSOLETE-TYPES") { SPFDrafts.withoutObsoleteTypes($0) },
    Proposer("DMARC-PARKED") { DMARCDrafts.parked($0) },
    Proposer("DMARC-WRONG-NAME", isGone: { $0.dmarc.standsWhereItBelongs }) { DMARCDrafts.moved($0) },
    Proposer("DMARC-MULTIPLE") { DMARCDrafts.merged($0) },
    Proposer("DMARC-PRESENT") { DMARCDrafts.first($0) },
    Proposer("DMARC-P-MISSING") { DMARCDrafts.withPolicy($0) },
    Proposer("DMARC-RUA-SYNTAX") { DMARCDrafts.withURIs($0) },
    Proposer("DMARC-RUA-EXTERNAL") { DMARCDrafts.consents($0) },
    Proposer("MX-NULL-MIXED", isGone: { !$0.mx.hasNull && $0.mx.delivery == .exchanges }) { PolicyDrafts.nullMX($0) },
    Proposer("MX-NULL-SENDER") { PolicyDrafts.parkedMX($0) },
    Proposer("STS-RECORD") { PolicyDrafts.mtaSTS($0) },
    Proposer("TLSRPT-RECORD") { PolicyDrafts.tlsReports($0) }
  ]

  /// All; an SPF record may have addresses of others in it too, where nothing else brings it within its limit.
  static let writingOutOthers = all.map { proposer in
    proposer.check != "SPF-LOOKUP-LIMIT"
      ? proposer : Proposer(proposer.check) { SPFShortening.withinLimit($0, writingOutOthers: true) }
  }
}

extension SPFTree {
  /// Whether there is a record, and it leads to no other.
  fileprivate var isWithoutReferences: Bool {
    root.publication.state == .record && !root.terms.contains { $0.term.leadsToRecord }
  }
}

extension DMARCSurvey {
  /// Whether the domain has a record of its own, and none is seen elsewhere.
  fileprivate var standsWhereItBelongs: Bool {
    discovery.walk.steps.first?.record != nil
      && misplaced.allSatisfy { !$0.texts.contains { DMARCRecord.isRecord($0.joined) } }
  }
}
