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
    case "v", "a", "c", "q", "l", "t", "x", "cv", "h", "i":
      if value.allSatisfy({ isKept($0) }), name == "h" || value.count <= 40 { return Array(tag) }
    default: break
    }
    return (name.utf8.count <= 4 ? Array(tag[...sign]) : TextMask.masked(tag[...sign])) + words(value, &table)
  }

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
