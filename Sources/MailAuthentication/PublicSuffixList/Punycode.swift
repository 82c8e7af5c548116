import DNS

/// The encoding of Unicode labels in ASCII (RFC 3492), for the rules of a Public Suffix List file, which are lower-case
/// and normalised already. Names that people type go through IDNA instead.
enum Punycode {
  /// Encodes a label (RFC 3492 §6.3), without the prefix `xn--`; nil when the label is too long for a name.
  static func encode(_ label: String) -> [UInt8]? {
    let points = label.unicodeScalars.map(\.value)
    guard points.count <= maximumLabel else { return nil }
    var output = points.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (next, delta, bias, handled) = (UInt32(0x80), 0, 72, basic)
    while handled < points.count {
      guard let smallest = points.filter({ $0 >= next }).min() else { return nil }
      delta += Int(smallest - next) * (handled + 1)
      next = smallest
      for point in points {
        if point < next { delta += 1 }
        guard point == next else { continue }
        output += digits(delta, bias: bias)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return output.count <= maximumLabel - 4 ? output : nil
  }

  /// Decodes what stands behind the prefix (RFC 3492 §6.2); nil when it is no encoding.
  static func decode(_ encoded: [UInt8]) -> String? {
    guard encoded.count <= maximumLabel else { return nil }
    let mark = encoded.lastIndex(of: UInt8(ascii: "-"))
    var output = encoded[..<(mark ?? 0)].map { UInt32($0) }
    guard output.allSatisfy({ $0 < 0x80 }) else { return nil }
    var (position, point, index, bias) = (mark.map { $0 + 1 } ?? 0, 0x80, 0, 72)
    while position < encoded.count {
      guard let delta = number(encoded, &position, bias: bias) else { return nil }
      bias = adapt(delta, count: output.count + 1, isFirst: index == 0)
      index += delta
      point += index / (output.count + 1)
      index %= output.count + 1
      guard point <= 0x10FFFF else { return nil }
      output.insert(UInt32(point), at: index)
      index += 1
    }
    var text = String.UnicodeScalarView()
    for point in output {
      guard let scalar = UnicodeScalar(point) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// A variable-length integer (RFC 3492 §3.3); nil when it does not end, has another character, or is too large.
  private static func number(_ encoded: [UInt8], _ position: inout Int, bias: Int) -> Int? {
    var (result, weight, k) = (0, 1, 36)
    while position < encoded.count {
      let octet = encoded[position]
      position += 1
      guard octet.isASCIIDigit || octet.isASCIILetter else { return nil }
      let digit = octet.isASCIIDigit ? Int(octet) - 0x30 + 26 : Int(octet.lowercasedASCII) - 0x61
      result += digit * weight
      guard result <= maximumDelta else { return nil }
      let threshold = min(max(k - bias, 1), 26)
      if digit < threshold { return result }
      weight *= 36 - threshold
      guard weight <= maximumDelta else { return nil }
      k += 36
    }
    return nil
  }

  /// The largest step that a label can need: all code points, once for each place in the label.
  private static let maximumDelta = 0x11_0000 * 64

  /// RFC 1035 §2.3.4. With so few characters the numbers below stay far from overflow.
  private static let maximumLabel = 63

  /// A delta as a variable-length integer (RFC 3492 §3.3).
  private static func digits(_ delta: Int, bias: Int) -> [UInt8] {
    var (output, rest, k): ([UInt8], Int, Int) = ([], delta, 36)
    while true {
      let threshold = min(max(k - bias, 1), 26)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      k += 36
    }
    return output + [digit(rest)]
  }

  private static func digit(_ value: Int) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
  }

  /// RFC 3492 §6.1.
  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var (rest, k) = (isFirst ? delta / 700 : delta / 2, 0)
    rest += rest / count
    while rest > 455 {
      rest /= 35
      k += 36
    }
    return k + 36 * rest / (rest + 38)
  }
}
