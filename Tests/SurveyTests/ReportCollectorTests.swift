import AuditTesting
import DNS
import HTTPS
import Synchronization
import Testing

@testable import Survey

/// The requests to collectors of TLS reports.
@Suite struct ReportCollectorTests {
  /// Takes every report, and keeps what it was sent.
  private final class Collector: HTTPSFetcher {
    let requests = Mutex<[HTTPSRequest]>([])

    func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
      requests.withLock { $0.append(request) }
      let response = HTTPSResponse(status: 204, fields: [], body: [], isTruncated: false)
      return HTTPSAnswer(url: request.url, outcome: .response(response))
    }
  }

  private static func requests(_ rua: String) async -> (requests: [HTTPSRequest], survey: DomainSurvey) {
    let collector = Collector()
    let zone = "$ORIGIN example.org.\n$TTL 60\n* A 192.0.2.80\n_smtp._tls TXT \"v=TLSRPTv1; rua=\(rua)\""
    var instruments = Instruments(resolver: World(zone))
    instruments.reportCollectors = collector
    let survey = await DomainSurvey.gather("example.org", with: instruments)
    return (collector.requests.withLock { $0 }, survey)
  }

  @Test func eachCollectorGetsOneEmptyPost() async {
    let rua = "https://a.example.org/t,mailto:x@example.org,https://b.example.org/t,https://a.example.org/t"
    let (requests, survey) = await Self.requests(rua)
    #expect(requests.map(\.url.description).sorted() == ["https://a.example.org/t", "https://b.example.org/t"])
    #expect(requests.allSatisfy { $0.method == .post(HTTPSContent(.tlsReport, [])) })
    #expect(survey.tlsRPT.collectors?.map(\.answer.url.host) == ["a.example.org", "b.example.org"])
  }

  @Test func notMoreThanFourAreAsked() async {
    let (requests, _) = await Self.requests((0..<9).map { "https://c\($0).example.org/" }.joined(separator: ","))
    #expect(requests.count == TLSRPTSurvey.mostCollectors)
  }

  @Test func mailboxesAreNotPostedTo() async {
    let (requests, survey) = await Self.requests("mailto:x@example.org")
    #expect(requests.isEmpty && survey.tlsRPT.collectors?.isEmpty == true)
  }
}
