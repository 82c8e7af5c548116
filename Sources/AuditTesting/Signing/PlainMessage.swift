/// A message cut into fields and body, its lines ending in CRLF.
struct PlainMessage {
  /// The fields with their folding, without the line end at their end.
  var fields: [[UInt8]] = []
  /// The body.
  var body: [UInt8] = []

  init(_ text: [UInt8]) {
    var lines = PlainCanonicalization.lines(of: text)[...]
    while let line = lines.popFirst(), !line.isEmpty {
      if let first = line.first, first == 0x20 || first == 0x09, let last = fields.popLast() {
        fields.append(last + [0x0D, 0x0A] + line)
      } else {
        fields.append(line)
      }
    }
    // A last line without an end stays so: it is the body's own business.
    body = lines.flatMap { $0 + [0x0D, 0x0A] }
  }

  /// All of it.
  var octets: [UInt8] { fields.flatMap { $0 + [0x0D, 0x0A] } + [0x0D, 0x0A] + body }

  /// The fields that `names` stand for, the lowest of each name first.
  func select(_ names: [String]) -> [[UInt8]] {
    var rest = fields
    return names.compactMap { name in
      rest.lastIndex { Self.name(of: $0) == name.lowercased() }.map { rest.remove(at: $0) }
    }
  }

  /// The name of a field in lower case.
  static func name(of field: [UInt8]) -> String {
    String(decoding: field.prefix { $0 != 0x3A && $0 != 0x20 }, as: UTF8.self).lowercased()
  }
}
