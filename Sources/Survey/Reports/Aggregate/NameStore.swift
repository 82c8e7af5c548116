/// Names that many records share, each kept once.
struct NameStore: Sendable {
  private var names: Set<String> = []

  /// The name as it is kept: cut off when it is longer than any domain name, and a word that stands for the rest when
  /// there are too many.
  mutating func shared(_ name: String) -> String {
    let short = name.utf8.count <= ReportLimits.nameOctets ? name : String(name.prefix(ReportLimits.nameOctets / 4))
    // So short a text is kept in place.
    if short.utf8.count <= 15 { return short }
    if let index = names.firstIndex(of: short) { return names[index] }
    guard names.count < ReportLimits.names else { return Self.rest }
    names.insert(short)
    return short
  }

  /// Stands for names that are not kept.
  static let rest = "(further names)"
}

extension String {
  /// The text in lower case; nearly always it is that already, and nothing is copied.
  var folded: String { utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? self : lowercased() }
}

extension ReportLimits {
  /// RFC 1035 §2.3.4: no name is longer.
  static let nameOctets = 255
  /// So many different names are kept, some megabytes of them.
  static let names = 30_000
}
