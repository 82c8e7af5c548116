/// Tells whether a line begins a record, or goes on with the line before.
enum LineStart {
  /// Fields of delivery reports and of headers, which stand on lines of their own (RFC 3464 §2).
  private static let fields: Set<String> = [
    "action", "status", "from", "to", "cc", "subject", "date", "final-recipient", "original-recipient",
    "diagnostic-code",
    "remote-mta", "reporting-mta", "arrival-date", "last-attempt-date", "received", "received-from-mta", "message-id",
    "x-postfix-queue-id", "x-postfix-sender", "will-retry-until", "return-path", "reply-to", "mime-version",
    "content-type", "x-failed-recipients", "warning", "notice", "fatal error", "caused by",
    "traceback (most recent call last)"
  ]

  static func beginsRecord(_ text: MappedText, _ line: Range<Int>, hasStamps: Bool) -> Bool {
    if hasStamp(text, line) { return true }
    if hasStamps { return false }
    let first = text.octets[line.lowerBound]
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "}") || first == UInt8(ascii: "*") { return true }
    if first == UInt8(ascii: "-"), line.count > 3, text.octets[line.lowerBound + 1] == first { return true }
    if first == UInt8(ascii: "|"), line.count > 3, text.octets[line.lowerBound + 1] == UInt8(ascii: "-") { return true }
    if isRecipient(text, line) { return true }
    return isField(text, line)
  }

  /// Octets of a recipient: 64, the sign and 255 (RFC 5321 §4.5.3.1), and quotation marks.
  private static let recipientOctets = 322

  /// `a@example.net: ` or `"a@example.net":`, as OpenSMTPD and GMX begin what they tell of a recipient. In angle brackets
  /// it may as well be the wrapped reply of a server.
  private static func isRecipient(_ text: MappedText, _ line: Range<Int>) -> Bool {
    let head = text.octets[line].prefix(recipientOctets)
    guard let first = head.first, first != UInt8(ascii: "<"), let colon = head.firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == line.upperBound || text.octets[colon + 1] == 0x20,
      let sign = head[..<colon].firstIndex(of: UInt8(ascii: "@")), sign > line.lowerBound + 1
    else { return false }
    return !head[..<colon].contains { $0.isBlank || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "(") }
      && head[sign..<colon].contains(UInt8(ascii: "."))
      && (first == UInt8(ascii: "\"")) == (text.octets[colon - 1] == UInt8(ascii: "\""))
  }

  private static func isField(_ text: MappedText, _ line: Range<Int>) -> Bool {
    guard let colon = text.octets[line].prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return fields.contains(String(decoding: text.folded[line.lowerBound..<colon], as: UTF8.self))
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  ]

  /// A time as logs begin with it: "Nov 14 22:13:21", "2023-11-14", "[2023", "[14-Nov-2023", "20231114".
  static func hasStamp(_ text: MappedText, _ line: Range<Int>) -> Bool {
    var rest = text.folded[line]
    if rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "(") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "<") { rest = rest.dropFirst(4).drop { $0.isDigit || $0 == UInt8(ascii: ">") } }
    let head = Array(rest.prefix(12))
    guard head.count >= 8 else { return false }
    if months.contains(String(decoding: head.prefix(3), as: UTF8.self)), head[3] == 0x20 {
      return head[4].isDigit || (head[4] == 0x20 && head[5].isDigit)
    }
    if head[..<4].allSatisfy(\.isDigit), head[4] == UInt8(ascii: "-") || head[4] == UInt8(ascii: "/") {
      return head[5].isDigit && head[6].isDigit
    }
    if head[0].isDigit, head[1].isDigit, head[2] == UInt8(ascii: "-") || head[2] == UInt8(ascii: "/") {
      return months.contains(String(decoding: head[3..<6], as: UTF8.self))
        || (head[3].isDigit && head[4].isDigit && head[5] == head[2])
    }
    return head[0].isDigit && head[1].isDigit && head[2] == UInt8(ascii: ":") && head[3].isDigit && head[5] == head[2]
  }
}
