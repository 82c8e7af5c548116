/// Lines of the owner's own file that mend what a check found: tried on a copy before they are told.
public struct Correction: Sendable, Hashable {
  /// The check that finds less with them.
  public let check: CheckID
  /// A unified diff of one file, a line each; what may hold a secret is masked.
  public let diff: [String]

  /// Makes a correction of its parts.
  public init(check: CheckID, diff: [String]) {
    self.check = check
    self.diff = diff
  }
}
