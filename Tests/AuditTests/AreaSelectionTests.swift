import Audit
import AuditModel
import AuditTesting
import DNS
import Survey
import Synchronization
import Testing

/// Audits of some areas only.
@Suite struct AreaSelectionTests {
  private static let zone = """
    $ORIGIN example.org.
    @ SOA ns1 hostmaster 1 7200 3600 86400 300
    @ MX 10 mail
    mail A 192.0.2.25
    @ TXT "v=spf1 mx -all"
    """

  @Test(
    arguments: [
      ([.spf], [.spf]), ([.mx, .dmarc], [.mx, .dmarc]), (nil, nil)
    ] as [(Set<Area>?, Set<Area>?)])
  func judgesOnlyWhatIsChosen(areas: Set<Area>?, judged: Set<Area>?) async {
    var auditor = DomainAuditor(resolver: World(Self.zone), time: 0)
    auditor.areas = areas
    let report = await auditor.audit("example.org")
    let seen = Set(report.outcomes.map(\.description.area))
    #expect(judged.map { seen == $0 } ?? (seen.count > 8))
    #expect(report.selection == areas?.sorted())
  }

  /// What only other areas need is not asked.
  @Test(
    arguments: [
      ([.spf, .mx], ["_mta-sts.example.org", "_25._tcp.mail.example.org", "25.2.0.192.in-addr.arpa"], false),
      ([.mtaSTS], ["_mta-sts.example.org", "_25._tcp.mail.example.org"], true),
      ([.spf, .dmarc], ["_domainkey.example.org", "default._domainkey.example.org"], false),
      ([.dkim], ["_domainkey.example.org"], true), ([.dnssec], ["_domainkey.example.org"], true),
      ([.mx, .tls], ["_imaps._tcp.example.org"], false),
      ([.auth], ["_imaps._tcp.example.org", "_submissions._tcp.example.org"], true),
      ([.reverseDNS], ["25.2.0.192.in-addr.arpa"], true)
    ] as [(Set<Area>, [DomainName], Bool)])
  func asksOnlyWhatIsNeeded(areas: Set<Area>, names: [DomainName], isAsked: Bool) async {
    let names = names, recorder = NameRecorder(World(Self.zone))
    var auditor = DomainAuditor(resolver: recorder, time: 0)
    auditor.areas = areas
    let report = await auditor.audit("example.org")
    let asked = recorder.names.withLock(\.self)
    for name in names { #expect(asked.contains(name) == isAsked, "\(name)") }
    #expect(report.statistics.questions > 0 && report.statistics.repeated > 0)
  }
}

/// What a forecast says before anything is asked.
@Suite struct QuestionForecastTests {
  @Test func fewerAreasNeedFewerQuestions() {
    let all = QuestionForecast.questions(nil)
    #expect(QuestionForecast.questions(Set(Area.allCases)) == all)
    for area in Area.allCases { #expect((1...all).contains(QuestionForecast.questions([area]))) }
    #expect(QuestionForecast.questions([.spf]) < QuestionForecast.questions([.spf, .dkim]))
  }
}

/// Takes note of the names asked for.
private final class NameRecorder: Resolver {
  let names = Mutex<Set<DomainName>>([])
  private let world: World

  init(_ world: World) { self.world = world }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    names.withLock { $0.formUnion(questions.map(\.name)) }
    return await world.answers(to: questions)
  }
}
