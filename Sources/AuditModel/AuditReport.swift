/// The whole result of one audit: a value that a renderer prints and a history stores.
public struct AuditReport: Sendable {
  /// What was audited.
  public let target: String
  /// Seconds since 1970, UTC, when the audit began.
  public let time: Int
  /// The version of mailaudit.
  public let toolVersion: String
  /// The version of the catalogue, a date.
  public let catalogueVersion: String
  /// What the owner wants.
  public let goal: Goal
  /// The areas that the owner chose to look at; nil for all.
  public let selection: [Area]?
  /// The outcome of every check, in the order of the catalogue.
  public let outcomes: [CheckOutcome]
  /// Whether mail will arrive, receiver by receiver; empty when no message was looked at.
  public let receivers: [ReceiverAnswer]
  /// Whether the profiles that were asked for are kept.
  public let profiles: [ProfileResult]
  /// What was done and said; nil for targets that nobody talks to.
  public let proceedings: Proceedings?
  /// Pictures of what was looked at.
  public let exhibits: [Exhibit]
  /// Data that ships with mailaudit and is older than it should be; a command tells them when it writes the report.
  public var agedData: [AgedData] = []
  /// What a later audit can compare with; empty unless it was asked for.
  public let facts: [AuditFact]
  /// What the domain has decided, in a word each; empty for targets that decide nothing.
  public var policies: [PublishedPolicy] = []
  /// The dates on which something ends or is due, the next first.
  public var deadlines: [Deadline] = []
  /// Lines of the owner's files that mend what was found, in the order of the outcomes.
  public var corrections: [Correction] = []
  /// What the proposed records change; nil when none were proposed.
  public var comparison: AuditComparison?
  /// Records that would mend what was found; empty when nobody asked for them.
  public var proposals: [Proposal] = []
  /// What became of the findings that their owner accepts; empty when none are.
  public var acceptances: [AcceptanceResult] = []
  /// What the audit cost.
  public var statistics: AuditStatistics
  /// The outcomes that count for the goal.
  public var outcomesOfGoal: [CheckOutcome] { goal.outcomes(among: outcomes) }
  /// The areas with at least one check, in order, each with its grade.
  public let grades: [(area: Area, grade: Grade)]
  /// The worst grade of the areas that matter for the goal.
  public let overallGrade: Grade

  /// Makes a report of its parts.
  public init(
    target: String, time: Int, toolVersion: String, catalogueVersion: String, goal: Goal, selection: [Area]? = nil,
    outcomes: [CheckOutcome], receivers: [ReceiverAnswer] = [], profiles: [ProfileResult] = [],
    proceedings: Proceedings? = nil, exhibits: [Exhibit] = [], facts: [AuditFact] = [],
    statistics: AuditStatistics
  ) {
    self.target = target
    self.time = time
    self.toolVersion = toolVersion
    self.catalogueVersion = catalogueVersion
    self.goal = goal
    self.selection = selection
    self.outcomes = outcomes
    self.receivers = receivers
    self.profiles = profiles
    self.proceedings = proceedings
    self.exhibits = exhibits
    self.facts = facts
    self.statistics = statistics
    (grades, overallGrade) = goal.grades(of: outcomes)
  }
}

/// What an audit cost.
public struct AuditStatistics: Sendable, Hashable {
  /// How many questions were asked of the resolver.
  public let questions: Int
  /// How many more were answered by one that was asked before.
  public let repeated: Int
  /// How many of them failed.
  public let failures: Int
  /// The wall-clock time.
  public let duration: Duration

  /// Makes the value of its parts.
  public init(questions: Int, repeated: Int = 0, failures: Int, duration: Duration) {
    self.questions = questions
    self.repeated = repeated
    self.failures = failures
    self.duration = duration
  }
}
