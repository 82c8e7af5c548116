public import AuditModel
import Checks
public import DNS
import Survey

extension DomainAuditor {
  /// Draws up the records that would mend what was found, and tries each on its own.
  func proposals(for survey: DomainSurvey, _ checks: [DomainCheck]) async -> [Proposal] {
    let world = await ProposalWorld(survey, instruments: instruments, checks: checks)
    var proposals: [Proposal] = []
    for proposer in proposers where world.defect(proposer.check) != nil {
      guard let draft = proposer.draft(world.survey) else { continue }
      proposals.append(await ProposalTrial(proposer: proposer, draft: draft, before: world).run().proposal)
    }
    return proposals
  }

  private var proposers: [Proposer] { writesOutOthers ? Proposer.writingOutOthers : Proposer.all }

  /// All changes that can be shown to mend something, each tried on top of those before it.
  public func fixes(of domain: DomainName) async -> FixPlan {
    var options = options
    options.time = options.time ?? time
    let survey = await DomainSurvey.gather(domain, options: options, with: instruments)
    let first = await ProposalWorld(survey, instruments: instruments, checks: Catalogue.domainChecks)
    var world = first
    var (proven, open): ([Proposal], [Proposal]) = ([], [])
    for proposer in proposers where world.defect(proposer.check) != nil {
      guard let draft = proposer.draft(world.survey) else { continue }
      let trial = await ProposalTrial(proposer: proposer, draft: draft, before: world).run()
      if trial.proposal.isProven {
        world = trial.after
        proven.append(trial.proposal)
      } else {
        open.append(trial.proposal)
      }
    }
    let left = Catalogue.domainChecks.map(\.description.id).filter { world.outcomes[$0]?.effectiveLevel != nil }
    return FixPlan(
      zone: survey.zoneName.description, proven: proven, changes: await first.changes(to: world, by: world.edits),
      open: open, left: left, isDeaf: survey.spf.answer.failure != nil && survey.mx.answer.failure != nil)
  }
}

extension DomainSurvey {
  /// The name at which the zone begins; the domain itself when that could not be seen.
  fileprivate var zoneName: DomainName {
    if case .known(let name, _, _) = zone.apex, domain.isEqual(toOrBelow: name) { name } else { domain }
  }
}
