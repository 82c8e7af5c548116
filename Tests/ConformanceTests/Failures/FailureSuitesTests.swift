import FailureCatalogue
import Testing

/// Failures in seven formats, lines of logs, and bounces of eighty mail systems.
@Suite struct FailureSuitesTests {
  private struct Transcripts: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let id: String
      let file: String
      let expect: Expectation
    }

    struct Expectation: Decodable {
      let cause: String
      let stage: String
      let reply_code: Int?
      let enhanced: String?
    }
  }

  /// What the text of a case does not hold, and so nobody can read out of it.
  private static let untold = [
    "delivered-gitlab": "the log line has no reply code",
    "cert-name-dokuwiki": "the transcript ends at STARTTLS; that the name was wrong is not in it",
    "refused-dokuwiki": "the plugin writes the same for every connection that fails",
    "dns-dokuwiki": "the plugin writes the same for every connection that fails"
  ]

  @Test(ConformanceSuites.available("smtp-transcripts", cases: 84)) func transcripts() throws {
    let suite = try ConformanceSuites.decode(Transcripts.self, from: "smtp-transcripts/expected.json")
    #expect(suite.cases.count == 84)
    for item in suite.cases {
      let text = try ConformanceSuites.text("smtp-transcripts/\(item.file)")
      let report = FailureCatalogue.shipped.explain(pasted: text)
      let code = report.primary.map(\.code) ?? report.acceptance.code
      let enhanced = report.primary.map(\.enhanced) ?? report.acceptance.enhanced
      let isRight =
        report.cause.rawValue == item.expect.cause && report.stage?.rawValue == item.expect.stage
        && code == item.expect.reply_code && enhanced.map { "\($0)" } == item.expect.enhanced
      #expect(
        isRight == (Self.untold[item.id] == nil), "\(item.id): \(report.cause), \(String(describing: report.stage))")
    }
  }

  private struct Grok: Decodable {
    let cases: [Line]

    struct Line: Decodable { let line: String }
  }

  /// How many lines tell of each cause, read line by line by a person.
  private static let grok: [String: Int] = [
    "": 122, "accepted": 15, "content-rejected": 3, "user-unknown": 5, "server-failure": 6, "listed-in-dnsbl": 3,
    "host-not-found": 1, "connection-lost": 2, "mail-loop": 1, "message-too-big": 2, "rate-limited": 2, "bare-lf": 2,
    "protocol-error": 1, "expired": 2, "connection-timed-out": 4, "implicit-tls-expected": 1, "network-unreachable": 2,
    "greylisted": 3, "sender-domain-unknown": 2, "certificate-untrusted": 2, "tls-handshake-failed": 2,
    "authentication-failed": 2, "temporary": 1, "no-reverse-dns": 1, "relay-denied": 1, "policy-rejected": 2,
    "sender-not-authorised": 1
  ]

  @Test(ConformanceSuites.available("logs-postfix-grok", cases: 191)) func linesOfPostfix() throws {
    let suite = try ConformanceSuites.decode(Grok.self, from: "logs-postfix-grok/cases.json")
    #expect(Self.causes(of: suite.cases.map { Array($0.line.utf8) }) == Self.grok)
  }

  /// The files of logs-crowdsec, and the causes of their lines.
  private static let crowdsec: [(file: String, causes: [String: Int])] = [
    ("dovecot-logs-dovecot-logs", ["authentication-failed": 13, "": 2]),
    ("exchange-smtp-bf-exchange-smtp-bf", ["authentication-failed": 9]),
    ("exchange-smtp-logs-exchange-smtp-logs", ["authentication-failed": 1]),
    ("exim-bf-exim-bf", ["authentication-failed": 5, "user-unknown": 1]),
    (
      "exim-logs-exim-logs",
      [
        "authentication-failed": 6, "listed-in-dnsbl": 1, "user-unknown": 1, "rate-limited": 1,
        "sender-domain-unknown": 2,
        "authentication-required": 1
      ]
    ),
    (
      "exim-spam-exim-spam",
      ["listed-in-dnsbl": 1, "rate-limited": 2, "sender-domain-unknown": 4, "authentication-required": 1]
    ),
    (
      "exim-syslog-logs-exim-logs",
      [
        "authentication-failed": 5, "listed-in-dnsbl": 1, "user-unknown": 1, "rate-limited": 1,
        "sender-domain-unknown": 2,
        "authentication-required": 1
      ]
    ),
    ("mailscanner-highscore-spam-mailscanner-highscore-spam", ["content-rejected": 2]),
    ("mailscanner-logs-mailscanner-logs", ["content-rejected": 1, "listed-in-dnsbl": 1]),
    ("postfix-helo-postfix-spam", ["bad-helo": 2]),
    ("postfix-honeypot-users-postfix-honeypot-users", ["authentication-failed": 9]),
    (
      "postfix-logs-postfix-logs",
      ["authentication-failed": 1, "server-failure": 1, "bad-helo": 1, "relay-denied": 2, "protocol-error": 2]
    ),
    ("postfix-non-smtp-postfix-non-smtp", ["protocol-error": 1]), ("postfix-relay-postfix-spam", ["relay-denied": 2]),
    ("postfix-sasl-bf-postfix-sasl-bf", ["authentication-failed": 3]),
    ("postfix-spam-postfix-spam", ["authentication-failed": 4, "server-failure": 2])
  ]

  @Test(ConformanceSuites.available("logs-crowdsec", cases: 108)) func linesOfManyServers() throws {
    for (file, expected) in Self.crowdsec {
      let lines = try ConformanceSuites.text("logs-crowdsec/\(file).log").split(separator: UInt8(ascii: "\n")).map(
        Array.init)
      #expect(Self.causes(of: lines) == expected, "\(file)")
    }
  }

  /// How many of the lines tell of each cause; none is the empty word.
  private static func causes(of lines: [[UInt8]]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in lines where line.contains(where: { $0 > 0x20 }) {
      let report = FailureCatalogue.shipped.explain(pasted: line)
      counts[report.explanations.isEmpty && !report.isAccepted ? "" : report.cause.rawValue, default: 0] += 1
    }
    return counts
  }
}
