/// The grade of an area: the worst thing that is known, and whether something unseen could be worse.
public struct Grade: Sendable, Hashable {
  /// The letter; nil when every check of the area has no meaning for the target.
  public let letter: Letter?
  /// Whether an undecided check could make the letter worse.
  public let isUncertain: Bool

  /// A to D and F.
  public enum Letter: Int, Sendable, CaseIterable, Comparable {
    case a, b, c, d, f

    /// The better letter is the smaller one.
    public static func < (left: Letter, right: Letter) -> Bool { left.rawValue < right.rawValue }

    /// The letter in capitals.
    public var name: String { ["A", "B", "C", "D", "F"][rawValue] }

    /// The letter for the worst level found; A for none and for `info`.
    init(worst: Severity?) {
      switch worst {
      case .critical: self = .f
      case .high: self = .d
      case .medium: self = .c
      case .low: self = .b
      case .info, nil: self = .a
      }
    }
  }

  /// Makes a grade of its parts.
  public init(letter: Letter?, isUncertain: Bool) {
    self.letter = letter
    self.isUncertain = isUncertain
  }

  /// The grade of the outcomes of an area: no points, no weights, the worst known level.
  public init(of outcomes: some Collection<CheckOutcome>) {
    let counted = outcomes.filter { $0.verdict != .notApplicable }
    let letter = Letter(worst: counted.compactMap(\.effectiveLevel).max())
    let possible = Letter(worst: counted.compactMap(\.possibleLevel).max())
    self.init(letter: counted.isEmpty ? nil : letter, isUncertain: possible > letter)
  }

  /// The worst of several grades; those without a letter do not count.
  public init(worstOf grades: some Collection<Grade>) {
    let letters = grades.compactMap(\.letter)
    self.init(letter: letters.max(), isUncertain: grades.contains(where: \.isUncertain))
  }
}

extension Grade: CustomStringConvertible {
  /// `A` to `F`, a question mark behind it when something unseen could be worse, `-` without a letter.
  public var description: String {
    guard let letter else { return "-" }
    return letter.name + (isUncertain ? "?" : "")
  }
}
