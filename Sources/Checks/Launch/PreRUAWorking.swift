import AuditModel
import MailAuthentication
import Survey

extension LaunchCheck {
  static let preRUAWorking = LaunchCheck(
    CheckDescription(
      id: "PRE-RUA-WORKING",
      area: .preLaunch,
      title: "Reports arrive and are read",
      severity: .medium,
      severityReason: "without reports nobody sees what a strict policy would refuse",
      appliesWhen: "the domain sends mail, and its DMARC record has asked for aggregate reports for two days or more",
      rule: """
        Fail when no aggregate report about the domain ended within the last 7 days. Warn when fewer than 3 receivers \
        reported in that time. Unknown when nobody told since when reports are asked for or whether the domain sends, when \
        no reports were given, or the record could not be read.
        """,
      whyItMatters: "A policy that is made stricter blindly refuses one's own mail, and nobody learns of it.",
      remedy: "See whether the mailbox of rua= takes mail, and whether the other domain allows reports to it.",
      standards: ["RFC 9989 §5.1.3", "RFC 9990 §3.5"],
      causes: ["DMARC-PRESENT", "DMARC-RUA"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "three receivers reported", zone: zone) {
        told(&$0)
        $0.reports = ["a.example", "b.example", "c.example"].map { .aggregate($0, day: 18) }
      },
      LaunchExample(.warn, "one receiver reported", zone: zone) {
        told(&$0)
        $0.reports = [.aggregate(day: 18)]
      },
      LaunchExample(.fail, "the last report is two weeks old", zone: zone) {
        told(&$0)
        $0.reports = [.aggregate(day: 2)]
      },
      LaunchExample(.unknown, "no reports were given", zone: zone) { told(&$0) },
      LaunchExample(.unknown, "nobody told since when", zone: zone) { $0.reports = [.aggregate(day: 18)] },
      LaunchExample(.unknown, "no answer", zone: "_dmarc TXT SERVFAIL") { told(&$0) },
      LaunchExample(.notApplicable, "asked for since today", zone: zone) {
        told(&$0)
        $0.answers.reportsSince = CivilDay("2026-01-20")
      },
      LaunchExample(.notApplicable, "no reports are asked for", zone: "_dmarc TXT \"v=DMARC1; p=none\"")
    ]
  ) { survey in
    switch asksForReports(survey) {
    case .failure(let open): return .findings([open])
    case .success(false): return .notApplicable("the DMARC record asks for no aggregate reports")
    case .success(true): break
    }
    guard let since = survey.answers.reportsSince, let time = survey.domain.options.time else {
      return .unanswered("since when DMARC asks for reports", key: "reports.since")
    }
    if time - since.days * day < young { return .notApplicable("reports have been asked for since less than two days") }
    guard let sends = survey.answers.hasTraffic else {
      return .unanswered("whether the domain sends mail already", key: "reports.traffic")
    }
    if !sends { return .notApplicable("the domain sends no mail yet, so that nobody has anything to report") }
    return recent(survey, at: time)
  }

  private static func asksForReports(_ survey: LaunchSurvey) -> Answered {
    switch survey.domain.dmarc.policyRecord {
    case .known(let record): .success(record.map { !$0.value.rua.isEmpty } ?? false)
    case .temporaryError(let question, _):
      .failure(
        Finding(.unknown, "Whether DMARC asks for reports could not be seen: \(question) got no answer."))
    }
  }

  private enum Answered {
    case success(Bool)
    case failure(Finding)
  }

  private static func recent(_ survey: LaunchSurvey, at time: Int) -> Judgement {
    guard survey.reports != nil else {
      return .unknown(
        "Whether reports arrive could not be seen: none were given.",
        remedy: "Give the mailbox or folder that they arrive in (--reports).")
    }
    let reporters = (survey.picture?.tally.reporters ?? []).filter { ($0.end ?? 0) > time - week }
    let names = reporters.map(\.name).sorted().joined(separator: ", ")
    let last = survey.picture?.tally.end.map(Timestamp.rfc3339)
    let evidence = [Evidence(source: "aggregate reports", excerpt: "last: \(last ?? "none"); of late: \(names)")]
    if reporters.isEmpty {
      return .fail("No aggregate report about \(survey.domain.domain) ended in the last 7 days.", evidence: evidence)
    }
    if reporters.count < enough {
      return .warn(
        "Only \(Counted.of(reporters.count, "receiver")) reported in the last 7 days.", evidence: evidence,
        remedy: "Wait until three receivers or more have reported: each sees its own customers only.")
    }
    return .pass
  }

  private static let day = 86_400
  /// Receivers report once a day: the first report is there after two days at the latest.
  private static let young = 2 * day
  private static let week = 7 * day
  private static let enough = 3

  private static let zone = "_dmarc TXT \"v=DMARC1; p=none; rua=mailto:d@example.org\""

  private static func told(_ example: inout LaunchExample) {
    example.options.time = ExampleReport.firstDay + 20 * day
    example.answers.reportsSince = CivilDay("2026-01-01")
    example.answers.hasTraffic = true
  }
}
