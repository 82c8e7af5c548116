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

  /// Every question of some areas.
  @Test(
    arguments: [
      ([.spf], ["example.org TXT", "example.org SPF", "example.org MX", "mail.example.org A", "mail.example.org AAAA"]),
      (
        [.dmarc],
        [
          "example.org TXT", "example.org MX", "_dmarc.example.org TXT", "_dmarc.org TXT", "dmarc.example.org TXT",
          "_dmarc.www.example.org TXT", "_dmarc.example.org.example.org TXT"
        ]
      ),
      ([.mx], ["example.org TXT", "example.org MX", "mail.example.org A", "mail.example.org AAAA"]),
      ([.tls], ["example.org TXT", "example.org MX", "mail.example.org A", "mail.example.org AAAA", tlsa]),
      ([.auth], ["example.org TXT", "example.org MX", "mail.example.org A", "mail.example.org AAAA", srv])
    ] as [(Set<Area>, Set<String>)])
  func asksNothingElse(areas: Set<Area>, questions: Set<String>) async {
    let recorder = QuestionRecorder(World(Self.zone))
    var auditor = DomainAuditor(resolver: recorder, time: 0)
    auditor.areas = areas
    _ = await auditor.audit("example.org")
    #expect(Set(recorder.questions.withLock { $0.map(\.description) }) == questions)
  }

  private static let (tlsa, srv) = ("_25._tcp.mail.example.org TLSA", "_tcp.example.org SRV")

  /// Whatever areas are chosen, each judges as it does among all.
  @Test(arguments: Set(Area.allCases).subtracting([.dns, .dnssec]).sorted())
  func eachAreaJudgesAsAmongAll(area: Area) async {
    for zone in [Self.zone, Self.hostileZone, "$ORIGIN example.org.\n@ ANY NXDOMAIN\n* ANY NXDOMAIN"] {
      var auditor = DomainAuditor(resolver: World(zone), time: 0)
      let all = await auditor.audit("example.org").outcomes.filter { $0.description.area == area }
      auditor.areas = [area]
      let some = await auditor.audit("example.org").outcomes
      #expect(all.map(\.description.id) == some.map(\.description.id))
      for (one, other) in zip(all, some) { #expect(one.judgement == other.judgement, "\(one.description.id)") }
    }
  }

  private static let hostileZone = """
    $ORIGIN example.org.
    @ MX 10 mail
    @ MX 20 gone
    mail A 192.0.2.25
    @ TXT "v=spf1 a mx include:gone.example.net -all"
    _dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@b.example"
    _mta-sts TXT "v=STSv1; id=1"
    _25._tcp.mail TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
    *._domainkey TXT "v=DKIM1; p="
    _submissions._tcp SRV 0 1 587 mail
    default._bimi TXT "v=BIMI1; l="
    """

  /// What only other areas need is not asked.
  @Test(
    arguments: [
      ([.spf, .mx], ["_mta-sts.example.org", "_25._tcp.mail.example.org", "25.2.0.192.in-addr.arpa"], false),
      ([.mtaSTS], ["_mta-sts.example.org", "_25._tcp.mail.example.org"], true),
      ([.spf, .dmarc], ["_domainkey.example.org", "default._domainkey.example.org"], false),
      ([.dkim], ["_domainkey.example.org"], true), ([.dnssec], ["_domainkey.example.org"], true),
      ([.mx, .tls], ["_imaps._tcp.example.org"], false),
      ([.auth], ["_tcp.example.org"], true), ([.tlsRPT], ["_25._tcp.mail.example.org"], true),
      ([.bimi], ["_mta-sts.example.org", "_smtp._tls.example.org"], false),
      ([.mtaSTS, .tlsRPT], ["default._bimi.example.org", "_dmarc.example.org"], false),
      ([.reverseDNS], ["25.2.0.192.in-addr.arpa"], true)
    ] as [(Set<Area>, [DomainName], Bool)])
  func asksOnlyWhatIsNeeded(areas: Set<Area>, names: [DomainName], isAsked: Bool) async {
    let names = names, recorder = QuestionRecorder(World(Self.zone))
    var auditor = DomainAuditor(resolver: recorder, time: 0)
    auditor.areas = areas
    let report = await auditor.audit("example.org")
    let asked = Set(recorder.questions.withLock { $0.map(\.name) })
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

/// Takes note of what is asked.
private final class QuestionRecorder: Resolver {
  let questions = Mutex<Set<DNSQuestion>>([])
  private let world: World

  init(_ world: World) { self.world = world }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    self.questions.withLock { $0.formUnion(questions) }
    return await world.answers(to: questions)
  }
}
