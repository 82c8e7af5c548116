/// Reads a list of domains as it comes, in pieces of any size; nothing is kept but the line that is being read.
///
/// Without a column there is one name a line; `#` begins a remark, and empty lines do not count. With a column the list
/// is one of comma-separated values (RFC 4180 §2), in which a record that begins with `#` is a remark.
public struct ListReader: Sendable {
  private var table: TableReader?
  private var line = ListText()
  private var number = 1
  /// The first octets, which tell what kind of file it is; nil behind them.
  private var head: [UInt8]? = []
  /// Whether the last octet was a carriage return, which ends a line, with a line feed behind it or without.
  private var isBehindReturn = false

  /// Begins a list.
  public init(column: ListColumn? = nil) {
    table = column.map(TableReader.init)
  }

  /// Takes the next octets, and gives the rows that end in them.
  public mutating func read(_ octets: some Sequence<UInt8>) throws(ListError) -> [ListRow] {
    var rows: [ListRow] = []
    for octet in octets {
      guard head != nil else {
        try take(octet, &rows)
        continue
      }
      head?.append(octet)
      if let head, head.count == FileKind.octets { try begin(head, &rows) }
    }
    return rows
  }

  /// Ends the list, and gives the row that had no line end.
  public mutating func finish() throws(ListError) -> [ListRow] {
    var rows: [ListRow] = []
    if let head { try begin(head, &rows) }
    if table != nil { return rows + (try table?.finish() ?? []) }
    endLine(&rows)
    return rows
  }

  /// Reads what stands at the front.
  private mutating func begin(_ octets: [UInt8], _ rows: inout [ListRow]) throws(ListError) {
    head = nil
    if let kind = FileKind.of(octets) { throw .noText(kind) }
    let isMarked = octets.starts(with: FileKind.byteOrderMark)
    for octet in octets.dropFirst(isMarked ? FileKind.byteOrderMark.count : 0) { try take(octet, &rows) }
  }

  private mutating func take(_ octet: UInt8, _ rows: inout [ListRow]) throws(ListError) {
    let isReturn = octet == UInt8(ascii: "\r")
    defer { isBehindReturn = isReturn }
    if octet == UInt8(ascii: "\n"), isBehindReturn { return }
    let octet = isReturn ? UInt8(ascii: "\n") : octet
    if table != nil {
      if let row = try table?.take(octet) { rows.append(row) }
    } else if octet == UInt8(ascii: "\n") {
      endLine(&rows)
      number += 1
    } else {
      line.append(octet)
    }
  }

  private mutating func endLine(_ rows: inout [ListRow]) {
    let (text, fault) = line.end(beforeRemark: true)
    if !text.isEmpty || fault != nil { rows.append(ListRow(line: number, text: text, fault: fault)) }
  }
}
