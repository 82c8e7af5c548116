/// Cuts the octets of a file of results into its lines.
public struct ResultLines: Sendable {
  private var pending: [UInt8] = []
  /// Where the line that is being read begins: behind the last line that has its end.
  public private(set) var end = 0

  /// The longest line that is read: the whole report of a domain has a hundredth of it.
  public static let longest = 64 << 20

  /// Begins at the front of the file.
  public init() {}

  /// A line without its end, and where it stands.
  public struct Line: Sendable {
    /// The octets, without the line end.
    public let octets: [UInt8]
    /// Where it begins in the file.
    public let start: Int
  }

  /// Whether octets came behind the last line end.
  public var isTorn: Bool { !pending.isEmpty }

  /// What came behind the last line end: a line that was cut off, or whose writer ends no last line.
  public var rest: Line { Line(octets: pending, start: end) }

  /// Whether the line that is being read is longer than any result.
  public var isTooLong: Bool { pending.count > Self.longest }

  /// Takes the next octets, and gives the lines that end in them.
  public mutating func read(_ octets: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = octets.startIndex
    while let feed = octets[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = Line(octets: pending + octets[start..<feed], start: end)
      end += line.octets.count + 1
      pending.removeAll(keepingCapacity: true)
      lines.append(line)
      start = feed + 1
    }
    pending += octets[start...]
    return lines
  }
}

/// One line of comma-separated values in which no field has a line break.
public enum TableLine {
  /// The fields (RFC 4180 §2); nil when a quote does not end or text stands behind one.
  public static func fields(of octets: [UInt8]) -> [String]? {
    var fields: [String] = []
    var rest = octets[...]
    if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
    while true {
      var field: [UInt8] = []
      if rest.first == UInt8(ascii: "\"") {
        rest.removeFirst()
        while true {
          guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
          field += rest[..<end]
          rest = rest[(end + 1)...]
          guard rest.first == UInt8(ascii: "\"") else { break }
          field.append(UInt8(ascii: "\""))
          rest.removeFirst()
        }
      } else {
        let plain = rest.prefix { $0 != UInt8(ascii: ",") }
        field = Array(plain)
        rest = rest[plain.endIndex...]
      }
      fields.append(String(decoding: field, as: UTF8.self))
      if rest.isEmpty { return fields }
      guard rest.first == UInt8(ascii: ",") else { return nil }
      rest.removeFirst()
    }
  }
}
