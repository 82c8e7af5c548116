import AuditTesting
import DNS
import HTTPS
import MailAuthentication
import Synchronization
import Syntax
import Testing

@testable import Survey

/// What is asked and fetched for MTA-STS, TLS-RPT and BIMI.
@Suite struct PolicySurveyTests {
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

  /// Answers every request with one text, and keeps what was asked for.
  private final class Fetcher: HTTPSFetcher {
    let requests = Mutex<[String]>([])

    func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
      requests.withLock { $0.append("\(request.url) at \(addresses.map(\.description).joined(separator: " "))") }
      let response = HTTPSResponse(status: 200, fields: [], body: Array("version: STSv1\n".utf8), isTruncated: false)
      return HTTPSAnswer(url: request.url, outcome: .response(response))
    }
  }

  private static func survey(
    _ zone: String, domain: DomainName = "example.org", hasFetcher: Bool = true
  ) async -> (survey: PolicySurvey, rounds: [[String]], requests: [String]) {
    let (counter, fetcher) = (Counter(zone), Fetcher())
    var instruments = Instruments(resolver: counter)
    if hasFetcher { instruments.https = fetcher }
    let survey = await PolicySurvey.gather(domain, options: SurveyOptions(), with: instruments, using: counter)
    return (
      survey, counter.rounds.withLock { $0.map { $0.map(\.description).sorted() } },
      fetcher.requests.withLock { $0.sorted() }
    )
  }

  static let first = ["_mta-sts.example.org TXT", "_smtp._tls.example.org TXT", "default._bimi.example.org TXT"]

  @Test func withoutRecordsThereIsOneRoundAndNoRequest() async {
    let (survey, rounds, requests) = await Self.survey("@ MX 10 mail\n* TXT \"v=spf1 -all\"")
    #expect(rounds == [Self.first] && requests.isEmpty)
    #expect(survey.mtaSTS.file == nil && survey.bimi.logo == nil && survey.tlsRPT.reportHosts.isEmpty)
  }

  @Test func aRecordLeadsToOneRequestAtTheAddressesOfItsHost() async {
    let zone = "_mta-sts TXT \"v=STSv1; id=1\"\nmta-sts A 192.0.2.80\nmta-sts AAAA 2001:db8::80"
    let (survey, rounds, requests) = await Self.survey(zone)
    #expect(rounds == [Self.first, ["mta-sts.example.org A", "mta-sts.example.org AAAA"]])
    #expect(requests == ["https://mta-sts.example.org/.well-known/mta-sts.txt at 192.0.2.80 2001:db8::80"])
    #expect(survey.mtaSTS.policy?.value?.fields.count == 1 && survey.mtaSTS.effectivePolicy == nil)
  }

  @Test(arguments: ["_mta-sts TXT \"v=STSv1; id=1\"\n_mta-sts TXT \"v=STSv1; id=2\"", "_mta-sts TXT \"v=STSv2; id=1\""])
  func whatIsNoSingleRecordIsNotFetched(zone: String) async {
    let (survey, rounds, requests) = await Self.survey(zone + "\nmta-sts A 192.0.2.80")
    #expect(rounds.count == 1 && requests.isEmpty && survey.mtaSTS.file == nil)
  }

  @Test(
    arguments: [
      ("mta-sts A 192.0.2.80", false, .notAsked("nothing was given to fetch files with")), ("", true, .noAddress),
      ("mta-sts A TIMEOUT", true, .unresolved(.timeout)), ("mta-sts CNAME gone", true, .noAddress)
    ] as [(String, Bool, HTTPSFailure)])
  func sayWhyNothingWasFetched(zone: String, hasFetcher: Bool, failure: HTTPSFailure) async {
    let (survey, _, requests) = await Self.survey("_mta-sts TXT \"v=STSv1; id=1\"\n" + zone, hasFetcher: hasFetcher)
    #expect(survey.mtaSTS.file?.answer.failure == failure && requests.isEmpty)
  }

  @Test func bimiFallsBackOnTheOrganizationalDomain() async {
    let zone =
      "default._bimi TXT \"v=BIMI1; l=https://www.example.org/l.svg; a=https://www.example.org/c.pem\"\nwww A 192.0.2.80"
    let (survey, rounds, requests) = await Self.survey(zone, domain: "a.news.example.org")
    #expect(rounds.first?.contains("default._bimi.example.org TXT") == true && rounds.first?.count == 4)
    #expect(
      requests == ["https://www.example.org/c.pem at 192.0.2.80", "https://www.example.org/l.svg at 192.0.2.80"])
    #expect(survey.bimi.organization?.domain == "example.org" && survey.bimi.selection.usable != nil)
    let declined = await Self.survey(zone + "\ndefault._bimi.a.news TXT \"v=BIMI1; l=\"", domain: "a.news.example.org")
    #expect(declined.requests.isEmpty && declined.survey.bimi.selection.usable?.isDeclination == true)
  }

  @Test func theHostsOfReportAddressesAreAskedForOnce() async {
    let zone = "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example,https://d.example/\""
    let (survey, rounds, _) = await Self.survey(zone)
    #expect(rounds == [Self.first, ["b.example A", "b.example AAAA", "b.example MX"]])
    #expect(survey.tlsRPT.reportHosts.map(\.domain) == ["b.example"])
  }

  @Test func aNameThatWouldBeTooLongDoesNotExist() async throws {
    let label = String(repeating: "a", count: 60)
    let domain = try #require(DomainName("\(label).\(label).\(label).\(label).example"))
    let (survey, _, _) = await Self.survey("@ MX 10 mail", domain: domain)
    guard case .absent = survey.mtaSTS.selection.outcome else {
      Issue.record("\(survey.mtaSTS.selection.outcome)")
      return
    }
  }
}
