import AuditModel
import DNS
import MailAuthentication
import Survey

/// Tries a change: the audit runs again behind it, and what every check said before and after is compared.
struct ProposalTrial: Sendable {
  let proposer: Proposer
  let draft: ProposalDraft
  let before: ProposalWorld

  private var check: CheckID { proposer.check }

  /// What came of it, and the world behind the change.
  func run() async -> (proposal: Proposal, after: ProposalWorld) {
    let after = await before.changed(by: draft.edits)
    let changes = await before.changes(to: after, by: draft.edits)
    let proof = await proof(after)
    return (Proposal(check: check, changes: changes, remarks: draft.remarks, proof: proof), after)
  }

  private func proof(_ after: ProposalWorld) async -> Proposal.Proof {
    if let doubt = draft.doubt { return .notProvable(doubt) }
    guard let mending = mending(after) else { return .notProvable("\(check) does not pass then either.") }
    let others = OtherChecks(besides: check, before: before.outcomes, after: after.outcomes)
    if !others.worse.isEmpty { return .notProvable(others.worse.joined(separator: " ")) }
    guard draft.keepsSPFResults else { return .proven(others.trial(mending, spf: nil)) }
    switch await equivalence(after) {
    case .same(let comparison): return .proven(others.trial(mending, spf: comparison))
    case .notComparable(let reason): return .notProvable(reason)
    case .differs(let address, let old, let new):
      return .notProvable("SPF gives \(new.rawValue) for \(address) then, and \(old.rawValue) now.")
    }
  }

  /// How the check is mended; nil when it is not. That it does not apply is no mending by itself.
  private func mending(_ after: ProposalWorld) -> Proposal.Mending? {
    guard let outcome = after.outcomes[check] else { return nil }
    switch outcome.verdict {
    case .pass: return .passes
    case .info: return before.outcomes[check]?.effectiveLevel == nil ? nil : .remark
    case .notApplicable: return proposer.isGone(after.survey) ? .gone : nil
    case .unknown, .warn, .fail: return nil
    }
  }

  /// Whether the SPF records before and after say the same.
  private func equivalence(_ after: ProposalWorld) async -> SPFEquivalence.Answer {
    await SPFEquivalence(
      domain: before.survey.domain, old: (before.survey.spf.tree, before.resolver),
      new: (after.survey.spf.tree, after.resolver)
    ).answer()
  }
}
