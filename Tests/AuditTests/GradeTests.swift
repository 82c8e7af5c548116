import AuditModel
import Testing

/// Grades: the worst thing that is known, and honest about what is not.
@Suite struct GradeTests {
  /// Makes the same numbers in every run (SplitMix64).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static func outcome(_ verdict: Verdict, _ severity: Severity, area: Area = .spf) -> CheckOutcome {
    let description = CheckDescription(
      id: "A-CHECK", area: area, title: "A title", severity: severity, severityReason: "a reason",
      appliesWhen: "always", rule: "A rule.", whyItMatters: "A reason.", remedy: "A remedy.", standards: [])
    let judgement: Judgement =
      switch verdict {
      case .pass: .pass
      case .notApplicable: .notApplicable("no reason")
      default: .findings([Finding(verdict, "A fact.")])
      }
    return CheckOutcome(description: description, judgement: judgement)
  }

  @Test(
    arguments: [
      ([], "-"), ([(.notApplicable, .critical)], "-"), ([(.pass, .critical)], "A"), ([(.info, .critical)], "A"),
      ([(.fail, .critical)], "F"), ([(.fail, .high)], "D"), ([(.fail, .medium)], "C"), ([(.fail, .low)], "B"),
      ([(.fail, .info)], "A"), ([(.warn, .critical)], "D"), ([(.warn, .high)], "C"), ([(.warn, .medium)], "B"),
      ([(.warn, .low)], "A"), ([(.unknown, .critical)], "?"), ([(.unknown, .low)], "?"),
      ([(.unknown, .info)], "?"), ([(.fail, .medium), (.unknown, .high)], "C?"),
      ([(.fail, .medium), (.unknown, .medium)], "C"), ([(.fail, .critical), (.unknown, .critical)], "F"),
      ([(.fail, .low), (.notApplicable, .critical), (.pass, .high)], "B")
    ] as [([(Verdict, Severity)], String)])
  func follows(verdicts: [(Verdict, Severity)], grade: String) {
    #expect(Grade(of: verdicts.map { Self.outcome($0, $1) }).description == grade)
  }

  @Test func aBetterVerdictNeverMakesAWorseGrade() throws {
    var generator = Generator(state: 7_208)
    for _ in 0..<20_000 {
      var outcomes = Self.randomOutcomes(&generator)
      let before = Grade(of: outcomes)
      let index = Int.random(in: outcomes.indices, using: &generator)
      let old = outcomes[index]
      let better = Verdict.allCases.filter { $0 < old.verdict }.randomElement(using: &generator) ?? old.verdict
      outcomes[index] = Self.outcome(better, old.description.severity)
      let after = Grade(of: outcomes)
      guard let left = before.letter, let right = after.letter else { continue }
      #expect(right <= left)
    }
  }

  @Test func theQuestionMarkAnnouncesWhatMayCome() throws {
    var generator = Generator(state: 9_989)
    for _ in 0..<20_000 {
      var outcomes = Self.randomOutcomes(&generator)
      let before = Grade(of: outcomes)
      guard let index = outcomes.firstIndex(where: { $0.verdict == .unknown }) else {
        #expect(!before.isUncertain)
        continue
      }
      let severity = outcomes[index].description.severity
      outcomes[index] = Self.outcome(.pass, severity)
      #expect(Grade(of: outcomes).letter ?? .a == before.letter ?? .a, "what turns out well changes no letter")
      outcomes[index] = Self.outcome(.fail, severity)
      let worst = try #require(Grade(of: outcomes).letter)
      #expect(before.isUncertain || worst == before.letter ?? .a, "what was not announced changes no letter")
      #expect(worst <= before.possible ?? .a)
    }
  }

  @Test(
    arguments: [
      (["A", "C"], "C"), (["A", "C?"], "C?"), (["F", "A?"], "F"), (["-", "B"], "B"), (["-"], "-"), ([], "-"),
      (["D", "C?"], "D?")
    ] as [([String], String)])
  func theWorstAreaDecides(areas: [String], overall: String) {
    let grades = areas.map { text -> Grade in
      let levels: [Character: Severity] = ["F": .critical, "D": .high, "C": .medium, "B": .low]
      var outcomes: [CheckOutcome] = text == "-" ? [] : [Self.outcome(.pass, .high)]
      if let level = text.first.flatMap({ levels[$0] }) { outcomes.append(Self.outcome(.fail, level)) }
      if text.hasSuffix("?") { outcomes.append(Self.outcome(.unknown, .critical)) }
      return Grade(of: outcomes)
    }
    #expect(grades.map(\.description) == areas)
    #expect(Grade(worstOf: grades).description == overall)
  }

  private static func randomOutcomes(_ generator: inout Generator) -> [CheckOutcome] {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      outcome(
        Verdict.allCases.randomElement(using: &generator) ?? .pass,
        Severity.allCases.randomElement(using: &generator) ?? .low)
    }
  }
}
