/// Replaces octets that are no UTF-8 (RFC 3629 §4) in a text that comes in pieces, so that one of them does not end the
/// reading of a report.
struct UTF8Repair {
  /// The line of the first that was replaced; nil without any.
  private(set) var firstLine: Int?
  /// Line ends so far.
  private var lines = 0
  /// The beginning of a sequence that the next piece may complete.
  private var held: [UInt8] = []

  /// U+FFFD.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The piece as it is to be read; nil when it can be taken as it is.
  mutating func repaired(_ piece: Span<UInt8>) -> [UInt8]? {
    let (high, ends) = unsafe piece.withUnsafeBufferPointer { unsafe Self.sight(of: $0) }
    if high < 0x80, held.isEmpty {
      lines += ends
      return nil
    }
    var input = held
    input.reserveCapacity(held.count + piece.count)
    for index in piece.indices { input.append(piece[index]) }
    held = []
    return repair(input, isLast: false)
  }

  /// All bits of the octets, and how many of them end a line. Counts of one octet, and no checks of what cannot overflow,
  /// let the compiler take sixteen octets at once.
  private static func sight(of octets: UnsafeBufferPointer<UInt8>) -> (high: UInt8, ends: Int) {
    var (high, ends, index): (UInt8, Int, Int) = (0, 0, 0)
    while index < octets.count {
      let end = min(index &+ blockOctets, octets.count)
      var few: UInt8 = 0
      while index < end {
        let octet = unsafe octets[index]
        high |= octet
        few &+= octet == 0x0A ? 1 : 0
        index &+= 1
      }
      ends &+= Int(few)
    }
    return (high, ends)
  }

  /// Fewer than one octet can count, and a multiple of sixteen.
  private static let blockOctets = 192

  /// What was held back when the text ends.
  mutating func finish() -> [UInt8] {
    let rest = held
    held = []
    return repair(rest, isLast: true)
  }

  private mutating func repair(_ input: [UInt8], isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var index = 0
    while index < input.count {
      let first = input[index]
      if first < 0x80 {
        if first == 0x0A { lines += 1 }
        output.append(first)
        index += 1
        continue
      }
      switch Self.sequence(at: index, in: input) {
      case .whole(let count):
        output += input[index..<(index + count)]
        index += count
      case .cut where !isLast:
        held = Array(input[index...])
        return output
      case .cut, .broken:
        if firstLine == nil { firstLine = lines + 1 }
        output += Self.replacement
        index += 1
      }
    }
    return output
  }

  private enum Sequence {
    case whole(Int)
    case cut
    case broken
  }

  /// What begins at `index` with an octet above 127 (RFC 3629 §4).
  private static func sequence(at index: Int, in input: [UInt8]) -> Sequence {
    let first = input[index]
    let (count, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return .broken
    }
    for offset in 1..<count {
      guard index + offset < input.count else { return .cut }
      let range = offset == 1 ? second : 0x80...0xBF
      if !range.contains(input[index + offset]) { return .broken }
    }
    return .whole(count)
  }
}
