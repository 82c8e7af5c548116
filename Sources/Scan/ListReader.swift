/// Reads a list of domains as it comes, in pieces of any size; nothing is kept but the line that is being read.
///
/// Without a column there is one name a line; `#` begins a remark, and empty lines do not count. With a column the list
/// is one of comma-separated values (RFC 4180 §2), in which a record that begins with `#` is a remark.
public struct ListReader: Sendable {
  private var table: TableReader?
  private var line: [UInt8] = []
  private var isCut = false
  private var number = 1
  /// How many octets of a byte order mark came, at the very beginning; nil behind it.
  private var mark: Int? = 0

  /// Begins a list.
  public init(column: ListColumn? = nil) {
    table = column.map(TableReader.init)
  }

  /// Takes the next octets, and gives the rows that end in them.
  public mutating func read(_ octets: some Sequence<UInt8>) throws(ListError) -> [ListRow] {
    var rows: [ListRow] = []
    for octet in octets {
      if let count = mark {
        if Self.byteOrderMark[count] == octet {
          mark = count + 1 == Self.byteOrderMark.count ? nil : count + 1
          continue
        }
        mark = nil
        for skipped in Self.byteOrderMark.prefix(count) { try take(skipped, &rows) }
      }
      try take(octet, &rows)
    }
    return rows
  }

  /// Ends the list, and gives the row that had no line end.
  public mutating func finish() throws(ListError) -> [ListRow] {
    if table != nil { return try table?.finish() ?? [] }
    var rows: [ListRow] = []
    endLine(&rows)
    return rows
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func take(_ octet: UInt8, _ rows: inout [ListRow]) throws(ListError) {
    if table != nil {
      if let row = try table?.take(octet) { rows.append(row) }
    } else if octet == UInt8(ascii: "\n") {
      endLine(&rows)
      number += 1
    } else if line.count < ListLimits.lineOctets {
      line.append(octet)
    } else {
      isCut = true
    }
  }

  private mutating func endLine(_ rows: inout [ListRow]) {
    let octets = line.prefix { $0 != UInt8(ascii: "#") }
    // What was cut off may have been a remark.
    let isWhole = !isCut || octets.count < line.count
    let text = ListText.of(octets)
    if !text.isEmpty { rows.append(ListRow(line: number, text: text, fault: isWhole ? nil : ListText.tooLong)) }
    line.removeAll(keepingCapacity: true)
    isCut = false
  }
}

/// The text of a field or line.
enum ListText {
  static let tooLong = "is longer than any name"

  /// The text, each row of blanks one blank, none around it.
  static func of(_ octets: some Sequence<UInt8>) -> String {
    let words = Array(octets).split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
