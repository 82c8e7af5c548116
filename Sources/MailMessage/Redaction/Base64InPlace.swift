/// Redacts base64 where it stands: every character of the alphabet becomes another one, all else stays, and so do faults.
struct Base64InPlace {
  /// What is done.
  var output: [UInt8] = []
  private let isText: Bool
  /// The octets since the beginning of the group of four characters.
  private var waiting: [UInt8] = []
  private var bits: UInt32 = 0
  private var sextets = 0

  /// Text keeps its white space and its characters' lengths in UTF-8; of all else nothing is kept.
  init(isText: Bool) { self.isText = isText }

  /// Takes the next octet.
  mutating func take(_ octet: UInt8) {
    if Self.isData(octet) {
      bits = bits << 6 | UInt32(Self.values[Int(octet)])
      sextets += 1
      waiting.append(octet)
      if sextets == 4 { flush() }
      return
    }
    // Data behind the padding begins a group of its own.
    if octet == UInt8(ascii: "=") || waiting.count >= RedactionLimits.word { flush() }
    let kept = octet >= 0x80 ? 0xE9 : octet
    if sextets == 0 { output.append(kept) } else { waiting.append(kept) }
  }

  /// The content is complete.
  mutating func finish() { flush() }

  private mutating func flush() {
    var (group, rest) = (redactedGroup(), waiting[...])
    while let octet = rest.popFirst() {
      let isData = Self.isData(octet)
      output.append(isData ? Base64Writer.alphabet[Int(group >> 18 & 63)] : octet)
      if isData { group <<= 6 }
    }
    waiting.removeAll(keepingCapacity: true)
    (bits, sextets) = (0, 0)
  }

  /// The octets of the group, redacted; of an octet that is not complete nothing is kept.
  private func redactedGroup() -> UInt32 {
    let count = sextets * 6 / 8
    let octets = bits << UInt32(6 * (4 - sextets))
    var result: UInt32 = 0
    for index in 0..<count {
      let octet = UInt8(truncatingIfNeeded: octets >> UInt32(16 - 8 * index))
      result |= UInt32(isText ? TextMask.filler(octet) : UInt8(ascii: "x")) << UInt32(16 - 8 * index)
    }
    return result
  }

  private static func isData(_ octet: UInt8) -> Bool { values[Int(octet)] < 64 }

  /// What each octet stands for; 255 for those that stand for nothing.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, octet) in Base64Writer.alphabet.enumerated() { values[Int(octet)] = UInt8(value) }
    return values
  }()
}
