/// What an inline style and the old attributes say about whether text can be seen.
struct HTMLStyle {
  /// Why an element and all inside it cannot be seen; nil when it can.
  private(set) var hiding: HiddenText.Reason?
  /// Whether text has no size; nil when nothing is said, or by a class.
  private(set) var hasNoFontSize: Bool?
  /// Whether visibility is hidden; nil when nothing is said.
  private(set) var isInvisible: Bool?
  /// The colours; nil when nothing is said.
  private(set) var color: UInt32?
  private(set) var background: UInt32?
  /// Whether a style sheet or an image may say otherwise.
  private(set) var isUncertain = false

  init(_ tag: HTMLTag) {
    isUncertain = tag["class"] != nil || tag["id"] != nil || tag["background"] != nil
    if tag["hidden"] != nil { hiding = .attribute }
    if let value = tag["bgcolor"] { background = HTMLColor.number(value) }
    if tag.name == "font", let value = tag["color"] { color = HTMLColor.number(value) }
    var declared: [String: String] = [:]
    for declaration in (tag["style"] ?? "").lowercased().split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = Self.trimmed(declaration[..<colon])
      var value = declaration[declaration.index(after: colon)...]
      if let mark = value.firstIndex(of: "!") { value = value[..<mark] }
      declared[name] = Self.trimmed(value)
    }
    read(declared, hasImage: tag["background"] != nil)
  }

  private mutating func read(_ declared: [String: String], hasImage: Bool) {
    if declared["display"] == "none" { hiding = .display }
    if let value = declared["visibility"] { isInvisible = value == "hidden" || value == "collapse" }
    if let value = declared["opacity"], Self.isZero(value) { hiding = .opacity }
    if let value = declared["font-size"] { hasNoFontSize = Self.isZero(value) }
    let clips = declared["overflow"] == "hidden"
    if clips, ["width", "height", "max-width", "max-height"].contains(where: { Self.isZero(declared[$0]) }) {
      hiding = .size
    }
    let position = declared["position"] ?? ""
    if position == "absolute" || position == "fixed",
      ["left", "top", "right"].contains(where: { Self.isFarOut(declared[$0]) })
    {
      hiding = .offScreen
    }
    if Self.isFarOut(declared["text-indent"]) { hiding = .offScreen }
    if let value = declared["color"] { color = HTMLColor.number(value) }
    if let value = declared["background-color"] ?? declared["background"] {
      background = HTMLColor.number(value)
    }
    // An image covers the colour, and what is not known as a colour may be one.
    let images = [declared["background-image"], declared["background"]].compactMap(\.self)
    let isCovered = hasImage || images.contains { $0.contains("(") && HTMLColor.number($0) == nil }
    if isCovered || (declared["background-color"] ?? declared["background"]) != nil && background == nil {
      background = nil
      isUncertain = true
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let text = text.drop { $0.isWhitespace }
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last])
  }

  /// `0`, `0px`, `0.0em`.
  private static func isZero(_ value: String?) -> Bool {
    guard let value, let first = value.first, first == "0" || first == "." else { return false }
    let number = value.prefix { $0 == "0" || $0 == "." }
    return value.dropFirst(number.count).allSatisfy { $0.isLetter || $0 == "%" }
  }

  /// More than 500 pixels out of the page.
  private static func isFarOut(_ value: String?) -> Bool {
    guard let value, value.first == "-" else { return false }
    let digits = value.dropFirst().prefix { $0.isASCII && $0.isNumber }
    return (Int(digits.prefix(9)) ?? 0) >= 500
  }
}

/// Colours as numbers.
enum HTMLColor {
  private static let names: [String: UInt32] = [
    "white": 0xFFFFFF, "black": 0, "red": 0xFF0000, "green": 0x8000, "blue": 0xFF, "yellow": 0xFFFF00,
    "gray": 0x808080, "grey": 0x808080, "silver": 0xC0C0C0, "navy": 0x80, "snow": 0xFFFAFA, "whitesmoke": 0xF5F5F5
  ]

  /// `#fff`, `#ffffff`, `rgb(255, 255, 255)` or a name; nil for anything else.
  static func number(_ text: String) -> UInt32? {
    let text = text.lowercased().filter { !$0.isWhitespace }
    if let value = names[text] { return value }
    if text.hasPrefix("rgb("), text.hasSuffix(")") {
      let parts = text.dropFirst(4).dropLast().split(separator: ",").compactMap { UInt32($0) }
      guard parts.count == 3, parts.allSatisfy({ $0 < 256 }) else { return nil }
      return parts[0] << 16 | parts[1] << 8 | parts[2]
    }
    let digits = text.hasPrefix("#") ? text.dropFirst() : Substring(text)
    guard digits.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else { return nil }
    if digits.count == 6 { return UInt32(digits, radix: 16) }
    return digits.count == 3 ? UInt32(digits.map { "\($0)\($0)" }.joined(), radix: 16) : nil
  }
}
