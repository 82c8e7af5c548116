/// Names that a mistyped one may stand for.
enum NearMiss {
  /// The names closest to `text`: at most three, and none that differs in more than a third of its letters. A name
  /// that `text` is a part of counts as close.
  static func of(_ text: String, among names: [String]) -> [String] {
    let parts = text.count >= 3 ? names.filter { $0.contains(text) } : []
    if !parts.isEmpty { return Array(parts.prefix(3)) }
    let ranked = names.map { (name: $0, distance: distance(Array(text.utf8.prefix(64)), Array($0.utf8))) }
    guard let best = ranked.map(\.distance).min(), best <= max(2, text.utf8.count / 3) else { return [] }
    return Array(ranked.filter { $0.distance == best }.map(\.name).prefix(3))
  }

  /// How many letters are to be changed, added or left out (Levenshtein).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let change = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
