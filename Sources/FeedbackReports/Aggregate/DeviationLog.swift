/// Keeps the deviations of one report: of each kind at each place the first, and no more than a limit.
struct DeviationLog {
  private(set) var kept: [SchemaDeviation] = []
  private(set) var further = 0
  private var seen: Set<Place> = []

  private struct Place: Hashable {
    let kind: SchemaDeviation.Kind
    let group: Int
    let element: Int16
  }

  /// Whether that kind of deviation at that place is new, and is to be told.
  private mutating func isNew(_ kind: SchemaDeviation.Kind, _ group: Int, _ element: Int16) -> Bool {
    guard seen.count < FeedbackLimits.deviations,
      seen.insert(Place(kind: kind, group: group, element: element)).inserted
    else {
      further += 1
      return false
    }
    return true
  }

  /// Adds a deviation of an element in a group, or of one that is not known, whose place is -1.
  mutating func add(
    _ kind: SchemaDeviation.Kind, _ group: Int, _ element: Int16, line: Int?,
    _ words: () -> (path: String, statement: String)
  ) {
    guard isNew(kind, group, element) else { return }
    let (path, statement) = words()
    kept.append(SchemaDeviation(path: path, statement: statement, line: line, kind: kind))
  }

  /// The deviations in the order of their lines.
  var sorted: [SchemaDeviation] {
    kept.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element)
  }
}
