import DNS
import SMTPSubmission

/// What the questions to mail servers beyond what they offer are asked with.
struct TrialRun: Sendable {
  let domain: DomainName
  let label: String
  let trials: MailServerTrials
  let clientName: String
  let access: any MailServerAccess

  init(
    domain: DomainName, _ options: SurveyOptions, _ trials: MailServerTrials, _ clientName: String,
    _ access: any MailServerAccess
  ) {
    self.domain = domain
    label = options.probeLabel
    self.trials = trials
    self.clientName = clientName
    self.access = access
  }

  func run(_ seen: MailServerObservation) async -> MailServerTrial {
    await MailServerTrial.run(
      seen, for: domain, label: label, clientName: clientName, trials, with: access,
      until: .now + MailServerLimits.trialTime)
  }
}

extension MailServerSurvey {
  /// Asks every host at the first of its addresses that greeted: one address is enough, its hosts share their rules.
  static func trialed(_ observations: [MailServerObservation], _ run: TrialRun) async -> [MailServerTrial] {
    var hosts: Set<DomainName> = []
    let chosen = observations.filter { $0.session.extensions != nil && hosts.insert($0.host).inserted }
    return await chosen.mapInParallel(atMost: MailServerLimits.parallel) { await run.run($0) }
  }
}

extension String {
  /// Whether this is an address at `domain`.
  func isAddress(at domain: DomainName) -> Bool {
    guard let at = lastIndex(of: "@"), at != startIndex else { return false }
    return DomainName(String(self[index(after: at)...])) == domain
  }
}
