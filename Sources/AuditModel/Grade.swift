/// The grade of an area: the worst thing that is known, and the worst that something unseen could make of it.
public struct Grade: Sendable, Hashable {
  /// The letter; nil when every check of the area has no meaning for the target, or when nothing at all is known.
  public let letter: Letter?
  /// The letter if every undecided check failed; nil when every check has no meaning for the target.
  public let possible: Letter?

  /// Whether an undecided check could make the letter worse.
  public var isUncertain: Bool { letter != possible }

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

  /// The grade of the outcomes of an area.
  public init(of outcomes: some Collection<CheckOutcome>) {
    var tally = Tally()
    for outcome in outcomes { tally.add(outcome) }
    self = tally.grade
  }

  private init(letter: Letter?, possible: Letter?) {
    self.letter = letter
    self.possible = possible
  }

  /// What the outcomes of an area come to: no points, no weights, the worst known level. Without any decided check
  /// nothing is known, which is no A.
  struct Tally {
    private var known: Severity?
    private var undecided: Severity?
    private var isCounted = false
    private var isDecided = false

    mutating func add(_ outcome: CheckOutcome) {
      let verdict = outcome.verdict
      if verdict == .notApplicable { return }
      isCounted = true
      if verdict != .unknown { isDecided = true }
      if let level = outcome.effectiveLevel { known = max(known ?? level, level) }
      if let level = outcome.possibleLevel { undecided = max(undecided ?? level, level) }
    }

    var grade: Grade {
      Grade(
        letter: isDecided ? Letter(worst: known) : nil,
        possible: isCounted ? max(Letter(worst: known), Letter(worst: undecided)) : nil)
    }
  }

  /// The worst of several grades; those without a letter do not count. What is undecided in one of them makes the
  /// whole uncertain only if it could become worse than the worst that is known.
  public init(worstOf grades: some Collection<Grade>) {
    letter = grades.compactMap(\.letter).max()
    possible = grades.compactMap(\.possible).max()
  }
}

extension Grade: CustomStringConvertible {
  /// `A` to `F`, a question mark behind it when something unseen could be worse; the question mark alone when
  /// nothing is known, `-` when nothing applies.
  public var description: String {
    guard let letter else { return possible == nil ? "-" : "?" }
    return letter.name + (isUncertain ? "?" : "")
  }
}
