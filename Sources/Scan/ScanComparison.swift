import AuditModel

/// What differs between two results of one domain. What could not be looked at in one of them is no change: before it
/// may have been as it is now, and now it may be as it was.
public struct ScanComparison: Sendable {
  /// The domain.
  public let domain: String
  /// What became of it.
  public let kind: Kind
  /// The grades before and after; empty for none.
  public let grades: (before: String, after: String)
  /// Areas with another grade, by name.
  public let areas: [Difference]
  /// Policies with another value, by kind.
  public let policies: [Difference]
  /// Checks with another verdict, by name.
  public let checks: [Difference]

  /// What became of a domain between two scans.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the later scan has it.
    case new
    /// Only the earlier scan has it.
    case gone
    /// Something is different.
    case changed
    /// Nothing is known to be different, but something cannot be seen any more.
    case unseen
    /// Nothing is known to be different, but something could not be seen before, and can now.
    case seen
  }

  /// Something that was one way and is another.
  public struct Difference: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// How it was; empty for not there.
    public let before: String
    /// How it is; empty for not there.
    public let after: String

    /// Makes the value of its parts.
    public init(_ name: String, before: String, after: String) {
      (self.name, self.before, self.after) = (name, before, after)
    }
  }

  /// Compares two results; nil when nothing differs. One of them may be missing.
  public init?(before: ScanRecord?, after: ScanRecord?) {
    guard let domain = (after ?? before)?.domain else { return nil }
    self.domain = domain
    grades = (before?.grade ?? "", after?.grade ?? "")
    guard let before, let after else {
      kind = before == nil ? .new : .gone
      (areas, policies, checks) = ([], [], [])
      return
    }
    areas = Self.differences(before.areas, after.areas)
    policies = Self.differences(before.policies, after.policies)
    checks = Self.differences(Self.words(before), Self.words(after))
    let facts = (policies + checks).map(Self.kind)
    // Grades follow from checks: they tell something of their own only where no check or policy does.
    let overall = Difference("", before: grades.before, after: grades.after)
    let marks = Self.haveOneGoal(before, after) ? areas + [overall] : areas
    let tellsChecks = !before.verdicts.isEmpty && !after.verdicts.isEmpty && !facts.isEmpty
    let kinds = tellsChecks ? facts : facts + marks.compactMap(Self.gradeKind)
    guard let kind = [Kind.changed, .unseen, .seen].first(where: kinds.contains) else { return nil }
    self.kind = kind
  }

  /// A verdict or a policy that is another one.
  private static func kind(_ difference: Difference) -> Kind {
    if isUnknown(difference.after, difference.name) { return .unseen }
    return isUnknown(difference.before, difference.name) ? .seen : .changed
  }

  private static func isUnknown(_ word: String, _ name: String) -> Bool {
    word == Verdict.unknown.rawValue || name == temporaryError && word == Verdict.fail.rawValue
  }

  /// The check that fails because questions failed: that is a bad hour, and no change of the domain.
  private static let temporaryError = "SPF-TEMPERROR"

  /// Grades that differ: `B?` stands for B and all that is worse, so that only `A` or `A` to be is another grade.
  private static func gradeKind(_ difference: Difference) -> Kind? {
    let (before, after) = (difference.before, difference.after)
    if before == after || before.isEmpty || after.isEmpty { return nil }
    if GradeRange(before).meets(GradeRange(after)) { return after.hasSuffix("?") ? .unseen : .seen }
    return .changed
  }

  /// Whether both were graded for the same; what does not say so is taken to be.
  private static func haveOneGoal(_ before: ScanRecord, _ after: ScanRecord) -> Bool {
    before.goal.isEmpty || after.goal.isEmpty || before.goal == after.goal
  }

  private static func words(_ record: ScanRecord) -> [String: String] {
    Dictionary(record.verdicts.map { ($0.check, $0.verdict.rawValue) }) { first, _ in first }
  }

  /// What both have, and differs. What only one of them looked at cannot be compared.
  private static func differences(_ before: [String: String], _ after: [String: String]) -> [Difference] {
    after.compactMap { name, value in
      before[name].flatMap { $0 == value ? nil : Difference(name, before: $0, after: value) }
    }.sorted { $0.name < $1.name }
  }
}

/// The grades that one can turn out to be when all is seen: `B` is B alone, `B?` is B or worse, `?` may be any.
private struct GradeRange {
  let letter: Substring
  let isOpen: Bool

  init(_ grade: String) {
    isOpen = grade.hasSuffix("?")
    letter = isOpen ? grade.dropLast() : grade[...]
  }

  /// Whether both can be the same grade. Letters are ordered as grades are.
  func meets(_ other: GradeRange) -> Bool {
    if letter == other.letter || isOpen && letter.isEmpty || other.isOpen && other.letter.isEmpty { return true }
    if isOpen && other.isOpen { return letter != "-" && other.letter != "-" }
    return isOpen ? letter < other.letter : other.isOpen && other.letter < letter
  }
}
