import AuditModel
import DNS
import Survey

extension LaunchCheck {
  static let preRollback = LaunchCheck(
    CheckDescription(
      id: "PRE-ROLLBACK",
      area: .preLaunch,
      title: "Changes can be undone quickly",
      severity: .low,
      severityReason: "it limits how long a mistake lasts",
      appliesWhen: "mail records are about to change",
      rule: """
        Warn for each MX record and each text for mail with a time to live of more than 3600 seconds, and when the former \
        values are not kept. Caches count down: a resolver may show less than the zone has, so that only zone text shows \
        that a time is short enough. Unknown when nobody told whether the former values are kept, when a record could not \
        be read, and when a resolver alone showed the times.
        """,
      whyItMatters: "Receivers keep a wrong record for as long as its time to live says.",
      remedy: "Lower the time to live to 300 a day before the change, and write down what stands there now.",
      standards: ["RFC 2181 §8"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "five minutes", zone: "@ 300 MX 10 mx\nmx A 192.0.2.1") {
        $0.answers.keepsFormerValues = true
      },
      LaunchExample(.warn, "a day", zone: "@ 86400 MX 10 mx\nmx A 192.0.2.1") { $0.answers.keepsFormerValues = true },
      LaunchExample(.warn, "nothing is kept", zone: "@ 300 MX 10 mx\nmx A 192.0.2.1") {
        $0.answers.keepsFormerValues = false
      },
      LaunchExample(.unknown, "nobody told", zone: "@ 300 MX 10 mx\nmx A 192.0.2.1"),
      LaunchExample(.unknown, "no answer", zone: "@ MX SERVFAIL") { $0.answers.keepsFormerValues = true }
    ]
  ) { survey in
    let domain = survey.domain
    let answers = domain.ownAnswers.filter { !recordsForMail($0).isEmpty }
    let long = answers.flatMap { answer in recordsForMail(answer).compactMap { finding($0, of: answer) } }
    let failed = [domain.mx.answer] + domain.unreadTexts
    return .findings(long + failed.compactMap(Finding.unread) + [cached(answers), kept(survey)].compactMap(\.self))
  }

  private static func recordsForMail(_ answer: DNSAnswer) -> [DNSRecord] {
    answer.records.filter { record in
      switch record.data {
      case .mx: true
      case .txt(let strings): MailText.isForMail(strings, of: answer.question)
      default: false
      }
    }
  }

  private static func finding(_ record: DNSRecord, of answer: DNSAnswer) -> Finding? {
    guard record.ttl > longest else { return nil }
    return Finding(
      .warn, subject: answer.question.name.description,
      "The \(record.type) record of \(answer.question.name) has a time to live of \(record.ttl) s.",
      evidence: [Evidence(record, server: answer.provenance.server)])
  }

  /// A resolver shows what is left of a time to live, never more (RFC 1035 §3.2.1).
  private static func cached(_ answers: [DNSAnswer]) -> Finding? {
    guard let first = answers.first(where: { $0.provenance.transport != .zone }) else { return nil }
    return Finding(
      .unknown,
      "How long the records of \(first.question.name) and others live is open: a resolver showed what is left.",
      evidence: [Evidence(first)], remedy: "Give the zone file (--zone).")
  }

  private static func kept(_ survey: LaunchSurvey) -> Finding? {
    switch survey.answers.keepsFormerValues {
    case true?: nil
    case false?:
      Finding(
        .warn, "The former values of the records are not kept.",
        evidence: [.answer("rollback.former-values-kept", "no")],
        remedy: "Write down what stands in the zone before the change, or keep the zone under version control.")
    case nil:
      Finding(
        .unknown, "Nobody told whether the former values of the records are kept.",
        remedy: "Answer \"rollback.former-values-kept\" in the file of --answers.")
    }
  }

  /// An hour, in seconds: as long as a mistake should last.
  private static let longest: UInt32 = 3_600
}
