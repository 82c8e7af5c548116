import AuditModel
import Testing

/// A better verdict never makes a grade worse, and an undecided one is never taken for a good one.
@Suite struct GradeTests {
  @Test(
    arguments: [
      ([], "-"), ([(.notApplicable, .critical)], "-"), ([(.pass, .critical)], "A"), ([(.info, .critical)], "A"),
      ([(.fail, .critical)], "F"), ([(.warn, .critical)], "D"), ([(.fail, .high)], "D"), ([(.fail, .medium)], "C"),
      ([(.warn, .medium)], "B"), ([(.fail, .low)], "B"), ([(.fail, .info)], "A"), ([(.unknown, .high)], "A?"),
      ([(.unknown, .info)], "A"), ([(.fail, .medium), (.unknown, .high)], "C?"),
      ([(.fail, .high), (.unknown, .medium)], "D"), ([(.fail, .critical), (.unknown, .critical)], "F")
    ] as [([(Verdict, Severity)], String)])
  func isTheWorstThatIsKnown(outcomes: [(Verdict, Severity)], expected: String) {
    #expect(Self.grade(outcomes).description == expected)
  }

  @Test(arguments: 1...200)
  func betterVerdictsNeverMakeItWorse(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let verdicts = Verdict.allCases.sorted()
    var outcomes = (0...next(below: 8)).map { _ in
      (verdicts[next(below: verdicts.count)], Severity.allCases[next(below: Severity.allCases.count)])
    }
    for _ in 0..<20 {
      let before = Self.grade(outcomes)
      let index = next(below: outcomes.count)
      let better = verdicts.filter { $0 <= outcomes[index].0 }
      outcomes[index].0 = better[next(below: better.count)]
      let after = Self.grade(outcomes)
      #expect((after.letter ?? .a) <= (before.letter ?? .a), "\(before) became \(after)")
    }
  }

  private static func grade(_ outcomes: [(Verdict, Severity)]) -> Grade {
    Grade(of: outcomes.map { CheckOutcome(description: description($1), judgement: judgement($0)) })
  }

  private static func judgement(_ verdict: Verdict) -> Judgement {
    switch verdict {
    case .pass: .pass
    case .notApplicable: .notApplicable("no reason")
    case .fail, .warn, .info, .unknown: .findings([Finding(verdict, "A fact.")])
    }
  }

  private static func description(_ severity: Severity) -> CheckDescription {
    CheckDescription(
      id: "TEST", area: .spf, title: "Title", severity: severity, severityReason: "reason", appliesWhen: "always",
      rule: "Rule.", whyItMatters: "Why.", remedy: "Remedy.", standards: ["RFC 7208 §4"])
  }
}
