/// Addresses with their local parts hidden: what is left tells the domain and not the person (RFC 9991 §7).
enum HiddenLocalPart {
  /// What stands for a local part.
  static let sign = "…"

  /// `text` with the local part of every address in it hidden, quoted ones too. One pass from the front.
  static func hiding(in text: String) -> String {
    var result: [UInt8] = []
    let octets = Array(text.utf8)
    result.reserveCapacity(octets.count)
    // Where in the result the local part would begin if an @ came now.
    var start = 0
    var isQuoted = false
    for octet in octets {
      if octet == UInt8(ascii: "@"), start < result.count {
        result.removeSubrange(start...)
        result += Array(sign.utf8)
      }
      if octet == UInt8(ascii: "\"") { isQuoted.toggle() }
      result.append(octet)
      if !isQuoted, parts(octet) || octet == UInt8(ascii: "=") && isProperty(result[start...]) { start = result.count }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether an octet stands before or between addresses: white space, and signs that no local part has without quotation
  /// marks (RFC 5322 §3.2.3).
  private static func parts(_ octet: UInt8) -> Bool { octet <= 0x20 || "<>()[],;:\\@".utf8.contains(octet) }

  /// Properties of Authentication-Results whose values may be addresses (RFC 8601 §2.7); any other `=` is of a local part,
  /// as in addresses of mailing lists that name their recipient.
  private static let properties = [
    "smtp.mailfrom=", "smtp.mail=", "smtp.rcptto=", "smtp.auth=", "header.from=", "header.i=", "header.sender=",
    "envelope-from=", "mailfrom=", "i="
  ].map { Array($0.utf8) }

  private static func isProperty(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 14 && properties.contains { $0.elementsEqual(word) }
  }
}
