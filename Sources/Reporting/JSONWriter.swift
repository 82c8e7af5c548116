/// Puts JSON in writing as it comes, without building a tree of it first.
public struct JSONWriter {
  /// Whether a member or element stands on a line of its own, indented by two blanks; otherwise all is one line.
  let isIndented: Bool
  /// What was written.
  private(set) var octets: [UInt8] = []
  /// How many objects and arrays are open.
  private(set) var depth: Int
  /// Whether what is written next is the first of its object or array.
  private var isFirst = true

  /// Starts empty, inside of `depth` objects and arrays.
  public init(isIndented: Bool, depth: Int = 0) {
    self.isIndented = isIndented
    self.depth = depth
  }

  /// Gives what was written for `other`, which it writes behind.
  public mutating func exchange(_ other: inout [UInt8]) { swap(&octets, &other) }

  /// Writes the line feed at the end.
  mutating func endDocument() { octets.append(UInt8(ascii: "\n")) }

  /// Writes an object; `members` writes each with ``member(_:_:)-(_,String)`` and the like.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array; `write` writes one element.
  @inlinable
  public mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void)
  {
    open(UInt8(ascii: "["))
    for element in elements {
      separate()
      write(&self, element)
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes `null`, `true`, a number: what stands for itself.
  public mutating func literal(_ text: String) { octets.append(contentsOf: text.utf8) }

  /// Writes what is JSON already.
  mutating func literal(_ json: some Collection<UInt8>) { octets.append(contentsOf: json) }

  /// Writes what is JSON already, at most `count` octets of it.
  mutating func literal(atMost count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    octets.append(addingCapacity: count, initializingWith: write)
  }

  @usableFromInline
  mutating func open(_ bracket: UInt8) {
    octets.append(bracket)
    depth += 1
    isFirst = true
  }

  @usableFromInline
  mutating func separate() {
    if !isFirst { octets.append(UInt8(ascii: ",")) }
    isFirst = false
    if isIndented { breakLine() }
  }

  @usableFromInline
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst, isIndented { breakLine() }
    isFirst = false
    octets.append(bracket)
  }

  private mutating func breakLine() {
    octets.append(UInt8(ascii: "\n"))
    octets.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

extension JSONWriter {
  /// Begins a member: what is written next is its value.
  mutating func name(escaping name: String) {
    separate()
    text(name)
    colon()
  }

  /// Begins a member whose name is a word of ours.
  public mutating func name(_ name: String) {
    separate()
    word(name)
    colon()
  }

  private mutating func colon() {
    octets.append(UInt8(ascii: ":"))
    if isIndented { octets.append(UInt8(ascii: " ")) }
  }

  /// Writes a word of ours: a text that needs no escapes.
  private mutating func word(_ word: String) {
    let word = word.utf8.span
    octets.append(addingCapacity: word.count + 2) { octets in
      octets.append(UInt8(ascii: "\""))
      for index in word.indices { octets.append(word[index]) }
      octets.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a member whose value is a word of ours.
  public mutating func member(_ name: String, word value: String) {
    self.name(name)
    word(value)
  }

  /// Writes a member whose value is a text; `null` for none.
  public mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    if let value { text(value) } else { literal("null") }
  }

  /// Writes a member whose value is a number.
  public mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    literal(String(value))
  }

  /// Writes a member whose value is an array.
  @inlinable
  public mutating func member<Element>(
    _ name: String, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array(elements, write)
  }
}

extension JSONWriter {
  /// Writes a text. RFC 8259 §7, and beyond it every character that a terminal or an editor acts on instead of showing
  /// it is escaped.
  public mutating func text(_ text: String) {
    octets.append(UInt8(ascii: "\""))
    // Nearly all texts are harmless ASCII throughout, and are copied as they are.
    if Self.isPlain(text) {
      octets.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    octets.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ text: String) -> Bool {
    let span = text.utf8.span
    for index in span.indices where !isPlain(span[index]) { return false }
    return true
  }

  /// Whether an octet stands for itself: printable ASCII, no quote and no backslash.
  private static func isPlain(_ octet: UInt8) -> Bool {
    (0x20...0x7E).contains(octet) && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      octets.append(UInt8(ascii: "\\"))
      octets.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": octets += "\\n".utf8
    case "\t": octets += "\\t".utf8
    case _ where scalar.isASCII && scalar.isHarmless: octets.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where scalar.isHarmless: octets += String(scalar).utf8
    default: for unit in String(scalar).utf16 { escape(unit) }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16, uppercase: true)
    octets += "\\u".utf8
    octets += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    octets += digits.utf8
  }
}
