import Reporting

/// Octets in JSON: as a text where they are UTF-8, else as `{"hex": "…"}`, so that the same octets come back.
enum OctetText {
  private static let name = "hex"

  static func json(_ octets: [UInt8]) -> JSON {
    if let text = String(validating: octets, as: UTF8.self) { return .string(text) }
    return .object([.init(name, .string(hexadecimal(octets)))])
  }

  /// The octets; nil when the value is neither form.
  static func octets(_ json: JSON) -> [UInt8]? {
    switch json {
    case .string(let text): Array(text.utf8)
    case .object(let members) where members.count == 1 && members[0].name == name:
      if case .string(let digits) = members[0].value { octets(hexadecimal: digits) } else { nil }
    default: nil
    }
  }

  static func hexadecimal(_ octets: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(octets.count * 2)
    for octet in octets {
      for half in [octet >> 4, octet & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func octets(hexadecimal text: String) -> [UInt8]? {
    var (result, high): ([UInt8], UInt8?) = ([], nil)
    result.reserveCapacity(text.utf8.count / 2)
    for digit in text.utf8 {
      guard let half = value(of: digit) else { return nil }
      if let first = high {
        result.append(first << 4 | half)
        high = nil
      } else {
        high = half
      }
    }
    return high == nil ? result : nil
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
