/// Octets of a file that give way to others.
struct SettingsEdit: Sendable, Hashable {
  /// What goes; empty for an insertion.
  let range: Range<Int>
  /// What comes.
  let text: String

  /// `octets` with all of `edits` done; those at one place stand in their order.
  static func apply(_ edits: [SettingsEdit], to octets: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in inOrder(edits) {
      result += octets[offset..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      offset = edit.range.upperBound
    }
    return result + octets[offset...]
  }

  /// Whether both change the same octets, or one stands within the other.
  func isEntangled(with other: SettingsEdit) -> Bool {
    range.lowerBound < other.range.upperBound && other.range.lowerBound < range.upperBound
  }

  static func inOrder(_ edits: [SettingsEdit]) -> [SettingsEdit] {
    edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
