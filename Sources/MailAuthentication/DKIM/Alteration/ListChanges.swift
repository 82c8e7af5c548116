import MailMessage

/// What a list may have done to the header, by fields; the fields of its own (RFC 2369) count as one change.
struct ListChanges {
  /// Changes that go together, by places in `h=`.
  typealias Change = [Int: FieldCandidate]

  /// The changes of one field, or of all fields of the list; at most one of each was made.
  private let groups: [[Change]]

  /// How many changes are looked for: fewer were tried before.
  static let counts = 2...5

  private static let kinds: [DKIMAlteration.Kind] = [
    .subjectTagged, .fromRewritten, .addressAdded, .mimeFieldChanged, .fieldAdded
  ]

  init(_ places: [FieldCandidates], names: [HeaderName]) {
    var (groups, own): ([[Change]], Change) = ([], [:])
    for place in places {
      let likely = place.candidates.filter { Self.kinds.contains($0.kind) }
      let changed = likely.filter { $0.kind != .fieldAdded }
      if names[place.index].lowercased.starts(with: "list-".utf8) {
        own[place.index] = likely.first { $0.kind == .fieldAdded }
      } else if names[place.index] == "Reply-To" || !changed.isEmpty {
        groups.append((changed + likely).prefix(AlterationLimits.listCandidates).map { [place.index: $0] })
      }
    }
    self.groups = groups.filter { !$0.isEmpty } + (own.isEmpty ? [] : [[own]])
  }

  /// The ways to make `count` changes; no more than are tried.
  func combinations(of count: Int) -> [Change] {
    var made: [(change: Change, next: Int)] = [([:], 0)]
    for _ in 0..<count { made = Array(made.flatMap(extended).prefix(AlterationLimits.listVerifications)) }
    return made.map(\.change)
  }

  /// A way with one change more, of a group behind the last.
  private func extended(_ way: (change: Change, next: Int)) -> [(change: Change, next: Int)] {
    (way.next..<groups.count).flatMap { index in
      groups[index].map { (way.change.merging($0) { first, _ in first }, index + 1) }
    }
  }
}
