/// Lines of the owner's own file that mend what a check found: tried on a copy before they are told.
///
/// Lines around them are left out: they may hold what is no concern of mail, the password of a database for one.
public struct Correction: Sendable, Hashable, Codable {
  /// The check that finds less with them.
  public let check: String
  /// The file.
  public let file: String
  /// The lines that go, each behind `-`, and those that come, each behind `+`, in the order of the file.
  public let lines: [String]

  /// Makes a correction of its parts.
  public init(check: String, file: String, lines: [String]) {
    (self.check, self.file, self.lines) = (check, file, lines)
  }
}
