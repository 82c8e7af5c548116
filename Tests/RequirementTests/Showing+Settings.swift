import ApplicationSettings
import AuditModel
import Checks

extension Showing {
  /// A check finds something in a file of settings, of this weight at least; `words` stand in the finding, its evidence
  /// or its remedy.
  static func finds(
    _ check: CheckID, _ level: Severity, _ application: Application, _ text: String, _ words: String...
  ) -> Showing {
    Showing("\(check)") {
      guard let settingsCheck = Catalogue.settingsChecks.first(where: { $0.description.id == check }) else {
        return "no such check of settings"
      }
      let judgement = settingsCheck.judge(read(application, text))
      guard case .findings(let findings) = judgement else { return "found nothing: \(judgement)" }
      let heavy = findings.filter { weight($0.verdict, settingsCheck.description.severity) >= level }
      let texts = heavy.map { ($0.texts + [settingsCheck.description.remedy]).joined(separator: "\n") }
      if texts.contains(where: { lacking(words, in: $0) == nil }) { return nil }
      return "no finding of \(level.name) or above with \(words): \(findings)"
    }
  }

  /// A check has nothing against a file of settings.
  static func passes(_ check: CheckID, _ application: Application, _ text: String) -> Showing {
    says(check, .pass, application, text)
  }

  /// A check gives a verdict on a file of settings.
  static func says(_ check: CheckID, _ verdict: Verdict, _ application: Application, _ text: String) -> Showing {
    Showing("\(check)") {
      guard let settingsCheck = Catalogue.settingsChecks.first(where: { $0.description.id == check }) else {
        return "no such check of settings"
      }
      let judgement = settingsCheck.judge(read(application, text))
      return judgement.verdict == verdict ? nil : "\(judgement)"
    }
  }

  /// A value is predicted; `words` stand in the reason.
  static func predicts(
    _ path: any KeyPath<PredictedIdentity, Prediction> & Sendable, _ value: String?, _ application: Application,
    _ text: String, _ words: String...
  ) -> Showing {
    Showing("prediction") { fault(read(application, text).prediction[keyPath: path], value, words) }
  }

  /// The same for what SMTP alone has.
  static func predicts(
    _ path: any KeyPath<PredictedIdentity, Prediction?> & Sendable, _ value: String?, _ application: Application,
    _ text: String, _ words: String...
  ) -> Showing {
    Showing("prediction") {
      guard let prediction = read(application, text).prediction[keyPath: path] else { return "nothing is predicted" }
      return fault(prediction, value, words)
    }
  }

  private static func fault(_ prediction: Prediction, _ value: String?, _ words: [String]) -> String? {
    guard prediction.value == value else { return "\(prediction)" }
    return lacking(words, in: prediction.reason)
  }

  /// Settings are read, as people see them: `name = value`.
  static func reads(_ application: Application, _ text: String, _ entries: String...) -> Showing {
    Showing("reader") {
      let read = read(application, text).entries.map { "\($0.name) = \($0.text)" }
      let missing = entries.filter { !read.contains($0) }
      return missing.isEmpty ? nil : "\(missing) not among \(read)"
    }
  }

  /// Something is said of a place of the file: a remark, or what breaks its syntax.
  static func remarks(_ application: Application, _ text: String, _ words: String...) -> Showing {
    Showing("remarks of mailaudit settings") {
      let settings = read(application, text)
      let messages = (settings.faults + settings.remarks).map(\.message)
      return messages.contains { lacking(words, in: $0) == nil } ? nil : "\(words) not among \(messages)"
    }
  }

  /// Nothing is said of any place of the file.
  static func remarksNothing(_ application: Application, _ text: String) -> Showing {
    Showing("remarks of mailaudit settings") {
      let settings = read(application, text)
      let messages = (settings.faults + settings.remarks).map(\.message)
      return messages.isEmpty ? nil : "\(messages)"
    }
  }

  /// What is read of a file; PHP needs its opening tag.
  static func read(_ application: Application, _ text: String) -> SubmissionSettings {
    let isPHP = application == .mediawiki || application == .dokuwiki
    return SettingsExample(.pass, "", isPHP ? "<?php\n" + text : text, of: application).settings
  }

  /// How heavy a finding of a check is.
  private static func weight(_ verdict: Verdict, _ severity: Severity) -> Severity {
    switch verdict {
    case .fail: severity
    case .warn: severity.lowered
    default: .info
    }
  }
}

extension Finding {
  /// Everything that it says.
  var texts: [String] {
    [statement, remedy ?? ""] + evidence.flatMap { [$0.source, $0.excerpt] }
  }
}
