import ApplicationSettings
import AuditModel
import Reporting
import Syntax

extension TextPage {
  /// What was read of an application, and what it will send.
  mutating func settings(
    _ settings: SubmissionSettings, files: [SettingsFile], _ outcomes: [CheckOutcome], isShort: Bool, isWhole: Bool
  ) {
    let prediction = settings.prediction
    if isShort { return line(Span(prediction.inShort)) }
    line(Span(settings.application.title, .bold), Span("  " + files.map(\.name).joined(separator: ", "), .dim))
    line()
    line(Span("Will send", .bold))
    for row in prediction.rows { predicted(row.name, row.prediction, isOnlyFile: files.count == 1) }
    for outcome in outcomes { facts(of: outcome) }
    remarks("Note", settings.remarks)
    if let database = settings.application.database {
      line()
      paragraph("\(database.words).", label: Span("Note", .bold), labelWidth: 8)
    }
    if let guide = settings.application.guide { self.guide(guide) }
    line()
    line(Span("Read", .bold))
    if settings.entries.isEmpty { paragraph("No setting of mail is in the file.", indent: 2) }
    for entry in settings.entries {
      paragraph("\(entry.name) = \(entry.isComputed ? "computed: " : "")\(entry.text)", indent: 2)
      if isWhole { line(Span(entry.place.description, .dim), indent: 4) }
    }
  }

  /// What to do once the settings are right.
  private mutating func guide(_ guide: ApplicationGuide) {
    line()
    line(Span("Try it", .bold))
    let rows = [("apply", guide.change), ("send", guide.trial), ("look", guide.logs)]
    for (label, words) in rows where !words.isEmpty {
      paragraph(words, label: Span(label, .dim), labelWidth: 15, indent: 2)
    }
  }

  private mutating func predicted(_ name: String, _ prediction: Prediction, isOnlyFile: Bool) {
    let value = prediction.value.map { $0.isEmpty ? "none" : $0 } ?? "not known from the file"
    paragraph(value, label: Span(name), labelWidth: 15, indent: 2)
    let place = prediction.place.map { " (\(isOnlyFile ? "" : $0.file + ", ")line \($0.position.line))" } ?? ""
    paragraph("because \(prediction.reason)\(place)", indent: 17, paint: .dim)
  }

  private mutating func remarks(_ title: String, _ remarks: [SettingRemark]) {
    if remarks.isEmpty { return }
    line()
    for remark in remarks {
      paragraph("\(remark.place): \(remark.message).", label: Span(title, .bold), labelWidth: 8)
    }
  }
}

extension PredictedIdentity {
  /// All predictions that apply, each with its name for people.
  var rows: [(name: String, prediction: Prediction)] {
    let all: [(String, Prediction?)] = [
      ("transport", transport), ("server", server), ("TLS", security), ("certificate", verification),
      ("login", login), ("EHLO name", greetingName), ("MAIL FROM", envelopeSender), ("From", from),
      ("Reply-To", replyTo), ("Message-ID at", messageIDHost)
    ]
    return all.compactMap { row in row.1.map { (row.0, $0) } }
  }

  /// The answer in one line.
  var inShort: String {
    let parts = [transport, server, security].compactMap { $0 }.map { $0.value ?? "unknown" }
    return (parts + ["EHLO \(greetingName.value ?? "unknown")", "From \(from.value ?? "unknown")"])
      .joined(separator: ", ")
  }
}
