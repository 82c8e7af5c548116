/// Reads JSON (RFC 8259) step by step, in the order in which it stands; nothing is kept of what is passed over.
///
/// The first fault ends the reading: from then on nothing more comes, and what was read before it counts. The time is in
/// proportion to the text, and nesting is bounded (RFC 8259 §9 lets readers do so).
public struct JSONReader: Sendable {
  /// The text.
  public let octets: [UInt8]
  /// Where the next octet stands.
  public private(set) var offset = 0
  /// What ended the reading; nil as long as nothing did.
  public private(set) var fault: JSONFault?
  private let depth: Int
  /// Where the objects and arrays begin that are open, the innermost last.
  private var opened: [Int] = []
  /// Whether the next member or element is the first one.
  private var isFirst = false
  /// Whether a value comes next that nobody has taken.
  private var isDue = true

  /// Begins at the front of `octets`, behind a byte order mark; what is nested deeper than `depth` is a fault.
  public init(_ octets: [UInt8], depth: Int = JSONReader.depth) {
    self.octets = octets
    self.depth = depth
    if octets.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// How deep values may nest: what is meant for others needs some five levels.
  public static let depth = 64

  /// The kind of the next value; nil at the end, and after a fault.
  public mutating func kind() -> JSONKind? {
    switch peek() {
    case nil: nil
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .text
    default: .word
    }
  }

  /// Goes into an object; a fault, and false, where none begins.
  public mutating func beginObject() -> Bool { begin(UInt8(ascii: "{"), "an object") }

  /// Goes into an array; a fault, and false, where none begins.
  public mutating func beginArray() -> Bool { begin(UInt8(ascii: "["), "an array") }

  /// The name of the next member of the object that is open; nil behind the last one, which leaves the object. A value
  /// that was not taken is passed over.
  public mutating func nextName() -> JSONText? {
    guard goesOn(UInt8(ascii: "}")) else { return nil }
    guard peek() == UInt8(ascii: "\"") else {
      let isAtEnd = offset >= octets.count
      fail(isAtEnd ? "an object that begins here does not end" : "a name in quotes is missing here")
      return nil
    }
    guard let name = text() else { return nil }
    guard take(UInt8(ascii: ":")) else {
      fail("a colon is missing behind a name")
      return nil
    }
    isDue = true
    return name
  }

  /// Whether the array that is open has another element, which comes next; false behind the last one, which leaves the
  /// array. An element that was not taken is passed over.
  public mutating func nextElement() -> Bool {
    guard goesOn(UInt8(ascii: "]")) else { return false }
    isDue = true
    return true
  }

  /// The next value when it is a text, a number or a word; nil, and no step, before an object or an array.
  public mutating func scalar() -> JSONScalar? {
    switch kind() {
    case .object, .array: return nil
    case .text:
      isDue = false
      return text().map { .text($0) }
    case .word:
      isDue = false
      return word()
    case nil:
      fail("a value is missing at the end", at: octets.count)
      return nil
    }
  }

  /// Passes the next value over, whatever it is.
  public mutating func skipValue() {
    let level = opened.count
    step()
    // Every round leaves a container, goes into one, or reads a value.
    while opened.count > level, fault == nil {
      let isObject = opened.last.map { octets[$0] == UInt8(ascii: "{") } ?? false
      if isObject ? nextName() != nil : nextElement() { step() }
    }
  }

  /// Ends the reading: the fault, text behind the value being one.
  public mutating func finish() -> JSONFault? {
    if isDue { skipValue() }
    if peek() != nil { fail("text stands behind the end") }
    return fault
  }
}

extension JSONReader {
  /// Goes into the next value, or takes it.
  private mutating func step() {
    switch kind() {
    case .object: _ = beginObject()
    case .array: _ = beginArray()
    default: _ = scalar()
    }
  }

  private mutating func begin(_ sign: UInt8, _ what: String) -> Bool {
    guard peek() == sign else {
      fail("\(what) is expected here")
      return false
    }
    guard opened.count < depth else {
      fail("the text is nested too deep")
      return false
    }
    opened.append(offset)
    offset += 1
    (isFirst, isDue) = (true, false)
    return true
  }

  /// Whether the innermost container, which ends with `end`, goes on.
  private mutating func goesOn(_ end: UInt8) -> Bool {
    if isDue { skipValue() }
    guard fault == nil, !opened.isEmpty else { return false }
    let wasFirst = isFirst
    isFirst = false
    if take(end) {
      opened.removeLast()
      return false
    }
    if wasFirst || take(UInt8(ascii: ",")) { return true }
    fail("a comma or \(Character(UnicodeScalar(end))) is missing here")
    return false
  }

  /// Tells the fault here; at the end of the text, where what is open began.
  private mutating func fail(_ message: String, at place: Int? = nil) {
    guard fault == nil else { return }
    let here = offset >= octets.count ? opened.last ?? offset : offset
    fault = JSONFault(offset: place ?? here, message: message)
    offset = octets.count
    isDue = false
  }

  /// The next octet that is no white space (RFC 8259 §2).
  private mutating func peek() -> UInt8? {
    while offset < octets.count {
      switch octets[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return octets[offset]
      }
    }
    return nil
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    guard peek() == sign else { return false }
    offset += 1
    return true
  }

  /// The text in quotes at the offset.
  private mutating func text() -> JSONText? {
    let quote = offset
    var hasEscapes = false
    offset += 1
    while offset < octets.count, octets[offset] >= 0x20, octets[offset] != UInt8(ascii: "\"") {
      if octets[offset] == UInt8(ascii: "\\") {
        guard let length = JSONText.escapeLength(octets[offset...]) else {
          fail("JSON knows no such sign behind a backslash")
          return nil
        }
        hasEscapes = true
        offset += length
      } else {
        offset += 1
      }
    }
    guard offset < octets.count, octets[offset] == UInt8(ascii: "\"") else {
      fail("a text in quotes does not end on its line", at: quote)
      return nil
    }
    defer { offset += 1 }
    return JSONText(octets: octets[(quote + 1)..<offset], hasEscapes: hasEscapes)
  }

  private mutating func word() -> JSONScalar? {
    let start = offset
    while offset < octets.count, JSONScalar.isPart(octets[offset]) { offset += 1 }
    if let word = JSONScalar(word: octets[start..<offset]) { return word }
    offset = start
    fail("no value of JSON stands here", at: start)
    return nil
  }
}

/// What ends the reading of JSON.
public struct JSONFault: Sendable, Hashable {
  /// Where, as an offset into the text.
  public let offset: Int
  /// What is wrong there, a phrase.
  public let message: String

  /// Makes a fault of its parts.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

/// The kinds of values (RFC 8259 §3).
public enum JSONKind: Sendable, Hashable {
  /// An object.
  case object
  /// An array.
  case array
  /// A text in quotes.
  case text
  /// A number, `true`, `false` or `null`, or what should be one.
  case word
}
