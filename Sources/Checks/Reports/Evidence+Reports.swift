import AuditModel
public import FeedbackReports

extension Evidence {
  /// What was read of a report.
  init(_ source: ReportSource, _ excerpt: String) {
    self.init(source: source.description, excerpt: excerpt)
  }
}

extension ReportFault {
  /// What happened, as a phrase, with the line.
  public var words: String {
    let text =
      switch cause {
      case .xml(let words): "the XML cannot be read: \(words)"
      case .json(let words): "the JSON cannot be read: \(words)"
      case .archive(let words): "the archive cannot be read: \(words)"
      case .tooMuch(let words): "it is too large: \(words)"
      case .noReport(let words): "it is no report: \(words)"
      case .incomplete(let words): "it is incomplete: \(words)"
      case .unreadable(let words): "the file cannot be read: \(words)"
      }
    return line.map { "line \($0): \(text)" } ?? text
  }
}

extension SchemaDeviation {
  /// The deviation in a line.
  var words: String { (line.map { "line \($0): " } ?? "") + "\(path) \(statement)" }
}
