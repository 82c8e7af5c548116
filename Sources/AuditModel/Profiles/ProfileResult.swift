/// Whether a target keeps a profile, and which checks decide it.
public struct ProfileResult: Sendable {
  /// The name of the profile.
  public let name: String
  /// The profile; nil for one of the user's own.
  public let profile: Profile?
  /// The answer.
  public let answer: Answer
  /// Required checks that fail.
  public let failing: [Item]
  /// Required checks that could not be decided.
  public let undecided: [Item]
  /// Required checks that warn, and advised ones that fail or warn.
  public let remarks: [Item]
  /// What the profile asks for and nobody looks at, sentences.
  public let blindSpots: [String]

  /// Joins the verdicts as the profile takes them.
  init(_ name: String, profile: Profile?, required: [Item], advised: [Item], blindSpots: [String]) {
    (self.name, self.profile) = (name, profile)
    failing = required.filter { $0.verdict == .fail }
    undecided = required.filter { $0.verdict == .unknown }
    remarks = required.filter { $0.verdict == .warn } + advised.filter { $0.verdict >= .warn }
    self.blindSpots = blindSpots
    if !failing.isEmpty {
      answer = .fail
    } else if !undecided.isEmpty {
      answer = .undecided
    } else {
      answer = remarks.isEmpty && blindSpots.isEmpty ? .pass : .passWithRemarks
    }
  }

  /// The answers.
  public enum Answer: String, Sendable, CaseIterable {
    /// Everything required holds, and nothing advised is missing.
    case pass
    /// Everything required that can be seen holds; there is something to improve, or something that nobody looks at.
    case passWithRemarks = "pass_with_remarks"
    /// Something required could not be decided, and nothing required fails.
    case undecided
    /// Something required fails.
    case fail

    /// The answer for people.
    public var title: String {
      switch self {
      case .pass: "pass"
      case .passWithRemarks: "pass with remarks"
      case .undecided: "undecided"
      case .fail: "fail"
      }
    }
  }

  /// A check, and how the profile takes it.
  public struct Item: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// The verdict as the profile takes it.
    public let verdict: Verdict
    /// The worst fact, one sentence.
    public let statement: String
  }
}
