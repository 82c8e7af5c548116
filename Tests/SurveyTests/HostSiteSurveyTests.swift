import AuditTesting
import DNS
import HTTPS
import MailMessage
import Synchronization
import Testing

@testable import Survey

/// The web sites of sending hosts, and what counts as an imprint.
@Suite struct HostSiteSurveyTests {
  @Test(arguments: [
    ("<a href=/x>Impressum</a>", true), ("<a href='/impressum.html'><img src=i.png></a>", true),
    ("<A HREF=\"/x\"><span>Im&shy;pres&shy;sum</span></A>", true), ("<a href=/x><img alt='Legal notice'></a>", true),
    ("<a href=/mentions-legales>infos</a>", true), ("<a href=/x>MENTIONS L&Eacute;GALES</a>", true),
    ("<a href=/x>Kontakt</a>", true), ("<a href=/x>Контакты</a>", true), ("<a href='/about/contact-us'>x</a>", true),
    ("<title>Imprint</title>", true), ("<h2>Impressum</h2>Mustermann", true),
    ("<a href=mailto:contact@example.org>write</a>", false), ("<a href=/about>About us</a>", false),
    ("<!-- <a href=/impressum>Impressum</a> -->", false), ("<script>'<a href=/impressum>'</script>", false),
    ("<p>contact", false), ("", false), ("<a href=/x>Impres sum</a>", false)
  ])
  func imprints(html: String, isFound: Bool) {
    #expect((Imprint.sign(in: HTMLScan(Array(html.utf8))) != nil) == isFound, "\(html)")
  }

  /// Gives texts by URL, refuses what is not named, and keeps what was asked for.
  private final class Site: HTTPSFetcher {
    let pages: [String: String]
    let requests = Mutex<[String]>([])

    init(_ pages: [String: String]) { self.pages = pages }

    func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
      requests.withLock { $0.append(request.url.description) }
      var reader = HTTPSResponseReader(bodyLimit: request.bodyLimit)
      guard let page = pages[request.url.description], (try? reader.feed(Array(page.utf8))) != nil,
        let response = try? reader.finish()
      else { return HTTPSAnswer(url: request.url, outcome: .failure(.refused(["refused"]))) }
      return HTTPSAnswer(url: request.url, outcome: .response(response), address: addresses.first)
    }
  }

  private static func survey(
    _ pages: [String: String], zone: String = "25.2.0.192.in-addr.arpa. PTR mail"
  ) async -> (operators: [HostSiteSurvey.Operator], requests: [String]) {
    let site = Site(pages)
    let hosts = ["@", "www", "mail", "mx", "a.b", "*.example.net."].map { "\($0) A 192.0.2.25\n" }.joined()
    var instruments = Instruments(resolver: World("$ORIGIN example.org.\n$TTL 60\n" + hosts + zone))
    instruments.hostSites = site
    var options = SurveyOptions()
    options.sendingAddresses = ["192.0.2.25", "192.0.2.26"].compactMap { IPAddress($0) }
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    return (survey.hostSites?.operators ?? [], site.requests.withLock { $0 })
  }

  private static let imprint = "HTTP/1.1 200 OK\n\n<a href=/i>Impressum</a>"
  private static func redirect(_ target: String) -> String { "HTTP/1.1 302 Found\nLocation: \(target)\n\n" }

  @Test func looksAtTheDomainFirstAndStopsAtAnImprint() async {
    let (operators, requests) = await Self.survey(["https://example.org/": Self.imprint])
    #expect(requests == ["https://example.org/"] && operators.map(\.hasImprint) == [true])
    let (none, all) = await Self.survey([:])
    #expect(all == ["https://example.org/", "https://www.example.org/", "https://mail.example.org/"])
    #expect(none.first?.pages.map(\.sight) == Array(repeating: .failure(.refused(["refused"])), count: 3))
  }

  @Test func hostsOfOneOperatorShareItsPages() async {
    let zone = "25.2.0.192.in-addr.arpa. PTR mail\n26.2.0.192.in-addr.arpa. PTR mx\n26.2.0.192.in-addr.arpa. PTR mail"
    let (operators, requests) = await Self.survey([:], zone: zone)
    #expect(operators.count == 1 && requests.count == 4)
    let many = (0..<9).map { "25.2.0.192.in-addr.arpa. PTR mail.o\($0).example.\n" }.joined()
    #expect(await Self.survey([:], zone: many).operators.count == 4, "what is looked at is bounded")
    let names = (0..<9).map { "25.2.0.192.in-addr.arpa. PTR mx\($0)\n" }.joined()
    #expect(await Self.survey([:], zone: names).operators.map(\.pages.count) == [5])
  }

  @Test func genericNamesAreNotLookedAt() async {
    let zone = "25.2.0.192.in-addr.arpa. PTR 25-2-0-192.pool.isp.example."
    let (operators, requests) = await Self.survey([:], zone: zone)
    #expect(operators.isEmpty && requests.isEmpty)
  }

  @Test func followsTwoRedirectsWithinTheDomain() async {
    let pages = [
      "https://example.org/": Self.redirect("//www.example.org/"),
      "https://www.example.org/": Self.redirect("de/start"), "https://www.example.org/de/start": Self.imprint
    ]
    let (operators, requests) = await Self.survey(pages)
    #expect(operators.first?.hasImprint == true && requests.count == 3)
    let loop = await Self.survey(["https://example.org/": Self.redirect("/")])
    #expect(loop.requests.filter { $0 == "https://example.org/" }.count == 3)
    #expect(loop.operators.first?.pages.first?.sight == .unreadable("it leads on and on, to /"))
  }

  @Test(arguments: [
    "https://example.net/", "http://example.org/", "https://127.0.0.1/", "https://a@example.org/", "https:// /"
  ])
  func leavesForNoOtherSite(target: String) async {
    let (operators, requests) = await Self.survey(["https://example.org/": Self.redirect(target)])
    #expect(requests.count == 3, "\(requests)")
    #expect(operators.first?.pages.first?.sight == .unreadable("it leads elsewhere, to \(target)"))
  }

  @Test(
    arguments: [
      ("HTTP/1.1 200 OK\n\n<p>hello", .noImprint), ("HTTP/1.1 404 No\nContent-Length: 0\n\n", .status(404)),
      ("HTTP/1.1 301 No\nContent-Length: 0\n\n", .status(301)),
      ("HTTP/1.1 503 No\nContent-Length: 0\n\n", .unreadable("the server answers with status 503")),
      (
        "HTTP/1.1 200 OK\n\n<script src=a.js></script><div id=root></div>",
        .unreadable("scripts or frames build it, and they are not run")
      ),
      (
        "HTTP/1.1 200 OK\nContent-Encoding: gzip\n\nx",
        .unreadable("it is packed (gzip), though nobody asked for that")
      ),
      (
        "HTTP/1.1 200 OK\n\n" + String(repeating: "<a href=/x>y</a>", count: 20_000),
        .unreadable("only its first 262144 octets and 2000 links are read")
      )
    ] as [(String, HostPage.Sight)])
  func tellsPagesApart(text: String, sight: HostPage.Sight) async {
    let (operators, _) = await Self.survey(["https://example.org/": text])
    #expect(operators.first?.pages.first?.sight == sight)
  }

  @Test func withoutAnInstrumentNothingIsAsked() async {
    let site = Site(["https://example.org/": Self.imprint])
    let zone =
      "25.2.0.192.in-addr.arpa. PTR mail\n_smtp._tls TXT \"v=TLSRPTv1; rua=https://example.org/\"\n@ A 192.0.2.80"
    var instruments = Instruments(resolver: World("$ORIGIN example.org.\n$TTL 60\n" + zone))
    instruments.https = site
    var options = SurveyOptions()
    options.sendingAddress = IPAddress("192.0.2.25")
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    #expect(survey.hostSites == nil && survey.tlsRPT.collectors == nil)
    #expect(site.requests.withLock { $0.isEmpty })
  }
}
