extension ReportFault.Cause: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch self {
    case .xml(let words): "XML that cannot be read: \(words)"
    case .json(let words): "JSON that cannot be read: \(words)"
    case .archive(let words): words
    case .tooMuch(let words): words
    case .noReport(let words): "no report: \(words)"
    case .incomplete(let words): "\(words) missing"
    case .unreadable(let words): words
    }
  }
}
