/// A pattern of identifiers, matched in time linear in pattern and text, without regular expressions.
///
/// Braces hold a class and how many characters of it: `{d10}` ten digits, `{x8-16}` eight to sixteen hexadecimal digits
/// in lower case. Classes: `d` digits, `x` and `X` hexadecimal digits, `a` letters in lower case, `N` letters and digits,
/// `w` everything but `@`. `*` stands for any text, all other characters for themselves.
struct IdentifierPattern: Sendable, ExpressibleByStringLiteral {
  private let pieces: [Piece]

  private enum Piece: Sendable {
    case octet(UInt8)
    case run(UInt8, ClosedRange<Int>)
    case anything
  }

  /// Reads a pattern written in source code.
  init(stringLiteral value: String) {
    var (pieces, rest): ([Piece], ArraySlice<UInt8>) = ([], Array(value.utf8)[...])
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "*") {
        pieces.append(.anything)
      } else if octet == UInt8(ascii: "{"), let kind = rest.popFirst() {
        pieces.append(.run(kind, Self.count(rest.prefix { $0 != UInt8(ascii: "}") })))
        rest = rest.drop { $0 != UInt8(ascii: "}") }.dropFirst()
      } else {
        pieces.append(.octet(octet))
      }
    }
    self.pieces = pieces
  }

  private static func count(_ text: ArraySlice<UInt8>) -> ClosedRange<Int> {
    let bounds = text.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard let least = bounds.first, let most = bounds.last, least <= most else { return 1...longest }
    return least...most
  }

  /// Whether the pattern stands for all of `text`.
  func matches(_ text: String) -> Bool {
    let octets = Array(text.utf8)
    guard octets.count <= Self.longest else { return false }
    // Whether the pieces so far can end before each octet, and behind the last one.
    var ends = [Bool](repeating: false, count: octets.count + 1)
    ends[0] = true
    for piece in pieces { ends = Self.ends(of: piece, after: ends, octets) }
    return ends[octets.count]
  }

  private static func ends(of piece: Piece, after starts: [Bool], _ octets: [UInt8]) -> [Bool] {
    switch piece {
    case .octet(let octet): return [false] + octets.indices.map { starts[$0] && octets[$0] == octet }
    case .anything:
      let first = starts.firstIndex(of: true) ?? starts.count
      return starts.indices.map { $0 >= first }
    case .run(let kind, let counts): return ends(ofRun: kind, counts, after: starts, octets)
    }
  }

  /// A run can end where a start lies far enough before, and all octets between are of the class.
  private static func ends(
    ofRun kind: UInt8, _ counts: ClosedRange<Int>, after starts: [Bool], _ octets: [UInt8]
  ) -> [Bool] {
    // How many starts lie before each place.
    var before = [0]
    for start in starts { before.append((before.last ?? 0) + (start ? 1 : 0)) }
    var (result, runStart): ([Bool], Int) = ([], 0)
    for end in starts.indices {
      if end > 0, !contains(octets[end - 1], kind) { runStart = end }
      let (first, last) = (max(runStart, end - counts.upperBound), end - counts.lowerBound)
      result.append(first <= last && before[last + 1] > before[first])
    }
    return result
  }

  private static func contains(_ octet: UInt8, _ kind: UInt8) -> Bool {
    let isDigit = (0x30...0x39).contains(octet)
    switch kind {
    case UInt8(ascii: "d"): return isDigit
    case UInt8(ascii: "x"): return isDigit || (0x61...0x66).contains(octet)
    case UInt8(ascii: "X"): return isDigit || (0x41...0x46).contains(octet)
    case UInt8(ascii: "a"): return (0x61...0x7A).contains(octet)
    case UInt8(ascii: "N"): return isDigit || (0x61...0x7A).contains(octet | 0x20)
    default: return octet != UInt8(ascii: "@")
    }
  }

  /// Longer identifiers are refused anyway, and match nothing.
  private static let longest = 500
}
