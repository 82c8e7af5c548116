import AuditModel
import AuditTesting
import DNS
import Testing

@testable import Survey

/// What a survey keeps of its questions.
@Suite struct RecordingResolverTests {
  private static let world = World(
    "$ORIGIN example.org.\n@ A 192.0.2.1\n@ CAA 0 issue \"ca.example\"\nb TXT x\na.b TXT x")
  private static let questions = ["a.b.example.org", "b.example.org", "example.org", "z.example.org", "org"].flatMap {
    [DNSQuestion(DomainName(stringLiteral: $0), .txt), DNSQuestion(DomainName(stringLiteral: $0), .a)]
  }

  @Test func answersStandInTheOrderOfQuestions() async {
    let recorder = RecordingResolver(Self.world)
    for question in Self.questions.shuffled() { _ = await recorder.answers(to: [question, question]) }
    _ = await recorder.answers(to: [DNSQuestion("example.org", .caa)])
    let asked = recorder.answers.map(\.question)
    #expect(asked == (Self.questions + [DNSQuestion("example.org", .caa)]).sorted())
    #expect(recorder.questionCount == 2 * Self.questions.count + 1)
  }

  @Test func aGlanceLeavesNoTrace() async {
    let recorder = RecordingResolver(Self.world)
    let kept = await recorder.answers(to: [Self.questions[0]])
    let seen = await GlancingResolver(recorder: recorder).answers(to: [Self.questions[1], Self.questions[0]])
    #expect(seen.map(\.question) == [Self.questions[1], Self.questions[0]])
    #expect(seen[1] === kept[0])
    #expect(recorder.answers.map(\.question) == [Self.questions[0]])
    #expect(recorder.questionCount == 1)
  }

  /// A resolver whose every answer is another one.
  private struct Fickle: Resolver {
    func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
      await Task.yield()
      return questions.map { DNSAnswer(question: $0, outcome: .failure(.refused)) }
    }
  }

  @Test func thoseWhoAskTogetherAreToldTheSame() async {
    let recorder = RecordingResolver(Fickle())
    let answers = await withTaskGroup(of: [DNSAnswer].self) { group in
      for _ in 0..<20 { group.addTask { await recorder.answers(to: Self.questions) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (index, kept) in answers[0].enumerated() { #expect(answers.allSatisfy { $0[index] === kept }) }
  }

  @Test func areasAreInTheOrderOfReports() { #expect(Area.allCases.shuffled().sorted() == Area.allCases) }
}
