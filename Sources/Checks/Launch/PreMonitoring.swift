import AuditModel
import DNS
import MailAuthentication
import Survey

extension LaunchCheck {
  static let preMonitoring = LaunchCheck(
    CheckDescription(
      id: "PRE-MONITORING",
      area: .preLaunch,
      title: "A job watches certificates, keys and listings",
      severity: .low,
      severityReason: "what is in order today decays without notice",
      appliesWhen: "always before a launch",
      rule: """
        By the answers: warn for each of these that no job looks at regularly: certificates (tls), the lookups of SPF (spf), \
        block lists (dnsbl), incoming reports (reports), and, where the domain has them, the signatures of the zone (rrsig), \
        the policy of MTA-STS (mta-sts) and the mark certificate (bimi). Unknown when nobody told.
        """,
      whyItMatters: "A certificate that ran out or a new listing is found by the customers first.",
      remedy: "Run mailaudit audit from cron every day, and mailaudit deadlines with it.",
      standards: ["M3AAWG, Sender Best Common Practices v4.0 §Monitoring"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "everything") { $0.answers.watched = Set(LaunchAnswers.Watched.allCases) },
      LaunchExample(.pass, "no MTA-STS to watch") { $0.answers.watched = [.tls, .rrsig, .spf, .dnsbl, .reports] },
      LaunchExample(.warn, "certificates only") { $0.answers.watched = [.tls] },
      LaunchExample(.warn, "nothing") { $0.answers.watched = [] },
      LaunchExample(.unknown, "nobody told")
    ]
  ) { survey in
    guard let watched = survey.answers.watched else {
      return .unanswered("what a job looks at regularly", key: "monitoring")
    }
    let missing = LaunchAnswers.Watched.allCases.filter { !watched.contains($0) && isNeeded($0, by: survey.domain) }
    if missing.isEmpty { return .pass }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    let told = LaunchAnswers.Watched.allCases.filter(watched.contains).map(\.rawValue).joined(separator: ", ")
    return .warn(
      "No job looks regularly at: \(names).", evidence: [.answer("monitoring", told.isEmpty ? "none" : told)])
  }

  /// What the domain does not have needs nobody who looks at it; what could not be seen does.
  private static func isNeeded(_ watched: LaunchAnswers.Watched, by domain: DomainSurvey) -> Bool {
    switch watched {
    case .tls, .spf, .dnsbl, .reports: return true
    case .mtaSTS:
      if case .absent = domain.mtaSTS.selection.outcome { return false }
      return true
    case .bimi:
      if case .absent = domain.bimi.selection.outcome { return false }
      return true
    case .rrsig: return domain.dnssec.domainVerdict?.state != .insecure
    }
  }
}
