import AuditModel
import Requirements
import Testing

/// A better verdict never makes a worse answer.
///
/// Better is: a decided verdict by a better decided one, or an unknown by one that is no defect. From a warning to
/// unknown is no improvement, it is less knowledge. A check that does not apply is in order only where nobody has to
/// tell anything for it to apply.
@Suite struct MonotonyTests {
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

  static func better(than verdict: Verdict) -> [Verdict] {
    [.fail, .warn, .info, .pass].filter { $0 < verdict && (verdict != .unknown || $0 < .warn) }
  }

  @Test(arguments: ReceiverDirectory.all.map(\.id))
  func aBetterVerdictNeverMakesAWorseAnswer(receiver: String) throws {
    let receiver = try #require(ReceiverDirectory.receiver(named: receiver))
    let checks = receiver.checks.sorted()
    var generator = Generator(state: 9_989)
    for round in 0..<600 {
      let mailClass = Self.randomClass(&generator)
      // Mostly good, so that single verdicts decide.
      let share = round % 4
      var verdicts = checks.map { _ in Self.randomVerdict(share, &generator) }
      let before = Self.answer(receiver, mailClass, checks, verdicts)
      let index = Int.random(in: checks.indices, using: &generator)
      guard let better = Self.better(than: verdicts[index]).randomElement(using: &generator) else { continue }
      verdicts[index] = better
      #expect(Self.answer(receiver, mailClass, checks, verdicts).word <= before.word, "\(checks[index]) \(better)")
      #expect(before.afterRemedies <= before.word)
      #expect(before.reasons.allSatisfy { $0.afterRemedy <= before.word })
      #expect(before.reasons.map(\.word).max() ?? .noKnownObstacle == before.word)
    }
  }

  private static func answer(
    _ receiver: Receiver, _ mailClass: MailClass, _ checks: [CheckID], _ verdicts: [Verdict]
  ) -> ReceiverAnswer {
    let outcomes = zip(checks, verdicts).map { Verdicts.outcome($0, $1) }
    return ReceiverJudge(receiver, mailClass: mailClass, outcomes: outcomes).answer
  }

  private static func randomVerdict(_ share: Int, _ generator: inout Generator) -> Verdict {
    if Int.random(in: 0...(share * 4), using: &generator) > 0 { return .pass }
    return Verdict.allCases.randomElement(using: &generator) ?? .pass
  }

  private static func randomClass(_ generator: inout Generator) -> MailClass {
    MailClass(
      isBulk: Bool.random(using: &generator), isListMail: [true, false, nil].randomElement(using: &generator) ?? nil,
      failurePolicy: MailClass.FailurePolicy.allCases.randomElement(using: &generator))
  }
}
