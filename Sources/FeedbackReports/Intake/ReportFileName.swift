/// The parts of a file name as the standards ask for: `receiver!policy-domain!begin!end[!id].xml[.gz]` (RFC 9990 §3.5.2,
/// RFC 8460 §5.1).
public struct ReportFileName: Sendable, Hashable {
  /// The domain of who reports.
  public let receiver: String
  /// The domain that the report is on.
  public let policyDomain: String
  /// The begin of the span, seconds since 1970; nil when it is no number.
  public let begin: Int?
  /// The end of the span, seconds since 1970; nil when it is no number.
  public let end: Int?
  /// What makes the name unique; nil without it.
  public let uniqueID: String?
  /// What stands at the end, such as `xml.gz`, in lower case.
  public let fileExtension: String

  /// Reads a name, of which a path is not looked at; nil when it has not four or five parts.
  public init?(_ name: String) {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    var parts = last.split(separator: "!", omittingEmptySubsequences: false).map(String.init)
    guard (4...5).contains(parts.count), let tail = parts.last else { return nil }
    let (stem, end) = Self.cut(tail)
    parts[parts.count - 1] = stem
    receiver = parts[0]
    policyDomain = parts[1]
    begin = Int(parts[2])
    self.end = Int(parts[3])
    uniqueID = parts.count > 4 ? parts[4] : nil
    fileExtension = end
  }

  private static let extensions: Set<String> = ["xml", "gz", "gzip", "zip", "json"]

  /// A name without its extensions, and those.
  private static func cut(_ name: String) -> (stem: String, fileExtension: String) {
    var words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var found: [String] = []
    while words.count > 1, let last = words.last?.lowercased(), extensions.contains(last) {
      found.insert(last, at: 0)
      words.removeLast()
    }
    return (words.joined(separator: "."), found.joined(separator: "."))
  }
}

/// The parts of a subject as the standards ask for: `Report Domain: X Submitter: Y Report-ID: Z` (RFC 9990 §3.5.2,
/// RFC 8460 §5.3).
public struct ReportSubject: Sendable, Hashable {
  /// The domain that the report is on.
  public let reportDomain: String
  /// The domain of who reports; nil where it is left out.
  public let submitter: String?
  /// The identifier of the report, without angle brackets; nil where it is left out.
  public let reportID: String?

  /// Reads a subject; nil when it does not begin so.
  public init?(_ subject: String) {
    let words = subject.split { $0 == " " || $0 == "\t" }.map(String.init)
    func value(after label: [String]) -> String? {
      guard words.count > label.count else { return nil }
      for start in 0..<(words.count - label.count) {
        let found = words[start..<(start + label.count)].map { $0.lowercased() }
        if found == label { return words[start + label.count] }
      }
      return nil
    }
    guard let domain = value(after: ["report", "domain:"]), domain.lowercased() != "submitter:" else { return nil }
    reportDomain = domain
    submitter = value(after: ["submitter:"])
    reportID = value(after: ["report-id:"]).map { word in
      word.hasPrefix("<") && word.hasSuffix(">") ? String(word.dropFirst().dropLast()) : word
    }
  }
}
