/// A file of settings as lines.
public struct TextFile: Sendable, Hashable {
  /// Its path in the tree, as it was asked for.
  public let path: String
  /// Its lines that hold something, white space at both ends left out.
  public let lines: [Line]

  /// One line.
  public struct Line: Sendable, Hashable {
    /// The number, from 1.
    public let number: Int
    /// The text.
    public let text: String
    /// Whether it began with white space.
    public let isIndented: Bool
  }

  /// Cuts octets into lines; what is no UTF-8 becomes a mark that no setting has.
  public init(path: String, octets: [UInt8]) {
    self.path = path
    var lines: [Line] = []
    var number = 0
    for piece in octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if number > FileTreeLimits.lines { break }
      let text = String(decoding: piece, as: UTF8.self).trimmed
      if text.isEmpty { continue }
      lines.append(Line(number: number, text: text, isIndented: piece.first.map(Self.isBlank) ?? false))
    }
    self.lines = lines
  }

  private static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 }

  /// The lines that are no comment as a whole.
  func lines(commentedBy marks: String) -> [Line] {
    lines.filter { line in line.text.first.map { !marks.contains($0) } ?? false }
  }
}

/// A value of a setting, and where it stands.
public struct LocatedText: Sendable, Hashable {
  /// The value.
  public let text: String
  /// The name of the setting; empty where the file holds nothing else.
  public let key: String
  /// The path of the file.
  public let file: String
  /// The line, from 1.
  public let line: Int

  /// Makes the value of its parts.
  public init(_ text: String, key: String = "", file: String, line: Int) {
    self.text = text
    self.key = key
    self.file = file
    self.line = line
  }

  /// The file and the line.
  public var place: String { "\(file):\(line)" }

  /// The setting as it is written in most files.
  public var excerpt: String { key.isEmpty ? text : "\(key) = \(text)" }

  /// The same place with another value.
  func with(_ text: String) -> LocatedText { LocatedText(text, key: key, file: file, line: line) }
}

extension TextFile {
  /// The first line that is no comment, of a file that holds one value: /etc/hostname, /etc/mailname.
  public var onlyValue: LocatedText? {
    lines(commentedBy: "#").first.map { LocatedText($0.text, file: path, line: $0.number) }
  }

  /// `name = value` or `name=value`, a line each, in order; `separators` may stand between them.
  func pairs(commentedBy marks: String = "#", separator: Character = "=") -> [LocatedText] {
    lines(commentedBy: marks).compactMap { line in
      guard let sign = line.text.firstIndex(of: separator) else { return nil }
      let key = String(line.text[..<sign]).trimmed
      let value = String(line.text[line.text.index(after: sign)...]).trimmed
      return key.isEmpty ? nil : LocatedText(value, key: key, file: path, line: line.number)
    }
  }

  /// A word and the rest of the line, a line each, in order.
  func words(commentedBy marks: String = "#") -> [LocatedText] {
    lines(commentedBy: marks).map { line in
      let parts = line.text.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
      let value = parts.count > 1 ? String(parts[1]).trimmed : ""
      return LocatedText(value, key: String(parts[0]), file: path, line: line.number)
    }
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmed: String {
    guard let start = utf8.firstIndex(where: { !$0.isBlank }), let end = utf8.lastIndex(where: { !$0.isBlank }) else {
      return ""
    }
    return String(self[start..<utf8.index(after: end)])
  }

  /// The text without a pair of quotation marks around it.
  var unquoted: String {
    guard utf8.count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
