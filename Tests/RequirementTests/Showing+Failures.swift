import FailureCatalogue

extension Showing {
  /// An entry of the failure catalogue explains a text, before all others; `words` stand in meaning or advice.
  static func explains(_ text: String, _ entry: String, _ words: String...) -> Showing {
    Showing("mailaudit explain-error (\(entry))") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      guard let primary = report.primary, primary.entry?.id == entry else {
        return "explained by \(report.explanations.map { $0.entry?.id ?? "nothing" })"
      }
      return lacking(words, in: (primary.meaning + primary.advice).joined(separator: " "))
    }
  }

  /// An entry is among those that fit a text.
  static func mentions(_ text: String, _ entry: String, _ words: String...) -> Showing {
    Showing("mailaudit explain-error (\(entry))") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      guard let found = report.explanations.first(where: { $0.entry?.id == entry }) else {
        return "explained by \(report.explanations.map { $0.entry?.id ?? "nothing" })"
      }
      return lacking(words, in: (found.meaning + found.advice).joined(separator: " "))
    }
  }

  /// The cause that a text has in the end.
  static func concludes(_ text: String, _ cause: FailureCause, at stage: FailureStage? = nil) -> Showing {
    Showing("mailaudit explain-error") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      if let stage, report.stage != stage { return "stage \(report.stage?.rawValue ?? "unknown")" }
      return report.cause == cause ? nil : "cause \(report.cause)"
    }
  }

  /// A text says that mail was accepted.
  static func isAccepted(_ text: String) -> Showing {
    Showing("mailaudit explain-error") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      return report.isAccepted ? nil : "cause \(report.cause)"
    }
  }

  /// A text tells of no failure.
  static func isHarmless(_ text: String) -> Showing {
    Showing("mailaudit explain-error") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      return report.explanations.isEmpty ? nil : "explained by \(report.explanations.map { $0.entry?.id ?? "nothing" })"
    }
  }

  /// What a text shows beside its failures.
  static func notes(_ text: String, _ note: String, _ words: String...) -> Showing {
    Showing("notes of mailaudit explain-error (\(note))") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      guard let found = report.notes.first(where: { $0.id == note }) else { return "notes \(report.notes.map(\.id))" }
      return lacking(words, in: found.text)
    }
  }

  /// Secrets of a text are nowhere in the report.
  static func hides(_ secrets: String..., of text: String) -> Showing {
    Showing("redaction") {
      let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
      guard report.hadSecrets else { return "no secret was found" }
      let shown = secrets.filter { "\(report)".contains($0) }
      return shown.isEmpty ? nil : "\(shown) are shown"
    }
  }
}
