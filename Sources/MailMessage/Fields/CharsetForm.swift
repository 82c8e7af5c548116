/// Charsets that are in use and not read: what octets text in them can have is known without their tables.
public enum CharsetForm: Sendable, Hashable {
  /// Each octet is a character: ISO-8859-2 and its like, Windows code pages, KOI8.
  case singleOctet
  /// Seven bits, switched by escape sequences (RFC 1468).
  case iso2022JP
  /// Two or three octets above 160, for Japanese.
  case eucJP
  /// Two octets, the second of which may be an ASCII letter, and half-width letters of one octet.
  case shiftJIS
  /// Two octets, the second of which may be below 128: GBK, GB18030, Big5, EUC-KR and its extension.
  case twoOctets

  /// The form of the charset of that name, case aside; nil for one that is read, and for a name that nobody uses.
  public init?(named name: String) {
    let name = name.lowercased()
    if Self.singles.contains(name) || Self.isNumbered(name) {
      self = .singleOctet
      return
    }
    switch name {
    case "iso-2022-jp", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3", "csiso2022jp", "cp50220", "cp50221":
      self = .iso2022JP
    case "euc-jp", "eucjp", "x-euc-jp": self = .eucJP
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "cp932", "windows-31j": self = .shiftJIS
    case "gb2312", "gbk", "gb18030", "x-gbk", "cp936", "big5", "big5-hkscs", "cp950", "euc-kr", "euckr",
      "ks_c_5601-1987", "ks_c_5601", "cp949", "uhc":
      self = .twoOctets
    default: return nil
    }
  }

  private static let singles: Set<String> = [
    "koi8-r", "koi8-u", "koi8-ru", "macintosh", "x-mac-roman", "tis-620", "iso-8859-8-i", "ibm437", "cp437", "ibm850",
    "cp850", "ibm852", "cp852", "ibm866", "cp866", "latin2", "latin5", "viscii"
  ]

  /// `iso-8859-2` to `-16` but for `-15`, `windows-1250` to `-1258` but for `-1252`, `windows-874`, and `cp` for the last.
  private static func isNumbered(_ name: String) -> Bool {
    for prefix in ["iso-8859-", "iso8859-", "iso_8859-"] where name.hasPrefix(prefix) {
      guard let number = Int(name.dropFirst(prefix.count)) else { return false }
      return (2...16).contains(number) && number != 15
    }
    for prefix in ["windows-", "cp", "x-cp"] where name.hasPrefix(prefix) {
      guard let number = Int(name.dropFirst(prefix.count)) else { return false }
      return number == 874 || (1250...1258).contains(number) && number != 1252
    }
    return false
  }
}

extension CharsetForm {
  /// Where octets are not of this form; nil when all may be text. What vendors added to a charset is let through.
  public func firstFault(in octets: [UInt8]) -> Int? {
    var index = 0
    while index < octets.count {
      guard let length = length(at: index, in: octets) else { return index }
      index += length
    }
    return nil
  }

  /// The octets of the character at `index`; nil when there is none.
  private func length(at index: Int, in octets: [UInt8]) -> Int? {
    let octet = octets[index]
    let next = index + 1 < octets.count ? octets[index + 1] : 0
    switch self {
    case .singleOctet: return 1
    case .iso2022JP: return octet < 0x80 ? 1 : nil
    case .eucJP:
      if octet < 0x80 { return 1 }
      let third = index + 2 < octets.count ? octets[index + 2] : 0
      if octet == 0x8F { return next > 0xA0 && third > 0xA0 ? 3 : nil }
      return (octet == 0x8E || octet > 0xA0) && next > 0xA0 ? 2 : nil
    case .shiftJIS:
      let isLead = (0x81...0x9F).contains(octet) || (0xE0...0xFC).contains(octet)
      return isLead ? (next >= 0x40 && next != 0x7F ? 2 : nil) : 1
    case .twoOctets:
      if octet <= 0x80 { return 1 }
      return octet < 0xFF && next >= 0x30 && next != 0x7F && next != 0xFF ? 2 : nil
    }
  }

  /// Japanese of seven bits with the octets of its letters above 127, as in EUC-JP, so that no part of a letter is taken
  /// for a tag; of the same length. Other charsets stay as they are.
  public func unmistakable(_ octets: [UInt8]) -> [UInt8] {
    guard self == .iso2022JP else { return octets }
    var result = octets
    var (index, isDouble) = (0, false)
    while index < result.count {
      if result[index] == 0x1B, index + 2 < result.count {
        isDouble = result[index + 1] == UInt8(ascii: "$")
        // `ESC $ ( D` has one octet more than the others.
        let count = isDouble && result[index + 2] == UInt8(ascii: "(") ? 4 : 3
        for place in index..<min(index + count, result.count) { result[place] = 0x1B }
        index += count
        continue
      }
      // RFC 1468: a line begins in ASCII.
      if result[index] == 0x0A { isDouble = false }
      if isDouble, result[index] > 0x20 { result[index] |= 0x80 }
      index += 1
    }
    return result
  }
}
