import AuditTesting
import DNS
import MailAuthentication
import Providers
import Survey
import Synchronization
import Testing

@Suite struct DKIMSurveyTests {
  /// Counts rounds and questions on their way to a world.
  private final class Counter: Resolver {
    let world: World
    let rounds = Mutex<[[DNSQuestion]]>([])

    init(_ zone: String) {
      world = World("$TTL 300\n" + zone, origin: "example.org")
    }

    func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
      rounds.withLock { $0.append(questions) }
      return await world.answers(to: questions)
    }
  }

  /// A zone, how the keys are found, and who is recognised.
  @Test(arguments: [
    (
      #"""
      @ TXT "v=spf1 include:spf.mailjet.com redirect=_spf.google.com"
      @ MX 10 in1-smtp.messagingengine.com.
      mailjet._domainkey TXT "p="
      fm2._domainkey CNAME fm2.example.org.dkim.fmhosted.com.
      fm2.example.org.dkim.fmhosted.com. TXT "v=DKIM1; p="
      """#,
      [
        "mailjet: used by Mailjet (Sinch), recognised by include:spf.mailjet.com in SPF",
        "fm2: used by Fastmail, recognised by the MX host in1-smtp.messagingengine.com"
      ],
      ["mailjet", "gmail", "google-smtp-relay", "fastmail"]
    ),
    (
      #"""
      @ TXT "v=spf1 include:%{d}.spf.smtp25.com -all"
      mail._domainkey TXT "p="
      """#,
      ["mail: a common selector: guides for Postfix with OpenDKIM name it so"], []
    )
  ])
  func asksProvidersFirst(zone: String, found: [String], providers: [String]) async {
    let counter = Counter(zone)
    let survey = await DKIMSurvey.gather("example.org", options: .init(), using: counter)
    #expect(survey.selectors.map { "\($0.name): \($0.origin.description)" } == found)
    #expect(survey.providers.map(\.provider.id) == providers)
    #expect(counter.rounds.withLock(\.count) == 2)
  }

  @Test func namedSelectorsNeedOneRound() async {
    let counter = Counter(#"a._domainkey TXT "p=""#)
    var options = SurveyOptions()
    options.selectors = ["a", "b"]
    let survey = await DKIMSurvey.gather("example.org", options: options, using: counter)
    #expect(survey.selectors.map(\.name) == ["a", "b"])
    #expect(counter.rounds.withLock { $0.map(\.count) } == [3])
  }

  @Test func aParkedDomainIsAskedNoGuesses() async {
    let counter = Counter(#"*._domainkey TXT "v=DKIM1; p=""#)
    var options = SurveyOptions()
    options.isParked = true
    let survey = await DKIMSurvey.gather("example.org", options: options, using: counter)
    #expect(survey.discovery.hasWildcard && survey.selectors.isEmpty)
    #expect(counter.rounds.withLock { $0.map(\.count) } == [1, 1])
  }

  /// A zone, the selectors that the owner names, and whether the made-up selector is asked for.
  @Test(
    arguments: [
      ("@ MX 10 mail", [], false), ("default._domainkey TXT \"p=\"", [], false),
      ("*._domainkey TXT \"p=\"", [], true), ("* A 192.0.2.1", [], true), ("_domainkey TXT TIMEOUT", [], false),
      ("_domainkey TXT SERVFAIL", [], false), ("a._domainkey TXT \"p=\"", ["a"], true),
      ("a._domainkey TXT \"p=\"", ["a", "b"], false), ("a._domainkey CNAME gone", ["a"], true),
      // Its server denies names that are there: the key of the provider shows it.
      (
        "@ TXT \"v=spf1 include:_spf.google.com\"\n_domainkey TXT NXDOMAIN\ngoogle._domainkey TXT \"p=\"", [], true
      ),
      ("_domainkey TXT TIMEOUT\na._domainkey TXT \"p=\"", ["a"], true)
    ] as [(String, [String], Bool)])
  func asksForTheMadeUpSelectorWhileAWildcardIsPossible(zone: String, selectors: [String], isAsked: Bool) async {
    let counter = Counter(zone)
    var options = SurveyOptions()
    options.selectors = selectors
    let survey = await DKIMSurvey.gather("example.org", options: options, using: counter)
    let probe = DKIMKeyLookup.question(selector: options.probeLabel, domain: "example.org")
    #expect(counter.rounds.withLock { $0.joined().contains { $0 == probe } } == isAsked)
    #expect((survey.discovery.probe.answer != nil) == isAsked)
  }

  @Test func guessesAreBounded() async {
    let includes = [
      "_spf.google.com", "mailgun.org", "amazonses.com", "spf.mandrillapp.com", "_mailcust.gandi.net",
      "spf.messagingengine.com"
    ]
    let record = "v=spf1 " + includes.map { "include:" + $0 }.joined(separator: " ")
    let counter = Counter("@ TXT \"\(record)\"\nx7._domainkey TXT \"p=\"")
    let survey = await DKIMSurvey.gather("example.org", options: .init(), using: counter)
    #expect(survey.discovery.guesses.count == 40)
    #expect(counter.rounds.withLock { $0.map(\.count) } == [3, 26, 14])
  }
}
