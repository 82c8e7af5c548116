import AuditTesting
import DNS
import MailAuthentication
import Survey
import Synchronization
import Testing

/// What the survey of SPF asks, and in how many rounds.
@Suite struct SPFSurveyTests {
  /// Counts batches, and keeps the questions.
  final class Counter: Resolver {
    let world: World
    let batches = Mutex<[[DNSQuestion]]>([])

    init(_ world: World) { self.world = world }

    func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
      batches.withLock { $0.append(questions) }
      return await world.answers(to: questions)
    }
  }

  private func survey(
    _ zone: String, _ domain: DomainName = "example.org", configure: (inout SurveyOptions) -> Void = { _ in }
  ) async -> (survey: DomainSurvey, questions: [DNSQuestion]) {
    let counter = Counter(World(zone, origin: "example.org"))
    var options = SurveyOptions()
    configure(&options)
    let survey = await DomainSurvey.gather(domain, options: options, using: counter)
    return (survey, counter.batches.withLock { $0.flatMap(\.self) })
  }

  @Test func asksOnceForEachName() async {
    let zone = """
      @ TXT "v=spf1 include:a.example.org include:b.example.org mx -all"
      @ MX 10 m
      m A 192.0.2.1
      a TXT "v=spf1 include:b.example.org ~all"
      b TXT "v=spf1 a:m.example.org ~all"
      """
    let (survey, questions) = await survey(zone)
    #expect(survey.spf.tree.nodes.count == 4)
    #expect(survey.spf.tree.worstCaseLookups == 6)
    #expect(survey.spf.elsewhere.isEmpty && survey.spf.sender == nil && survey.spf.helo == nil)
    #expect(questions.filter { $0 == DNSQuestion("b.example.org", .txt) }.count == 1)
    #expect(questions.contains(DNSQuestion("example.org", .spf)))
    #expect(!questions.contains(DNSQuestion("_spf.example.org", .txt)))
  }

  @Test func looksElsewhereWhenThereIsNone() async {
    let (survey, _) = await survey("@ TXT \"v=spf1 -all\"\nx.bounce A 192.0.2.1", "x.bounce.example.org")
    let names = survey.spf.elsewhere.map(\.domain.description)
    #expect(
      names == [
        "_spf.x.bounce.example.org", "www.x.bounce.example.org", "_dmarc.x.bounce.example.org", "bounce.example.org",
        "example.org"
      ])
    #expect(survey.spf.elsewhere.last?.state == .record)
  }

  @Test func evaluatesWhatTheOwnerTells() async {
    let zone = "@ TXT \"v=spf1 mx -all\"\n@ MX 10 m\nm A 192.0.2.1\nm TXT \"v=spf1 a -all\""
    let (survey, _) = await survey(zone) {
      $0.sendingAddress = IPAddress("192.0.2.1")
      $0.heloName = "m.example.org"
      $0.mailFrom = "user@example.org"
    }
    #expect(survey.spf.sender?.result == .pass && survey.spf.sender?.lookups == 1)
    #expect(survey.spf.heloEvaluation?.result == .pass)
    #expect(survey.spf.helo?.state == .record)
  }
}
