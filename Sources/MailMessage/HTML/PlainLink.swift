/// A web or mail address in plain text, as mail readers make links of them.
public struct PlainLink: Sendable, Hashable {
  /// The address as it is written.
  public let target: String
  /// Where it stands in the decoded text.
  public let range: Range<Int>

  /// The beginnings of addresses.
  private static let beginnings = ["http://", "https://", "mailto:", "www."].map { Array($0.utf8) }

  /// Finds the addresses in `octets`, at most ``HTMLLimits/items`` of them.
  public static func find(in octets: [UInt8]) -> [PlainLink] {
    var result: [PlainLink] = []
    var index = 0
    while index < octets.count, result.count < HTMLLimits.items {
      let isInside = index > 0 && (octets[index - 1].isLetter || octets[index - 1].isDigit)
      if !isInside, let beginning = beginning(at: index, in: octets) {
        let end = end(from: index + beginning, in: octets)
        if end > index + beginning {
          let target = String(decoding: octets[index..<min(end, index + HTMLLimits.valueOctets)], as: UTF8.self)
          result.append(PlainLink(target: target, range: index..<end))
          index = end
          continue
        }
      }
      index += 1
    }
    return result
  }

  private static func beginning(at index: Int, in octets: [UInt8]) -> Int? {
    guard "hHmMwW".utf8.contains(octets[index]) else { return nil }
    return beginnings.first { word in
      index + word.count < octets.count && zip(octets[index...], word).allSatisfy { $0.lowercasedASCII == $1 }
    }?.count
  }

  /// The end of an address: white space or a delimiter, punctuation before it left out (RFC 3986 §C).
  private static func end(from start: Int, in octets: [UInt8]) -> Int {
    var end = start
    var parentheses = 0
    while end < octets.count, octets[end] > 0x20, !"<>\"`{}|\\^".utf8.contains(octets[end]) {
      if octets[end] == UInt8(ascii: "(") { parentheses += 1 }
      if octets[end] == UInt8(ascii: ")") { parentheses -= 1 }
      end += 1
    }
    while end > start, ".,;:!?')]*".utf8.contains(octets[end - 1]) {
      if octets[end - 1] == UInt8(ascii: ")") {
        if parentheses >= 0 { break }
        parentheses += 1
      }
      end -= 1
    }
    return end
  }
}
