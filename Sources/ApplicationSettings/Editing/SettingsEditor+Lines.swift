import Syntax

/// Lines that go, and values that get quotes.
extension SettingsEditor {
  /// What may stand behind a value that has its lines for itself.
  private static let ends: Set<String> = ["", ";", ",", ");"]

  /// Takes out the lines of the setting at `place`, when nothing else stands there.
  mutating func remove(_ place: SettingPlace) -> Bool {
    guard let file = index(of: place.file) else { return false }
    let octets = self.file(file).octets
    let offset = LineIndex(octets).offset(place.position)
    let values = literals.values(ofFile: file).filter { $0.range.upperBound <= octets.count }
    guard
      let value = values.filter({ $0.range.lowerBound == offset && !$0.range.isEmpty })
        .max(by: { $0.range.count < $1.range.count })
    else { return false }
    let lines = FileLines(octets)
    let span = lines.start(of: lines.line(of: offset))..<lines.start(of: lines.line(of: value.range.upperBound - 1) + 1)
    let isAlone = values.allSatisfy { other in
      !other.range.overlaps(span) || value.range.contains(other.range.lowerBound)
        || other.range.lowerBound < span.lowerBound && other.range.upperBound > span.upperBound
    }
    let front = Self.text(octets[span.lowerBound..<offset])
    let back = Self.text(octets[value.range.upperBound..<span.upperBound])
    guard isAlone, Self.ends.contains(back), !front.contains("{"), !front.contains(";"),
      !value.isElement || !front.contains(where: { "[(-".contains($0) })
    else { return false }
    return add(SettingsEdit(range: span, text: ""), to: file)
  }

  private static func text(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets, as: UTF8.self).trimmed
  }

  /// Puts the value in the line of `place` between quotes that keep the signs in it.
  mutating func quote(_ place: SettingPlace) -> Bool {
    guard let file = index(of: place.file), let kept = writer.syntax(of: self.file(file)).kept else { return false }
    let octets = self.file(file).octets
    let lines = FileLines(octets)
    guard place.position.line <= lines.count else { return false }
    let text = LineOctets(octets: octets)
    let start = lines.start(of: place.position.line - 1)
    let line = text.trimmed(start..<lines.start(of: place.position.line))
    guard let sign = text.place(of: Array("=".utf8), in: line) else { return false }
    let end = line.upperBound - (octets[..<line.upperBound].last == UInt8(ascii: "\n") ? 1 : 0)
    let value = text.trimmed(sign + 1..<max(sign + 1, end))
    let old = text.text(value)
    guard !old.isEmpty, !old.contains(where: { "\"'`".contains($0) }), let new = kept(old) else { return false }
    return add(SettingsEdit(range: value, text: new), to: file)
  }
}
