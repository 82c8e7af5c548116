/// Decodes base64 that comes in pieces (RFC 2045 §6.8). What is not of the alphabet is skipped, and told.
public struct Base64Stream: Sendable {
  /// Characters that are neither of the alphabet nor white space.
  public private(set) var illegal = Occurrences()
  /// Data behind the padding, such as the footer of a mailing list.
  public private(set) var afterPadding = Occurrences()
  /// Whether the last group is not complete.
  public private(set) var truncated = Occurrences()
  private var bits: UInt32 = 0
  private var sextets = 0
  private var padding = 0
  private var hasEnded = false

  private static let isPadding: UInt8 = 0x80
  private static let isSpace: UInt8 = 0x81
  private static let isIllegal: UInt8 = 0x82
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: isIllegal, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, letter) in alphabet.utf8.enumerated() { table[Int(letter)] = UInt8(value) }
    for space in [0x09, 0x0A, 0x0D, 0x20] { table[space] = isSpace }
    table[0x3D] = isPadding
    return table
  }()

  /// Nothing yet.
  public init() {}

  /// Decodes `octets`, which stand at `place`.
  public mutating func decode(_ octets: Span<UInt8>, at place: SourcePlace, into result: inout [UInt8]) {
    let table = Self.table
    for index in octets.indices {
      let value = table[Int(octets[index])]
      if value < 64 {
        if hasEnded || padding > 0 { restart(place.advanced(by: index)) }
        bits = bits << 6 | UInt32(value)
        sextets += 1
        if sextets == 4 {
          result.append(UInt8(truncatingIfNeeded: bits >> 16))
          result.append(UInt8(truncatingIfNeeded: bits >> 8))
          result.append(UInt8(truncatingIfNeeded: bits))
          sextets = 0
        }
      } else if value == Self.isPadding {
        pad(place.advanced(by: index), into: &result)
      } else if value == Self.isIllegal {
        illegal.add(at: place.advanced(by: index))
      }
    }
  }

  /// A group with padding is complete, and yet more follows: it is read as a new beginning.
  private mutating func restart(_ place: SourcePlace) {
    afterPadding.add(at: place)
    if padding > 0 { sextets = 0 }
    padding = 0
    hasEnded = false
  }

  private mutating func pad(_ place: SourcePlace, into result: inout [UInt8]) {
    if hasEnded || sextets < 2 {
      illegal.add(at: place)
      return
    }
    padding += 1
    guard padding + sextets == 4 else { return }
    result.append(UInt8(truncatingIfNeeded: sextets == 3 ? bits >> 10 : bits >> 4))
    if sextets == 3 { result.append(UInt8(truncatingIfNeeded: bits >> 2)) }
    (sextets, padding, hasEnded) = (0, 0, true)
  }

  /// The text ends at `place`; what is left of a group is given up.
  public mutating func finish(at place: SourcePlace) {
    if sextets > 0 { truncated.add(at: place) }
    sextets = 0
  }
}
