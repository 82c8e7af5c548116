import DNS

/// What stands for what: the same original gets the same replacement wherever it occurs in a message.
public struct RedactionTable: Sendable {
  /// Local parts in lower case, with their numbers.
  private var mailboxes: [[UInt8]: Int] = [:]
  /// Organizational domains, with their replacements.
  var domains: [String: String] = [:]
  /// Hosts below a domain, with the labels that stand for their first ones.
  var labels: [String: String] = [:]
  /// How many labels were given below a domain.
  var labelCounts: [String: Int] = [:]
  var internalCount = 0
  var hosts: [[UInt8]: Int] = [:]
  var addresses: [IPAddress: IPAddress] = [:]
  var addressCounts: [IPAddress: Int] = [:]
  private var identifiers: [[UInt8]: [UInt8]] = [:]
  private var boundaries: [[UInt8]: [UInt8]] = [:]
  private var shapes: [[UInt8]: Int] = [:]
  /// The octets of identifiers and shapes that are kept.
  private var keptOctets = 0

  /// Empty.
  public init() {}

  /// What was replaced, in words: `2 domains, 3 mailboxes, 1 address`.
  public var summary: String {
    [(domains.count, "domain", "s"), (mailboxes.count, "mailbox", "es"), (addresses.count, "IP address", "es")]
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : $0.2)" }.joined(separator: ", ")
  }

  /// `user1` and so on for a local part; those of roles (RFC 2142) stay, they tell who is meant and not who it is.
  mutating func localPart(_ original: some Collection<UInt8>) -> [UInt8] {
    let key = original.map(\.lowercasedASCII)
    if key.isEmpty || RedactionVocabulary.roles.contains(String(decoding: key, as: UTF8.self)) {
      return Array(original)
    }
    if key.count > RedactionLimits.localPart { return TextMask.masked(original) }
    return Array("user\(Self.number(of: key, in: &mailboxes))".utf8)
  }

  /// `host1` and so on for the name of a host without a dot.
  mutating func host(_ original: [UInt8]) -> [UInt8] {
    let key = original.map(\.lowercasedASCII)
    if key == Array("localhost".utf8) { return original }
    if key.count > RedactionLimits.hostName { return TextMask.masked(original) }
    return Array("host\(Self.number(of: key, in: &hosts)).internal".utf8)
  }

  /// The number of `key`, from 1; all that come too late share the last one.
  private static func number(of key: [UInt8], in numbers: inout [[UInt8]: Int]) -> Int {
    if let number = numbers[key] { return number }
    if numbers.count >= RedactionLimits.entries { return RedactionLimits.entries + 1 }
    numbers[key] = numbers.count + 1
    return numbers.count
  }
}

extension RedactionTable {
  /// The replacement of a Message-ID without its brackets if it was noted.
  func identifier(_ original: [UInt8]) -> [UInt8]? {
    identifiers.isEmpty || !original.contains(UInt8(ascii: "@")) ? nil : identifiers[original]
  }

  /// Notes a Message-ID or Content-ID: the left side keeps its form, the right side is a domain.
  mutating func noteIdentifier(_ original: [UInt8]) -> [UInt8] {
    if let known = identifiers[original] { return known }
    let at = original.lastIndex(of: UInt8(ascii: "@")) ?? original.endIndex
    var result = numbered(Array(original[..<at]), from: 0)
    if at < original.endIndex { result += [UInt8(ascii: "@")] + hostName(original[(at + 1)...]) }
    if identifiers.count < RedactionLimits.entries, hasRoom(for: 2 * original.count) { identifiers[original] = result }
    return result
  }

  /// Notes a boundary. Its replacement has the same form and is no result of masking, so that no line of a text becomes
  /// a boundary by accident.
  mutating func noteBoundary(_ original: [UInt8]) -> [UInt8] {
    guard original.count <= RedactionLimits.boundary else { return TextMask.masked(original) }
    // A boundary and the same with two hyphens behind it: one looks like the end of the other, and goes on so.
    if original.count > 2, original.suffix(2) == [0x2D, 0x2D] {
      return noteBoundary(original.dropLast(2)) + [0x2D, 0x2D]
    }
    if let known = boundaries[original] { return known }
    let characters = original.count { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    let result =
      characters < RedactionLimits.boundaryCharacters && original.allSatisfy { $0 < 0x80 }
      ? original : numbered(original, from: 1)
    if boundaries.count < RedactionLimits.entries { boundaries[original] = result }
    return result
  }

  /// The replacement of a boundary that was noted.
  func boundary(_ original: [UInt8]) -> [UInt8]? {
    if let known = boundaries[original] { return known }
    guard original.count > 2, original.suffix(2) == [0x2D, 0x2D] else { return nil }
    return boundary(original.dropLast(2)).map { $0 + [0x2D, 0x2D] }
  }

  private mutating func noteBoundary(_ original: ArraySlice<UInt8>) -> [UInt8] { noteBoundary(Array(original)) }
  private func boundary(_ original: ArraySlice<UInt8>) -> [UInt8]? { boundary(Array(original)) }

  private mutating func numbered(_ original: [UInt8], from first: Int) -> [UInt8] {
    let shape = TextMask.numbered(original, 0)
    let count = shapes[shape, default: first]
    let isKept = shapes[shape] != nil || shapes.count < 2 * RedactionLimits.entries && hasRoom(for: shape.count)
    if isKept { shapes[shape] = count + 1 }
    return TextMask.numbered(original, max(first, count))
  }

  /// Whether so many octets more may be kept; if they may, they are counted.
  private mutating func hasRoom(for octets: Int) -> Bool {
    if keptOctets + octets > RedactionLimits.identifierOctets { return false }
    keptOctets += octets
    return true
  }
}
