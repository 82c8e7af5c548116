import Checks
import DNS
import MailAuthentication
import Survey
import Syntax

/// Changes of the SPF record of the domain. They are written from the terms as they stand there.
enum SPFDrafts {
  /// SPF-MULTIPLE: the terms of all records in one (RFC 7208 §4.5).
  static func merged(_ survey: DomainSurvey) -> ProposalDraft? {
    let publication = survey.spf.tree.root.publication
    guard case .multiple = publication.state, let text = SPFMerge.merged(publication.selection.records) else {
      return nil
    }
    return replacing(survey, by: text, remarks: ["Until now all of these records were void: the joined one is not."])
  }

  /// SPF-ALL-MISSING: a default of `~all`, behind all terms or in the place of `?all` (RFC 7208 §5.1).
  static func withDefault(_ survey: DomainSurvey) -> ProposalDraft? {
    guard let parts = SPFParts(survey), parts.record.redirect == nil else { return nil }
    let terms = parts.words { !$0.isAll && $0.mechanism != nil } + ["~all"] + parts.words { $0.mechanism == nil }
    return replacing(
      survey, by: terms,
      remarks: ["Hosts that the record does not list get softfail instead of neutral: list all that send."])
  }

  /// SPF-ALL-PASS: `~all` in the place of `+all`. A record that names no host does not tell who is to pass.
  static func withoutAllPass(_ survey: DomainSurvey) -> ProposalDraft? {
    guard let parts = SPFParts(survey), let all = parts.record.all, all.qualifier == .pass else { return nil }
    let terms = parts.words { !$0.isAll && $0.mechanism != nil } + ["~all"] + parts.words { $0.mechanism == nil }
    var draft = replacing(
      survey, by: terms,
      remarks: ["Hosts that the record does not list stop passing: list all that send before you publish it."])
    if !parts.record.terms.contains(where: { $0.mechanism != nil && !$0.isAll }) {
      draft?.doubt = "The record names no host, and who sends for the domain cannot be seen in the DNS."
    }
    return draft
  }

  /// SPF-PTR-USED: the record without `ptr` (RFC 7208 §5.5). Who passes by it alone depends on reverse zones.
  static func withoutPTR(_ survey: DomainSurvey) -> ProposalDraft? {
    guard let parts = SPFParts(survey) else { return nil }
    let terms = parts.words { term in
      if case .ptr? = term.mechanism { false } else { true }
    }
    guard terms.count < parts.record.terms.count else { return nil }
    var draft = replacing(survey, by: terms, remarks: [])
    draft?.doubt = "Which hosts pass by ptr alone depends on reverse zones: name them with ip4, ip6 or a first."
    return draft
  }

  /// SPF-TERM-AFTER-ALL: `all` behind what was never read (RFC 7208 §5.1), and no redirect beside it (§6.1).
  static func withAllLast(_ survey: DomainSurvey) -> ProposalDraft? {
    guard let parts = SPFParts(survey), let all = parts.record.all else { return nil }
    let terms =
      parts.words { !$0.isAll && $0.mechanism != nil } + [all.text(in: parts.text)]
      + parts.words { $0.mechanism == nil && !$0.isRedirect }
    return replacing(survey, by: terms, remarks: ["What stood behind all was never read; now it is."])
  }

  /// SPF-OBSOLETE-TYPES: no record of type SPF and no text of Sender ID (RFC 7208 §3.1, §14.1).
  static func withoutObsoleteTypes(_ survey: DomainSurvey) -> ProposalDraft? {
    let (obsolete, answer) = (survey.spf.obsolete, survey.spf.answer)
    let misses = survey.spf.tree.root.publication.selection.nearMisses.filter { $0.reason == .senderID }.map(\.text)
    var edits: [RecordEdit] = []
    if !obsolete.records.isEmpty {
      edits.append(RecordEdit(name: obsolete.canonicalName, type: .spf, removed: obsolete.records.map(\.data)))
    }
    if !misses.isEmpty { edits.append(RecordEdit(answer, text: nil) { misses.contains($0) }) }
    return edits.isEmpty ? nil : ProposalDraft(edits: edits)
  }

  /// SPF-NONSENDING: a parked domain passes nobody (RFC 7208 §10.1.2).
  static func parked(_ survey: DomainSurvey) -> ProposalDraft? {
    guard survey.options.isParked else { return nil }
    return replacing(survey, by: "v=spf1 -all", remarks: [])
  }

  /// SPF-PRESENT: a record of the addresses that the owner told; without them nobody can tell who sends.
  static func first(_ survey: DomainSurvey) -> ProposalDraft? {
    guard survey.spf.tree.root.publication.state == .absent, !survey.options.sendingAddresses.isEmpty else {
      return nil
    }
    let terms = survey.options.sendingAddresses.compactMap { IPNetwork($0, prefixLength: $0.bitWidth)?.spfTerm }
    let remark = "It lists the addresses that you named; add the other hosts that send."
    return replacing(survey, by: terms + ["~all"], remarks: [remark])
  }

  // MARK: The record

  static func replacing(
    _ survey: DomainSurvey, by terms: [String], remarks: [String], keepsResults: Bool = false
  ) -> ProposalDraft? {
    replacing(
      survey, by: (["v=spf1"] + terms).joined(separator: " "), remarks: remarks, keepsResults: keepsResults)
  }

  private static func replacing(
    _ survey: DomainSurvey, by text: String, remarks: [String], keepsResults: Bool = false
  ) -> ProposalDraft? {
    let answer = survey.spf.answer
    guard answer.failure == nil else { return nil }
    let edit = RecordEdit(answer, text: text, inPlaceOf: SPFSelection.isRecord)
    return ProposalDraft(edits: [edit], remarks: remarks, keepsSPFResults: keepsResults)
  }
}

/// The record of the domain as its words; nil unless there is one, without a fault.
struct SPFParts {
  let record: SPFRecord
  let text: [UInt8]

  init?(_ survey: DomainSurvey) {
    let publication = survey.spf.tree.root.publication
    guard publication.state == .record, let parsed = publication.record, let record = parsed.value else { return nil }
    self.record = record
    text = parsed.text
  }

  /// The terms that are wanted, as they stand in the record.
  func words(where isWanted: (SPFTerm) -> Bool) -> [String] {
    record.terms.filter(isWanted).map { $0.text(in: text) }
  }
}
