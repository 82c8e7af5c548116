/// A place in a text of several lines, as editors count it: lines and columns from 1, columns in octets.
public struct TextPosition: Sendable, Hashable, Codable {
  /// The line.
  public let line: Int
  /// The octet within the line.
  public let column: Int

  /// Makes a place of its parts.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of the octet at `offset`; a line ends at LF, or at CR where no LF follows.
  public init(_ offset: Int, in text: [UInt8]) {
    var (line, start) = (1, 0)
    for index in text.indices.prefix(max(0, offset)) where Self.endsLine(index, text) {
      (line, start) = (line + 1, index + 1)
    }
    self.init(line: line, column: max(0, offset) - start + 1)
  }

  /// The octets of the line around `offset`, its end left out.
  public static func line(around offset: Int, in text: [UInt8]) -> Range<Int> {
    let place = min(max(0, offset), text.count)
    let start = text[..<place].indices.last { endsLine($0, text) }.map { $0 + 1 } ?? 0
    let end = text[place...].firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? text.count
    return start..<max(start, end)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func endsLine(_ index: Int, _ text: [UInt8]) -> Bool {
    if text[index] == lineFeed { return true }
    return text[index] == carriageReturn && (index + 1 == text.count || text[index + 1] != lineFeed)
  }
}
