import Checks
import DNS
import Survey
import Testing

@testable import AuditTesting
@testable import CommandLine

/// What MTA-STS says of each mail server.
@Suite struct ReceivingViewTests {
  @Test(
    arguments: [
      (#"_mta-sts TXT "v=STSv1; id=1""#, "mx: *.example.org", ["*.example.org (mode enforce)", "no pattern"]),
      (
        #"_mta-sts TXT "v=STSv1; id=1""#, "mx: mail.example.org\nmx: mx.example.net",
        [
          "mail.example.org (mode enforce)", "mx.example.net (mode enforce)"
        ]
      ),
      (#"_mta-sts TXT "v=STSv1; id=1""#, "mode: enforced", ["no policy", "no policy"]),
      ("_mta-sts TXT TIMEOUT", "mx: *.example.org", ["could not be read", "could not be read"]),
      ("_mta-sts TXT \"v=STSv1; id=1\"\n_mta-sts TXT \"v=STSv1; id=2\"", "mx: *.example.org", ["several", "several"]),
      ("", "mx: *.example.org", [nil, nil])
    ] as [(String, String, [String?])])
  func policyOfHosts(record: String, lines: String, words: [String?]) async {
    let zone = """
      $ORIGIN example.org.
      @ MX 10 mail
      @ MX 20 mx.example.net.
      mail A 192.0.2.25
      mta-sts A 192.0.2.80
      mx.example.net. A 192.0.2.26
      \(record)
      """
    var instruments = Instruments(resolver: World(zone))
    let page = "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nversion: STSv1\nmode: enforce\nmax_age: 604800\n\(lines)\n"
    instruments.https = StagedFetcher(pages: [
      "https://mta-sts.example.org/.well-known/mta-sts.txt": StagedPage(page)
    ])
    let view = ReceivingView(
      "example.org", await ReceivingSurvey.gather("example.org", options: .init(), with: instruments))
    for (host, word) in zip(view.hosts, words) {
      let policy = view.policy(of: host)
      if let word { #expect(policy?.contains(word) == true, "\(policy ?? "nil")") } else { #expect(policy == nil) }
    }
  }
}
