/// Replies as they stand in texts: where they begin, and what is repeated in them (RFC 5321 §4.2.1, RFC 2034 §4).
enum ReplyText {
  /// A text in which the lines of a multi-line reply are joined: the repeated code and its hyphen are left out, and all
  /// copies of the enhanced code but one.
  static func joined(_ text: MappedText) -> MappedText {
    var result = MappedText()
    var reply: (code: Int, continues: Bool)?
    var enhanced: EnhancedStatusCode?
    var index = 0
    var behindCode = 0
    while index < text.count {
      guard text.octets[index].isDigit, index == behindCode || isTokenStart(index, text) else {
        result.append(text, index..<(index + 1))
        index += 1
        continue
      }
      if let found = code(text, index) {
        let isRepeated = found.code == reply?.code && reply?.continues == true
        if !isRepeated {
          result.append(text, index..<(index + 3))
          result.append(0x20, text.places[index + 3 < text.count ? index + 3 : index])
          enhanced = nil
        }
        reply = (found.code, found.continues || (isRepeated && reply?.continues == true))
        index = min(text.count, index + 4)
        behindCode = index
        if isRepeated {
          while index < text.count, text.octets[index].isBlank { index += 1 }
          behindCode = index
        }
      } else if let (status, end) = status(text, index) {
        if status == enhanced, reply != nil {
          index = end
          while index < text.count, text.octets[index].isBlank { index += 1 }
        } else {
          enhanced = status
          result.append(text, index..<end)
          index = end
        }
      } else {
        result.append(text, index..<(index + 1))
        index += 1
      }
    }
    return result
  }

  private static let openers = Array(" #\n\t'\"(:=|<>[,".utf8)

  static func isTokenStart(_ index: Int, _ text: MappedText) -> Bool {
    index == 0 || openers.contains(text.octets[index - 1])
  }

  /// A reply code at `index`, when text or the end follows.
  private static func code(_ text: MappedText, _ index: Int) -> (code: Int, continues: Bool)? {
    guard text.octets[index] >= UInt8(ascii: "4"), text.octets[index] <= UInt8(ascii: "5") else { return nil }
    let found = TranscriptLine.replyCode(text.octets, index..<text.count)
    // 465 and 587 are ports.
    return found?.code == 465 || found?.code == 587 ? nil : found
  }

  /// An enhanced status code at `index`, and where it ends.
  static func status(_ text: MappedText, _ index: Int) -> (EnhancedStatusCode, Int)? {
    let octets = text.octets
    guard index + 4 < octets.count, [0x32, 0x34, 0x35].contains(octets[index]), octets[index + 1] == 0x2E else {
      return nil
    }
    guard let (subject, dot) = number(octets, index + 2), dot < octets.count, octets[dot] == 0x2E,
      let (detail, end) = number(octets, dot + 1)
    else { return nil }
    if end < octets.count, octets[end] == 0x2E, end + 1 < octets.count, octets[end + 1].isDigit { return nil }
    if end < octets.count, octets[end].isLetter || octets[end] == UInt8(ascii: "/") { return nil }
    return (EnhancedStatusCode(Int(octets[index] - 0x30), subject, detail), end)
  }

  /// One to three digits.
  private static func number(_ octets: [UInt8], _ start: Int) -> (Int, Int)? {
    var (value, end) = (0, start)
    while end < octets.count, end - start < 3, octets[end].isDigit {
      value = value * 10 + Int(octets[end] - 0x30)
      end += 1
    }
    guard end > start, end == octets.count || !octets[end].isDigit else { return nil }
    return (value, end)
  }

  /// The codes in a text: the first reply code that a reply begins with, and the enhanced code behind it or elsewhere.
  /// `isFirst` tells whether the enhanced code begins the text.
  static func codes(in text: MappedText) -> (code: Int?, enhanced: EnhancedStatusCode?, isFirst: Bool) {
    var reply: Int?
    var enhanced: EnhancedStatusCode?
    var isBehindReply = false
    for index in text.octets.indices where text.octets[index].isDigit && isTokenStart(index, text) {
      if let found = code(text, index), reply == nil, isReply(text, index) {
        reply = found.code
        isBehindReply = true
      } else if let (status, _) = status(text, index), status.classDigit != 2 || reply == nil, !isSummary(text, index) {
        if enhanced == nil || isBehindReply { enhanced = status }
        if isBehindReply { break }
      }
    }
    return (reply, enhanced, text.isEmpty ? false : status(text, 0) != nil)
  }

  /// `dsn=4.7.8` is what a mail server makes of a reply, not the reply.
  private static func isSummary(_ text: MappedText, _ index: Int) -> Bool {
    index >= 4 && text.folded[(index - 4)..<index].elementsEqual("dsn=".utf8)
  }

  /// The summary `dsn=` of Postfix and sendmail.
  static func summary(in text: MappedText) -> EnhancedStatusCode? {
    guard let start = text.firstIndex(of: "dsn=") else { return nil }
    return status(text, start + 4)?.0
  }

  /// A number of three digits is a reply code where a text begins, behind a sign, or before an enhanced code.
  private static func isReply(_ text: MappedText, _ index: Int) -> Bool {
    if index == 0 || (index + 4 < text.count && status(text, index + 4) != nil) { return true }
    var before = index - 1
    while before > 0, text.octets[before] == 0x20 || text.octets[before] == MappedText.wrap { before -= 1 }
    if text.octets[before] == UInt8(ascii: ";") {
      return before >= 4 && text.folded[(before - 4)..<before].elementsEqual("smtp".utf8)
    }
    return Array(":'\"(|>]".utf8).contains(text.octets[before])
  }
}
