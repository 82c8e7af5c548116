import DNS

/// Reads JSON (RFC 8259) as far as an export needs it: one object with an array `roas` of flat objects. All else is
/// passed over, and nothing is kept of it.
struct PayloadJSONReader {
  private let octets: [UInt8]
  private var position = 0
  private var line = 1

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  mutating func read() throws(PayloadFault) -> [ValidatedPayload] {
    var payloads: [ValidatedPayload] = []
    try members { (reader, name) throws(PayloadFault) in
      guard name.elementsEqual("roas".utf8) else { return try reader.skipValue(depth: 1) }
      try reader.elements { reader throws(PayloadFault) in payloads.append(try reader.payload()) }
    }
    skipBlanks()
    if position < octets.count { throw fault("there is text behind the object") }
    return payloads
  }

  private mutating func payload() throws(PayloadFault) -> ValidatedPayload {
    var (asn, prefix, maxLength): (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) = ([], [], [])
    skipBlanks()
    let start = line
    try members { (reader, name) throws(PayloadFault) in
      if name.elementsEqual("asn".utf8) {
        asn = try reader.scalar()
      } else if name.elementsEqual("prefix".utf8) {
        prefix = try reader.scalar()
      } else if name.elementsEqual("maxLength".utf8) {
        maxLength = try reader.scalar()
      } else {
        try reader.skipValue(depth: 2)
      }
    }
    return try ValidatedPayload(
      asn: asn, prefix: prefix, maxLength: ValidatedPayload.number(maxLength), line: start)
  }
}

extension PayloadJSONReader {
  /// Reads an object, and hands each name over; `body` reads the value.
  private mutating func members(
    _ body: (inout PayloadJSONReader, ArraySlice<UInt8>) throws(PayloadFault) -> Void
  ) throws(PayloadFault) {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      try expect(UInt8(ascii: ":"))
      try body(&self, name)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Reads an array; `body` reads each element.
  private mutating func elements(
    _ body: (inout PayloadJSONReader) throws(PayloadFault) -> Void
  ) throws(PayloadFault) {
    try expect(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  /// Reads any value without keeping it.
  private mutating func skipValue(depth: Int) throws(PayloadFault) {
    if depth > PayloadLimits.depth { throw fault("the text is nested too deep") }
    switch peek() {
    case UInt8(ascii: "{"): try members { (reader, _) throws(PayloadFault) in try reader.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["): try elements { reader throws(PayloadFault) in try reader.skipValue(depth: depth + 1) }
    default: _ = try scalar()
    }
  }

  /// The text of a string, or the octets of a number or a word.
  private mutating func scalar() throws(PayloadFault) -> ArraySlice<UInt8> {
    if peek() == UInt8(ascii: "\"") { return try string() }
    let word = octets[position...].prefix { $0.isASCIIDigit || $0.isASCIILetter || "+-.".utf8.contains($0) }
    if word.isEmpty { throw fault("a value is missing") }
    position = word.endIndex
    return word
  }

  /// A string without its quotes; escapes stay as they are, for no field that matters has any.
  private mutating func string() throws(PayloadFault) -> ArraySlice<UInt8> {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < octets.count, octets[position] != UInt8(ascii: "\"") {
      if octets[position] < 0x20 { throw fault("a string has no end on its line") }
      position += octets[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < octets.count else { throw fault("a string has no end") }
    defer { position += 1 }
    return octets[start..<position]
  }

  private mutating func peek() -> UInt8? {
    skipBlanks()
    return position < octets.count ? octets[position] : nil
  }

  private mutating func take(_ octet: UInt8) -> Bool {
    guard peek() == octet else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ octet: UInt8) throws(PayloadFault) {
    if !take(octet) { throw fault("\"\(Character(UnicodeScalar(octet)))\" is expected here") }
  }

  private mutating func skipBlanks() {
    while position < octets.count {
      switch octets[position] {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: line += 1
      default: return
      }
      position += 1
    }
  }

  private func fault(_ message: String) -> PayloadFault { PayloadFault(line: line, message: message) }
}
