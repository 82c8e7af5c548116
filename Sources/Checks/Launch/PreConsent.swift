import AuditModel
import Survey

extension LaunchCheck {
  static let preConsent = LaunchCheck(
    CheckDescription(
      id: "PRE-CONSENT",
      area: .preLaunch,
      title: "Recipients asked for the mail",
      severity: .high,
      severityReason: "complaints decide where all other mail goes",
      appliesWhen: "a list of recipients is to be taken over",
      rule: """
        By the answers: fail when the list was bought or its addresses were collected. Warn when a box was ticked for the \
        recipients, when nobody had them confirm, and when they got no mail for more than 12 months. Unknown when nobody told.
        """,
      whyItMatters: "Complaints and spam traps bring the domain on block lists within a day.",
      remedy: "Have each recipient confirm before the first mail, and leave out who does not.",
      standards: [
        "Google, Email sender guidelines §Sending practices to avoid",
        "Yahoo, Sender Requirements and Recommendations §OPT-IN"
      ],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "confirmed, and mailed last month") {
        tell(&$0, .confirmed)
        $0.answers.lastMailed = CivilDay("2025-12-10")
      },
      LaunchExample(.fail, "a bought list") { tell(&$0, .purchased) },
      LaunchExample(.warn, "a ticked box") {
        tell(&$0, .preTicked)
        $0.answers.lastMailed = CivilDay("2025-12-10")
      },
      LaunchExample(.warn, "silent for two years") {
        tell(&$0, .confirmed)
        $0.answers.lastMailed = CivilDay("2024-01-10")
      },
      LaunchExample(.unknown, "nobody told when they last got mail") { tell(&$0, .confirmed) },
      LaunchExample(.unknown, "nobody told whether a list is taken over"),
      LaunchExample(.notApplicable, "no list") { $0.answers.importsList = false }
    ]
  ) { survey in
    guard let imports = survey.answers.importsList else {
      return .unanswered("whether a list of recipients is taken over", key: "consent.import")
    }
    if !imports { return .notApplicable("no list of recipients is taken over") }
    guard let origin = survey.answers.origin else {
      return .unanswered("where the recipients come from", key: "consent.origin")
    }
    return .findings([finding(origin), silence(survey)].compactMap(\.self))
  }

  private static func finding(_ origin: LaunchAnswers.Origin) -> Finding? {
    let evidence = [Evidence.answer("consent.origin", origin.rawValue)]
    switch origin {
    case .confirmed: return nil
    case .purchased:
      return Finding(
        .fail, "The list of recipients was bought.", evidence: evidence, remedy: "Do not send to a bought list.")
    case .scraped:
      return Finding(
        .fail, "The addresses of the list were collected, nobody asked for mail.", evidence: evidence,
        remedy: "Do not send to collected addresses.")
    case .unconfirmed: return Finding(.warn, "Nobody had the recipients confirm their address.", evidence: evidence)
    case .preTicked: return Finding(.warn, "The box for the mail was ticked for the recipients.", evidence: evidence)
    }
  }

  private static func silence(_ survey: LaunchSurvey) -> Finding? {
    guard let last = survey.answers.lastMailed, let time = survey.domain.options.time else {
      return Finding(
        .unknown, "Nobody told when the recipients last got mail.",
        remedy: "Answer \"consent.last-mailed\" in the file of --answers.")
    }
    let days = CivilDay(secondsSince1970: time).days - last.days
    guard days > longestSilence else { return nil }
    return Finding(
      .warn, "The recipients got no mail for \(days) days.",
      evidence: [.answer("consent.last-mailed", "\(days) days ago")],
      remedy: "Ask them once whether they still want it, and leave out who does not answer.")
  }

  /// Twelve months, in days: addresses that were given up become spam traps after that.
  private static let longestSilence = 365

  private static func tell(_ example: inout LaunchExample, _ origin: LaunchAnswers.Origin) {
    example.options.time = ExampleReport.firstDay
    (example.answers.importsList, example.answers.origin) = (true, origin)
  }
}
