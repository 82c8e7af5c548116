import DNS

/// Reads CSV: one payload a line; the header, if there is one, tells the columns.
struct PayloadCSVReader {
  private let octets: [UInt8]
  /// The columns without a header: `ASN,IP Prefix,Max Length,…`.
  private static let usual = Columns(asn: 0, prefix: 1, maxLength: 2)

  private struct Columns {
    let asn: Int
    let prefix: Int
    let maxLength: Int
  }

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  func read() throws(PayloadFault) -> [ValidatedPayload] {
    var (payloads, columns, line, start): ([ValidatedPayload], Columns, Int, Int) = ([], Self.usual, 0, 0)
    var isFirst = true
    while start < octets.count {
      let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")) ?? octets.count
      let text = trimmed(octets[start..<end])
      (line, start) = (line + 1, end + 1)
      if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
      let fields = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(trimmed)
      if isFirst, let header = header(fields) {
        columns = header
      } else {
        payloads.append(try payload(fields, columns, line))
      }
      isFirst = false
    }
    return payloads
  }

  private func payload(
    _ fields: [ArraySlice<UInt8>], _ columns: Columns, _ line: Int
  ) throws(PayloadFault) -> ValidatedPayload {
    guard fields.count > max(columns.asn, columns.prefix, columns.maxLength) else {
      throw PayloadFault(line: line, message: "the line has too few columns (AS number, prefix, longest length)")
    }
    return try ValidatedPayload(
      asn: fields[columns.asn], prefix: fields[columns.prefix],
      maxLength: ValidatedPayload.number(fields[columns.maxLength]), line: line)
  }

  /// The columns by their names; nil for a line that is no header.
  private func header(_ fields: [ArraySlice<UInt8>]) -> Columns? {
    let names = fields.map { String(decoding: $0.map(\.lowercasedASCII), as: UTF8.self) }
    guard let asn = names.firstIndex(of: "asn"), let prefix = names.firstIndex(of: "ip prefix"),
      let maxLength = names.firstIndex(of: "max length")
    else { return nil }
    return Columns(asn: asn, prefix: prefix, maxLength: maxLength)
  }

  /// Without blanks, the carriage return of other systems, and quotes around the whole.
  private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isOuter = { (octet: UInt8) in octet == 0x20 || octet == 0x0D || octet == 0x09 }
    var text = text.drop(while: isOuter)
    while let last = text.last, isOuter(last) { text = text.dropLast() }
    guard text.count > 1, text.first == 0x22, text.last == 0x22, !text.contains(0x2C) else { return text }
    return text.dropFirst().dropLast()
  }
}
