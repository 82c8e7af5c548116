/// The exit status of the command.
public enum ExitStatus: Int32, Sendable {
  /// Nothing at or above the level that was asked for.
  case clean = 0
  /// Something at or above that level.
  case found = 1
  /// Nothing found, but something undecided could be at or above that level.
  case undecided = 2
  /// The command line is wrong (`EX_USAGE`).
  case usage = 64
  /// mailaudit itself failed (`EX_SOFTWARE`).
  case internalError = 70
  /// A file or a network device failed (`EX_IOERR`).
  case inputOutput = 74
}

extension AuditReport {
  /// The exit status for `--fail-on level`: found wins over undecided. Only the areas of the goal count, and the profiles
  /// that were asked for: one that fails is found, whatever the level, and an undecided one is undecided.
  public func exitStatus(failOn level: Severity) -> ExitStatus {
    let isFound = outcomesOfGoal.contains { ($0.effectiveLevel ?? .info) >= level && $0.effectiveLevel != nil }
    if isFound || profiles.contains(where: { $0.answer == .fail }) { return .found }
    let isOpen = outcomesOfGoal.contains { ($0.possibleLevel ?? .info) >= level && $0.possibleLevel != nil }
    return isOpen || profiles.contains { $0.answer == .undecided } ? .undecided : .clean
  }
}
