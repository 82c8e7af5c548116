/// A field of tags: signatures are filled with as many other characters; who signed what, how and when stays.
enum TagRedaction {
  /// The redacted body.
  static func redacted(_ body: [UInt8], _ table: inout RedactionTable) -> [UInt8] {
    var (result, start): ([UInt8], Int) = ([], 0)
    while start < body.count {
      let end = body[start...].firstIndex(of: UInt8(ascii: ";")) ?? body.count
      result += tag(body[start..<end], &table)
      if end < body.count { result.append(UInt8(ascii: ";")) }
      start = end + 1
    }
    return result
  }

  private static func tag(_ tag: ArraySlice<UInt8>, _ table: inout RedactionTable) -> [UInt8] {
    guard let sign = tag.firstIndex(of: UInt8(ascii: "=")) else { return words(tag, &table) }
    let name = String(decoding: tag[..<sign].filter { !$0.isFolding }.prefix(8), as: UTF8.self)
    let value = tag[(sign + 1)...]
    switch name {
    case "b", "bh": return tag[...sign] + value.map { isData($0) ? UInt8(ascii: "x") : $0 > 0x7F ? 0x78 : $0 }
    case "v", "l", "t", "x", "i":
      if value.allSatisfy({ $0.isDigit || $0.isFolding }), value.count <= 20 { return Array(tag) }
    // The names of fields.
    case "h": if value.allSatisfy({ isKept($0) }) { return Array(tag) }
    default: break
    }
    return (names.contains(name) ? Array(tag[...sign]) : TextMask.masked(tag[...sign])) + words(value, &table)
  }

  /// The tags of RFC 6376 §3.5, RFC 8617 §4.1 and RFC 4870 §3.4.
  private static let names: Set<String> = ["v", "a", "c", "d", "h", "i", "l", "q", "r", "s", "t", "x", "z", "cv"]

  private static func words(_ text: ArraySlice<UInt8>, _ table: inout RedactionTable) -> [UInt8] {
    TextFilter.redacted(text, .words(.structured), &table)
  }

  private static func isData(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet == UInt8(ascii: "+") || octet == UInt8(ascii: "/")
  }

  private static func isKept(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet.isFolding || "-_/:".utf8.contains(octet)
  }
}
