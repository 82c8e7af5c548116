/// Takes the transparency of DATA away (RFC 5321 §4.5.2), in one pass, holding nothing.
///
/// Only CR LF, a dot and CR LF end the message (RFC 5321 §4.1.1.4). All other octets stay as they came.
struct DataDecoder: Sendable {
  private(set) var counts = OctetCounts()
  private var place = Place.lineStart

  /// Where the next octet stands.
  private enum Place {
    /// Behind CR LF, or at the beginning.
    case lineStart
    /// Behind a dot at the start of a line, which is held back.
    case dot
    /// Behind such a dot and CR.
    case dotCR
    /// Within a line.
    case text
    /// Behind CR.
    case cr
    /// Behind a bare LF, or a bare CR.
    case looseStart
    /// Behind a dot that stands there.
    case looseDot
  }

  /// Decodes from `position` on, as far as the input or the message goes.
  ///
  /// - Returns: whether the message has ended; `position` is behind its end then.
  mutating func decode(_ input: [UInt8], from position: inout Int, into output: inout [UInt8]) -> Bool {
    output.reserveCapacity(output.count + input.count - position)
    while position < input.count {
      let octet = input[position]
      position += 1
      if place == .text, octet > 0x0D, octet < 0x80 {
        output.append(octet)
      } else if take(octet, &output) {
        return true
      }
    }
    return false
  }

  private mutating func take(_ octet: UInt8, _ output: inout [UInt8]) -> Bool {
    switch (place, octet) {
    case (.lineStart, Self.dot):
      place = .dot
      return false
    case (.dot, Self.cr):
      place = .dotCR
      return false
    case (.dotCR, Self.lf): return true
    case (.dot, Self.dot): place = .text
    case (.dot, Self.lf): counts.looseEnds += 1
    case (.dot, _): counts.singleDots += 1
    case (.dotCR, _):
      counts.looseEnds += 1
      output.append(Self.cr)
      place = .cr
    case (.looseDot, Self.cr), (.looseDot, Self.lf): counts.looseEnds += 1
    default: break
    }
    keep(octet, &output)
    return false
  }

  private mutating func keep(_ octet: UInt8, _ output: inout [UInt8]) {
    output.append(octet)
    counts.note(octet)
    let isBehindCR = place == .cr
    if isBehindCR, octet != Self.lf { counts.bareCarriageReturns += 1 }
    switch octet {
    case Self.cr: place = .cr
    case Self.lf:
      if !isBehindCR { counts.bareLineFeeds += 1 }
      place = isBehindCR ? .lineStart : .looseStart
    case Self.dot where place == .looseStart || isBehindCR: place = .looseDot
    default: place = .text
    }
  }

  private static let dot = UInt8(ascii: ".")
  private static let cr = UInt8(ascii: "\r")
  private static let lf = UInt8(ascii: "\n")
}

/// Counts in octets that need no decoding: those of BDAT (RFC 3030 §2).
struct ChunkCounter: Sendable {
  private(set) var counts = OctetCounts()
  private var isBehindCR = false

  mutating func count(_ octets: ArraySlice<UInt8>) {
    for octet in octets {
      counts.note(octet)
      let isLF = octet == UInt8(ascii: "\n")
      if isLF, !isBehindCR { counts.bareLineFeeds += 1 }
      if isBehindCR, !isLF { counts.bareCarriageReturns += 1 }
      isBehindCR = octet == UInt8(ascii: "\r")
    }
  }

  /// Tells that nothing follows.
  mutating func end() {
    if isBehindCR { counts.bareCarriageReturns += 1 }
    isBehindCR = false
  }
}
