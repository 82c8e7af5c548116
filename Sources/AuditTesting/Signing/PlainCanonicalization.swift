/// The canonical forms of RFC 6376 §3.4 written down word by word, on whole texts and slowly: what the signer of tests
/// works with, so that it shares nothing with the verifier.
enum PlainCanonicalization {
  /// A body whose lines end in CRLF.
  static func body(_ text: [UInt8], isRelaxed: Bool) -> [UInt8] {
    var lines = lines(of: text)
    if isRelaxed { lines = lines.map(relaxed) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { return isRelaxed ? [] : [0x0D, 0x0A] }
    return lines.flatMap { $0 + [0x0D, 0x0A] }
  }

  /// A field with its folding; without the line end at its end.
  static func field(_ text: [UInt8], isRelaxed: Bool) -> [UInt8] {
    if !isRelaxed { return text }
    let colon = text.firstIndex(of: 0x3A) ?? text.count
    let name = text[..<colon].filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let unfolded = text[colon...].dropFirst().filter { $0 != 0x0D && $0 != 0x0A }
    return name + [0x3A] + Array(relaxed(Array(unfolded)).drop { $0 == 0x20 })
  }

  /// The lines without their ends; what follows the last line end is a line if there is anything.
  static func lines(of text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for octet in text {
      guard octet == 0x0A else {
        line.append(octet)
        continue
      }
      if line.last == 0x0D { line.removeLast() }
      lines.append(line)
      line = []
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// White space as one blank, none at the end.
  private static func relaxed(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for octet in line {
      if octet != 0x20, octet != 0x09 {
        result.append(octet)
      } else if result.last != 0x20 {
        result.append(0x20)
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return result
  }
}
