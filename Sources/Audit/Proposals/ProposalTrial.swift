import AuditModel
import DNS
import MailAuthentication
import Survey

/// Tries a change: the audit runs again behind it, and what every check said before and after is compared.
struct ProposalTrial: Sendable {
  let check: CheckID
  let draft: ProposalDraft
  let before: ProposalWorld

  /// What came of it, and the world behind the change.
  func run() async -> (proposal: Proposal, after: ProposalWorld) {
    let after = await before.changed(by: draft.edits)
    let changes = await before.changes(to: after, by: draft.edits)
    let proof = await proof(after)
    return (Proposal(check: check, changes: changes, remarks: draft.remarks, proof: proof), after)
  }

  private func proof(_ after: ProposalWorld) async -> Proposal.Proof {
    if let doubt = draft.doubt { return .notProvable(doubt) }
    guard let mended = after.outcomes[check], mended.verdict == .pass || isBetter(mended) else {
      return .notProvable("\(check) does not pass then either.")
    }
    if let worse = worse(after) { return .notProvable(worse) }
    if draft.keepsSPFResults, let difference = await difference(after) { return .notProvable(difference) }
    return .proven(next: next(after))
  }

  /// Whether what is left is a remark only, where there was a defect.
  private func isBetter(_ outcome: CheckOutcome) -> Bool {
    outcome.verdict == .info && before.outcomes[check]?.effectiveLevel != nil
  }

  // MARK: Nothing gets worse

  /// What gets worse, a sentence; nil for nothing.
  private func worse(_ after: ProposalWorld) -> String? {
    for (id, new) in after.outcomes.sorted(by: { $0.key < $1.key }) where id != check {
      guard let old = before.outcomes[id] else { continue }
      if Self.isUnseen(new), !Self.isUnseen(old), old.verdict == .pass { return "\(id) could not be decided then." }
      if isWorse(new, than: old) {
        return "\(id) gets worse: \(new.findings.first?.statement ?? new.description.title)"
      }
    }
    return nil
  }

  private static func isUnseen(_ outcome: CheckOutcome) -> Bool { outcome.verdict == .unknown }

  private func isWorse(_ new: CheckOutcome, than old: CheckOutcome) -> Bool {
    guard let level = new.effectiveLevel else { return false }
    if let former = old.effectiveLevel { return level > former || new.defectCount > old.defectCount }
    // It had nothing to judge before: less grave things are told, and do not count against the change.
    return !(old.verdict == .notApplicable && level < mendedLevel)
  }

  private var mendedLevel: Severity { before.outcomes[check]?.effectiveLevel ?? .info }

  /// The checks that only now have something to judge, and find something.
  private func next(_ after: ProposalWorld) -> [CheckID] {
    after.outcomes.values.filter { outcome in
      outcome.effectiveLevel != nil && before.outcomes[outcome.check]?.verdict == .notApplicable
    }.map(\.check).sorted()
  }

  // MARK: SPF says the same

  /// Why the SPF records before and after cannot be said to be equivalent; nil when they are.
  private func difference(_ after: ProposalWorld) async -> String? {
    let comparison = SPFEquivalence(
      domain: before.survey.domain, old: (before.survey.spf.tree, before.resolver),
      new: (after.survey.spf.tree, after.resolver))
    switch await comparison.answer() {
    case .same: return nil
    case .notComparable(let reason): return reason
    case .differs(let address, let old, let new):
      return "SPF gives \(new.rawValue) for \(address) then, and \(old.rawValue) now."
    }
  }
}

extension CheckOutcome {
  /// How many facts fail or warn.
  fileprivate var defectCount: Int { findings.count { $0.verdict == .fail || $0.verdict == .warn } }
}
