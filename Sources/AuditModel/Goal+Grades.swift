extension Goal {
  /// The grade of each area with at least one outcome, in the order of reports, and the worst of what counts for this goal.
  func grades(of outcomes: [CheckOutcome]) -> (areas: [(area: Area, grade: Grade)], overall: Grade) {
    var tallies: [AreaTally] = []
    var index = 0
    for outcome in outcomes {
      let area = outcome.description.area
      // The outcomes of an area stand together, nearly always.
      if tallies.isEmpty || !(tallies[index].area == area) {
        index = tallies.firstIndex { $0.area == area } ?? tallies.endIndex
        if index == tallies.endIndex { tallies.append(AreaTally(area, counts: areas.contains(area))) }
      }
      tallies[index].add(outcome, extraChecks)
    }
    tallies.sort { $0.area < $1.area }
    return (tallies.map { ($0.area, $0.all.grade) }, Grade(worstOf: tallies.compactMap(\.gradeOfGoal)))
  }
}

/// What the outcomes of an area come to, as a whole and for a goal.
private struct AreaTally {
  let area: Area
  var all = Grade.Tally()
  /// Whether all outcomes of the area count for the goal.
  private let counts: Bool
  /// The few that count where the area does not.
  private var extra: Grade.Tally?

  init(_ area: Area, counts: Bool) {
    self.area = area
    self.counts = counts
  }

  mutating func add(_ outcome: CheckOutcome, _ extraChecks: [CheckID]) {
    all.add(outcome)
    guard !counts, extraChecks.contains(where: { $0.isSame(as: outcome.check) }) else { return }
    var tally = extra ?? Grade.Tally()
    tally.add(outcome)
    extra = tally
  }

  /// The grade of what counts for the goal; nil when nothing of the area does.
  var gradeOfGoal: Grade? { counts ? all.grade : extra?.grade }
}
