/// A file in a text, in the encoding that was used before MIME. It is recognised, and not decoded.
public struct UUEncodedFile: Sendable, Hashable {
  /// The name behind `begin` and the mode (POSIX, uuencode).
  public let name: String
  /// Where its first line begins in the decoded text.
  public let offset: Int

  /// The files in `octets`, at most ``limit``: a line `begin 644 name`, and a line of data behind it.
  public static func find(in octets: [UInt8]) -> [UUEncodedFile] {
    var result: [UUEncodedFile] = []
    var candidate: UUEncodedFile?
    var start = 0
    while start < octets.count, result.count < limit {
      var end = start
      while end < octets.count, octets[end] != 0x0A { end += 1 }
      let line = octets[start..<end].last == 0x0D ? octets[start..<(end - 1)] : octets[start..<end]
      if let file = candidate, isData(line) { result.append(file) }
      candidate = name(of: line).map { UUEncodedFile(name: $0, offset: start) }
      start = end + 1
    }
    return result
  }

  /// The files that are told of one text.
  public static let limit = 100

  private static func name(of line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "begin ".utf8) else { return nil }
    let rest = line.dropFirst(6)
    let mode = rest.prefix { (0x30...0x37).contains($0) }
    guard (3...4).contains(mode.count), rest.dropFirst(mode.count).first == 0x20 else { return nil }
    let name = rest.dropFirst(mode.count + 1)
    return name.isEmpty ? nil : String(decoding: name.prefix(HTMLLimits.snippet), as: UTF8.self)
  }

  /// Whether the first character tells how long the line is: four characters for every three octets.
  private static func isData(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, (0x20...0x60).contains(first) else { return false }
    let octets = Int(first - 0x20) & 0x3F
    return (0...1).contains(line.count - 1 - (octets + 2) / 3 * 4) && line.allSatisfy { (0x20...0x60).contains($0) }
  }
}
