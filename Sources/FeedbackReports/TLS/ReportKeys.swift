import Syntax

/// Reads the members of a report in JSON liberally, and notes where they are written otherwise.
struct ReportKeys {
  var reader: JSONReader
  private var notes: [Note] = []

  private struct Note {
    let offset: Int
    let deviation: SchemaDeviation
  }

  init(_ octets: [UInt8]) {
    reader = JSONReader(octets)
  }

  /// Notes a deviation where the reader stands; room is left for what is missing.
  mutating func tell(_ path: String, _ statement: String, _ kind: SchemaDeviation.Kind = .value) {
    guard notes.count < FeedbackLimits.deviations * (kind == .missing ? 2 : 1) else { return }
    let path = Self.cut(path)
    notes.append(
      Note(offset: reader.offset, deviation: SchemaDeviation(path: path, statement: statement, kind: kind)))
  }

  /// Notes that what the report needs is missing.
  mutating func miss(_ path: String) { tell(path, "is missing", .missing) }

  /// The deviations with their lines, in order of place.
  func deviations() -> [SchemaDeviation] {
    var (line, offset) = (1, 0)
    return notes.sorted { $0.offset < $1.offset }.map { note in
      let end = min(note.offset, reader.octets.count)
      line += reader.octets[offset..<end].count { $0 == 0x0A }
      offset = end
      var deviation = note.deviation
      deviation.line = line
      return deviation
    }
  }
}

extension ReportKeys {
  /// Keys of drafts and of implementations that mean one of RFC 8460.
  private static let aliases = ["mx-host-pattern": "mx-host", "failure-error-code": "failure-reason-code"]

  /// Hands over each key of the next object; a value that `body` does not take is passed over. Anything but an object is
  /// told and passed over.
  mutating func object(_ path: String, _ body: (inout ReportKeys, String) -> Void) {
    guard reader.kind() == .object, reader.beginObject() else {
      tell(path, "is no object", .missing)
      return reader.skipValue()
    }
    while let name = reader.nextName()?.string {
      let plain = name.lowercased().replacing("_", with: "-")
      let key = Self.aliases[plain] ?? plain
      if key != name { tell(path.isEmpty ? key : "\(path)/\(key)", "is written \(name.prefix(80))") }
      body(&self, key)
    }
  }

  /// Hands over each element of the next array; a single object counts as an array of one, and `null` as an empty one.
  mutating func elements(_ path: String, _ body: (inout ReportKeys) -> Void) {
    switch reader.kind() {
    case .array:
      guard reader.beginArray() else { return }
      while reader.nextElement() { body(&self) }
    case .object:
      tell(path, "is an object, and no array")
      body(&self)
    default:
      if reader.scalar() != .null { tell(path, "is no array", .missing) }
    }
  }

  /// A text that has to be there.
  mutating func required(_ path: String) -> String {
    guard let text = text(path), !text.isEmpty else {
      miss(path)
      return ""
    }
    return text
  }

  /// A text; nil for `null`. A number counts as its digits, an array as its first text.
  mutating func text(_ path: String) -> String? {
    switch reader.kind() {
    case .array: return texts(path, asArray: false).first
    case .object:
      tell(path, "is an object, and no text")
      return nil
    default: break
    }
    guard let scalar = reader.scalar(), scalar != .null else { return nil }
    if case .text = scalar {} else { tell(path, "is no text in quotes") }
    return Self.cut(scalar.string)
  }

  /// Texts: an array of them or one alone. `asArray` tells which of the two the standard has.
  mutating func texts(_ path: String, asArray: Bool) -> [String] {
    guard reader.kind() == .array else {
      guard let text = text(path) else { return [] }
      if asArray { tell(path, "is a text, and no array") }
      return [text]
    }
    if !asArray { tell(path, "is an array, and no text") }
    var texts: [String] = []
    guard reader.beginArray() else { return texts }
    while reader.nextElement() {
      guard let scalar = reader.scalar(), scalar != .null, texts.count < FeedbackLimits.textsOfArray else { continue }
      texts.append(Self.cut(scalar.string))
    }
    return texts
  }

  /// A count; 0, and told, when there is none.
  mutating func count(_ path: String) -> Int {
    guard let scalar = reader.scalar(), scalar != .null else {
      tell(path, "is no number")
      return 0
    }
    if case .number = scalar {} else { tell(path, "is a text, and no number") }
    if let number = Int(scalar.string), number >= 0 { return min(number, Self.mostSessions) }
    tell(path, "is no count")
    return 0
  }

  /// More sessions than the mail of the world has: sums of counts cannot overflow.
  private static let mostSessions = 1_000_000_000_000

  /// A time (RFC 3339 §5.6); nil, and told, when it is none.
  mutating func time(_ path: String) -> Int? {
    guard let text = text(path) else {
      miss(path)
      return nil
    }
    guard let time = InternetTime(text) else {
      tell(path, "is no time of RFC 3339", .missing)
      return nil
    }
    if let deviation = time.deviation { tell(path, deviation) }
    return time.seconds
  }

  /// The text without what is too long.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > FeedbackLimits.textOctets else { return text }
    return String(decoding: text.utf8.prefix(FeedbackLimits.textOctets), as: UTF8.self)
  }
}
