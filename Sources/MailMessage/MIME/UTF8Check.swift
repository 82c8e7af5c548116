/// Looks at text that comes in pieces: is it UTF-8 (RFC 3629 §4)?
struct UTF8Check: Sendable {
  /// The octets of the character that have to come.
  private var missing = 0
  /// What the next octet may be.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether no character is cut at the end of what was seen.
  var isComplete: Bool { missing == 0 }

  /// Takes octets; gives the number of sequences in them that are broken.
  mutating func take(_ octets: Span<UInt8>) -> Int {
    var faults = 0
    for index in octets.indices {
      let octet = octets[index]
      if missing > 0 {
        if octet >= lowest, octet <= highest {
          missing -= 1
          (lowest, highest) = (0x80, 0xBF)
          continue
        }
        faults += 1
        missing = 0
      }
      if octet >= 0x80, !begin(octet) { faults += 1 }
    }
    return faults
  }

  private mutating func begin(_ octet: UInt8) -> Bool {
    (lowest, highest) = (0x80, 0xBF)
    switch octet {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lowest) = (2, 0xA0)
    case 0xED: (missing, highest) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, lowest) = (3, 0x90)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, highest) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
