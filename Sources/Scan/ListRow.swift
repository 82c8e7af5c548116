/// One line of a list of domains: what stands where the name is expected.
public struct ListRow: Sendable, Hashable {
  /// The line that it begins in, from 1.
  public let line: Int
  /// The text, blanks around it left out.
  public let text: String
  /// Why there is no name in it whatever the text says; nil for none.
  public let fault: String?

  /// Makes a row of its parts.
  public init(line: Int, text: String, fault: String? = nil) {
    self.line = line
    self.text = text
    self.fault = fault
  }
}

/// Where in comma-separated values the names stand.
public enum ListColumn: Sendable, Hashable {
  /// In the column of this name, which the first record tells.
  case named(String)
  /// In this column, from 1; there is no record of names.
  case number(Int)

  /// A number is a number; everything else is a name. Nil for an empty text and for 0.
  public init?(_ text: String) {
    if let number = Int(text) {
      guard (1...ListLimits.columns).contains(number) else { return nil }
      self = .number(number)
    } else {
      guard !text.isEmpty else { return nil }
      self = .named(text)
    }
  }
}

/// Why a list cannot be read on.
public enum ListError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The first record has no such column, but these.
  case noColumn(String, [String])
  /// The quote that was opened in a line does not end.
  case openQuote(line: Int)
  /// It is no text of UTF-8 but what the phrase says.
  case noText(String)

  /// The cause in a phrase.
  public var description: String {
    switch self {
    case .noColumn(let name, let names):
      "has no column \"\(name)\"; its columns are: \(names.prefix(20).joined(separator: ", "))"
        + (names.count == 1 && names[0].contains(";") ? " (fields are divided by commas, not by semicolons)" : "")
    case .noText(let kind): kind
    case .openQuote(let line): "the quote opened in line \(line) does not end"
    }
  }
}

/// The limits of lists.
enum ListLimits {
  /// A domain name has 255 octets at most; more of a line is cut off, and reported.
  static let lineOctets = 4_096
  /// A quoted field of more octets than this is a quote that somebody forgot to close.
  static let quotedOctets = 65_536
  /// No table has more columns.
  static let columns = 4_096
}
