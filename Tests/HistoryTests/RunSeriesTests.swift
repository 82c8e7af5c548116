import AuditModel
import Testing

@testable import History

/// What of a series of nights is news in the last one.
@Suite struct RunSeriesTests {
  /// Nights of one check, a letter each: `-` in order, `W` warns, `F` fails, `?` could not look, `f` fails elsewhere too
  /// while something could not be looked at.
  struct Case: CustomTestStringConvertible, Sendable {
    let nights: String
    let kinds: [RunSeries.Kind]
    var isPassing = false
    var testDescription: String { nights + (isPassing ? " of a check whose faults pass" : "") }

    init(_ nights: String, _ kinds: RunSeries.Kind..., isPassing: Bool = false) {
      (self.nights, self.kinds, self.isPassing) = (nights, kinds, isPassing)
    }
  }

  static let lasting = [
    Case("F"), Case("--"), Case("FF"), Case("-F", .new), Case("-FF"), Case("F-", .gone), Case("F--"),
    Case("WF", .changed), Case("FW", .changed), Case("-F-F", .new),
    // A night without an answer is no change, neither when it begins nor when it ends.
    Case("-?"), Case("F?"), Case("-?-"), Case("F?F"), Case("F??F"), Case("F?-", .gone), Case("-?F", .new),
    // Three of them are told once, and so is the end.
    Case("F???", .blind), Case("-???", .blind), Case("F????"), Case("F???F", .seenAgain), Case("F???FF"),
    Case("F???-", .seenAgain, .gone), Case("F??F?"),
    // What never could be looked at is told by the first run's report, not every third night.
    Case("?"), Case("???"), Case("????"), Case("??-"), Case("?F", .new),
    // One fault of two is gone when the check could look at everything.
    Case("-f", .new, .new), Case("-ff"), Case("-f?"), Case("FfF", .gone), Case("-fF", .gone)
  ]

  static let passing =
    ["-F", "-FF", "-FFFF", "-FF-", "-F-FF", "-F?F", "F", "FF", "F?F"].map {
      Case($0, isPassing: true)
    } + [
      Case("-FFF", .new, isPassing: true), Case("-FFF-", .gone, isPassing: true), Case("F-", .gone, isPassing: true)
    ]

  @Test(arguments: lasting + passing)
  func tells(example: Case) {
    let runs = example.nights.enumerated().map { Self.run($0.offset, $0.element) }
    let series = RunSeries(runs, .init(runs: 3, passing: example.isPassing ? ["A"] : []))
    #expect(series.news.map(\.kind) == example.kinds)
  }

  @Test func aCheckThatIsNewInTheCatalogueIsNoNews() {
    var (first, second) = (Self.run(0, "-"), Self.run(1, "F"))
    first = PastRun(summary: first.summary, outcomes: [], facts: [])
    #expect(RunSeries([first, second], .init(runs: 3)).news.isEmpty)
    second = Self.run(1, "-")
    #expect(RunSeries([first, second, Self.run(2, "F")], .init(runs: 3)).news.map(\.kind) == [.new])
  }

  @Test func numbersAndRepliesOfServersAreNoNews() {
    let finding = { (days: Int) in
      Finding(.warn, "\(days) days are left.", evidence: [Evidence(source: "mx:25", excerpt: "220 mx id\(days)")])
    }
    let runs = [20, 19].enumerated().map { index, days in
      Self.run(index, outcome: PastOutcome(check: "A", verdict: .warn, findings: [finding(days)]))
    }
    #expect(RunSeries(runs, .init(runs: 3)).news.isEmpty)
  }

  @Test func recordsAreComparedWithWhatWasSeenLast() {
    let fact = { (value: String) in [AuditFact(.records, of: "example.org TXT", value)] }
    let nights = [fact("TXT old"), [], fact("TXT new")].enumerated().map { index, facts in
      PastRun(summary: Self.run(index, "-").summary, outcomes: [], facts: facts)
    }
    #expect(RunSeries(nights, .init(runs: 3)).records.map(\.before) == ["TXT old"])
    #expect(RunSeries(Array(nights.prefix(2)), .init(runs: 3)).records.isEmpty)
    #expect(RunSeries([], .init(runs: 3)).records.isEmpty)
  }

  private static func run(_ time: Int, _ night: Character) -> PastRun {
    let (fail, unknown) = (Finding(.fail, subject: "a", "Bad."), Finding(.unknown, "No answer."))
    let outcome =
      switch night {
      case "F": PastOutcome(check: "A", verdict: .fail, findings: [fail])
      case "f": PastOutcome(check: "A", verdict: .fail, findings: [fail, Finding(.fail, subject: "b", "Bad."), unknown])
      case "W": PastOutcome(check: "A", verdict: .warn, findings: [Finding(.warn, subject: "a", "Bad.")])
      case "?": PastOutcome(check: "A", verdict: .unknown, findings: [unknown])
      default: PastOutcome(check: "A", verdict: .pass)
      }
    return run(time, outcome: outcome)
  }

  private static func run(_ time: Int, outcome: PastOutcome) -> PastRun {
    PastRun(
      summary: RunSummary(
        number: time, target: "example.org", time: time, toolVersion: "", catalogueVersion: "", goal: "send",
        grade: "A", questions: 0, failures: 0, milliseconds: 0),
      outcomes: [outcome], facts: [])
  }
}
