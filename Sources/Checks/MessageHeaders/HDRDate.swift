import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let hdrDate = MessageCheck(
    CheckDescription(
      id: "HDR-DATE",
      area: .messageHeaders,
      title: "Date is present, valid and current",
      severity: .high,
      severityReason: "Yahoo refuses dates out of range, and mail programs sort by them",
      appliesWhen: "always",
      rule: """
        Fail if there is no Date, more than one, or one that cannot be read. Warn if it is more than an hour after the \
        first Received field, or more than four days before it; without Received, if it is more than an hour after \
        the time of the audit. Warn for a year of two digits, a zone that is missing or a word that says nothing, \
        a wrong day of the week, and other forms than the standard's. Info for names of zones, for -0000, and for a \
        difference of whole hours, which a wrong zone makes. Unknown if Received tells no time.
        """,
      whyItMatters: "Filters count wrong dates, and mail of the past disappears below the fold.",
      remedy: """
        Set the clock (NTP) and the zone of the application (PHP: date.timezone), and let a mail library write the \
        field with a numeric zone.
        """,
      standards: [
        "RFC 5322 §3.6.1", "RFC 5322 §3.3", "RFC 5322 §4.3", "Yahoo, SMTP Error Codes §Other policy errors"
      ],
      profiles: [.required(.yahooBulk), .required(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "two seconds before it was taken", message: MessageExample.received),
      MessageExample(.fail, "none", message: "From: a@example.org\n\na\n"),
      MessageExample(.fail, "a form of its own", message: "Date: 01/02/2026\n\na\n"),
      MessageExample(.warn, "tomorrow", message: "Date: Thu, 26 Nov 2026 12:00:00 +0000\n\na\n"),
      MessageExample(
        .warn, "last month", message: MessageExample.arrived + "Date: Sun, 25 Oct 2026 12:00:00 +0000\n\na\n"),
      MessageExample(.warn, "a year of two digits", message: "Date: Wed, 25 Nov 26 11:59:00 +0000\n\na\n"),
      MessageExample(.info, "the name of a zone", message: "Date: Wed, 25 Nov 2026 11:59:00 GMT\n\na\n"),
      MessageExample(
        .info, "two hours off", message: MessageExample.arrived + "Date: Wed, 25 Nov 2026 09:59:00 +0000\n\na\n"),
      MessageExample(
        .unknown, "Received without a time",
        message: "Received: from a by mx.example.net with ESMTP id 1\nDate: Wed, 25 Nov 2026 11:59:00 +0000\n\na\n")
    ]
  ) { survey in
    let fields = survey.fields.date
    guard let first = fields.first else {
      return .fail(
        "The message has no Date.", evidence: [Evidence(namesIn: survey)] + FilterRules.missingDate.evidence)
    }
    if fields.count > 1 {
      return .fail(
        "There are \(survey.message.fields("Date").count) fields Date.", subject: "Date",
        evidence: fields.map { Evidence($0.field, in: survey) })
    }
    guard let date = first.value else {
      return .findings([survey.finding(.fail, first, "Date cannot be read.", FilterRules.invalidDate)])
    }
    let judge = DateJudge(read: first, date: date, survey: survey)
    return .findings(judge.form + [judge.distance].compactMap(\.self))
  }
}

/// Judges one date.
private struct DateJudge {
  let read: MessageFields.Read<DateTime>
  let date: DateTime
  let survey: MessageSurvey

  var form: [Finding] {
    Self.forms.filter { date.traits.contains($0.trait) }.map { survey.finding($0.verdict, read, $0.statement) }
  }

  private static let forms: [(trait: DateTime.Traits, verdict: Verdict, statement: String)] = [
    (.shortYear, .warn, "The year of Date has fewer than four digits."),
    (.unknownZone, .warn, "The zone of Date says nothing; a number such as +0100 belongs there."),
    (.noZone, .warn, "Date has no zone; readers take it for UTC."),
    (.wrongWeekday, .warn, "The day of the week in Date is not that of the day."),
    (.twelveHours, .warn, "Date counts hours to twelve."),
    (.otherOrder, .warn, "The parts of Date stand in another order than the standard's."),
    (.trailingText, .warn, "Something stands behind the zone of Date."),
    (.zoneName, .info, "Date names its zone instead of giving a number."),
    (.noLocalTime, .info, "The zone -0000 says that the local time is not known.")
  ]

  /// The first server that took the message, or the audit, tells what time it was.
  private var reference: (time: Int, hop: MessageFields.Read<ReceivedField>?)? {
    if survey.hasLeft {
      return survey.trace.hops.reversed().lazy.compactMap { hop in
        hop.value?.date.map { ($0.secondsSince1970, hop) }
      }.first
    }
    return survey.options.time.map { ($0, nil) }
  }

  var distance: Finding? {
    guard let reference else {
      return survey.finding(.unknown, read, "No Received field tells a time that Date could be compared with.")
    }
    let distance = date.secondsSince1970 - reference.time
    let other = reference.hop == nil ? "the time of this audit" : "the time at which the first server took the message"
    let more = [reference.hop.map { Evidence($0.field, in: survey) }].compactMap(\.self)
    let words = TimeWords.duration(abs(distance))
    if distance > Self.future {
      return survey.finding(
        .warn, read, "Date is \(words) after \(other).\(zoneHint(distance))", FilterRules.futureDate, more: more)
    }
    guard reference.hop != nil else { return nil }
    if distance < -Self.past {
      return survey.finding(.warn, read, "Date is \(words) before \(other).", FilterRules.pastDate, more: more)
    }
    guard distance < -Self.hour / 2, Self.isWholeHours(distance) else { return nil }
    return survey.finding(
      .info, read, "Date is \(words) before \(other): whole hours, as a wrong zone makes them.", more: more)
  }

  private func zoneHint(_ distance: Int) -> String {
    Self.isWholeHours(distance) ? " Whole hours are made by a wrong zone." : ""
  }

  /// Zones are at most fourteen hours ahead; a minute may pass on the way.
  private static func isWholeHours(_ distance: Int) -> Bool {
    let rest = (abs(distance) + 90) % hour
    return abs(distance) < 15 * hour && rest < 120
  }

  private static let hour = 3600
  /// Clocks differ by minutes, not by more than this.
  private static let future = hour
  /// A queue keeps mail for five days; filters count dates from four days on.
  private static let past = 4 * 24 * hour
}

/// Times in words.
enum TimeWords {
  /// A duration in its two largest units.
  static func duration(_ seconds: Int) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
    let (size, name) = units[first]
    let rest = seconds % size
    guard first + 1 < units.count, rest >= units[first + 1].0 else { return "\(seconds / size) \(name)" }
    return "\(seconds / size) \(name) \(rest / units[first + 1].0) \(units[first + 1].1)"
  }
}
