/// Fields as one text: each with its length in octets before it, as in netstrings, so that nothing in a field can be taken
/// for the end of it.
enum FieldText {
  /// The text of fields.
  static func of(_ fields: [String]) -> String {
    var text = ""
    for field in fields { text += "\(field.utf8.count):\(field)\n" }
    return text
  }

  /// The fields of a text; nil when it is none of ours.
  static func fields(_ text: String) -> [String]? {
    let octets = Array(text.utf8)
    var (fields, index) = ([String](), 0)
    while index < octets.count {
      guard let colon = octets[index...].prefix(9).firstIndex(of: UInt8(ascii: ":")),
        let count = Int(String(decoding: octets[index..<colon], as: UTF8.self)), count >= 0,
        colon + 1 + count < octets.count, octets[colon + 1 + count] == UInt8(ascii: "\n")
      else { return nil }
      fields.append(String(decoding: octets[(colon + 1)..<(colon + 1 + count)], as: UTF8.self))
      index = colon + 2 + count
    }
    return fields
  }
}

/// Fields that are read one after the other. What is missing or of another kind makes the whole text one of nobody's.
struct FieldReader {
  private var rest: ArraySlice<String>
  private var isBroken = false

  init(_ text: String) {
    let fields = FieldText.fields(text)
    rest = (fields ?? [])[...]
    isBroken = fields == nil
  }

  /// Whether every field was there, and was read.
  var isWhole: Bool { !isBroken && rest.isEmpty }

  mutating func text() -> String {
    guard let field = rest.popFirst() else {
      isBroken = true
      return ""
    }
    return field
  }

  /// A text that may be missing: a sign stands before it.
  mutating func optional() -> String? {
    let field = text()
    if field == FieldSign.none { return nil }
    if !field.hasPrefix(FieldSign.some) { isBroken = true }
    return String(field.dropFirst())
  }

  mutating func number() -> Int {
    if let number = Int(text()) { return number }
    isBroken = true
    return 0
  }

  mutating func optionalNumber() -> Int? { optional().flatMap(Int.init) }

  /// Elements behind their number.
  mutating func list<Element>(_ element: (inout FieldReader) -> Element) -> [Element] {
    let count = number()
    // Every element has a field at least.
    guard (0...rest.count).contains(count) else {
      isBroken = true
      return []
    }
    return (0..<count).map { _ in element(&self) }
  }
}

/// What stands before a field that may be missing.
enum FieldSign {
  static let none = "-"
  static let some = "+"

  static func of(_ text: String?) -> String { text.map { some + $0 } ?? none }
  static func of(_ number: Int?) -> String { of(number.map(String.init)) }
}
