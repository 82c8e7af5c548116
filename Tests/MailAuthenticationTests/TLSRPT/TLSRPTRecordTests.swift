import DNS
import MailAuthentication
import Syntax
import Testing

/// RFC 8460 §3: the record at `_smtp._tls`.
@Suite struct TLSRPTRecordTests {
  @Test(arguments: [
    ("v=TLSRPTv1; rua=mailto:a@example.org", "mailbox example.org"),
    ("v=TLSRPTv1;rua=https://example.org/tls?x=1", "collector https://example.org/tls?x=1"),
    (
      "v=TLSRPTv1 ; rua=mailto:a@b.example , https://c.example/r ; x=y;",
      "mailbox b.example, collector https://c.example/r"
    ),
    ("v=TLSRPTv1; rua=mailto:a@b.example?subject=x", "mailbox b.example"),
    ("v=TLSRPTv1; rua=mailto:a@b.example; rua=mailto:c@d.example", "mailbox b.example"),
    ("v=TLSRPTv1; rua=b@c.example,mailto:a@b.example", "invalid, mailbox b.example")
  ])
  func reads(text: String, targets: String) {
    let parsed = TLSRPTRecord.parse(Array(text.utf8))
    #expect(parsed.isSound, "\(parsed.faults)")
    #expect((parsed.value?.rua ?? []).map(Self.words).joined(separator: ", ") == targets)
  }

  private static func words(_ uri: TLSRPTReportURI) -> String {
    switch uri.target {
    case .mailbox(let domain): "mailbox \(domain)"
    case .collector(let url): "collector \(url)"
    case .invalid: "invalid"
    }
  }

  @Test(
    arguments: [
      ("v=TLSRPTv1", 10..<10), ("v=TLSRPTv1; rua=", 12..<16), ("v=TLSRPTv1; rua=a@example.org", 12..<29),
      ("v=TLSRPTv1; rua=mailto:a@example.org!10m", 12..<40), ("v=TLSRPTv1; rua=http://example.org/", 12..<35),
      ("v=TLSRPTv1; rua=https:///x", 12..<26), ("v=TLSRPTv1 rua=mailto:a@example.org", 0..<35),
      ("v=TLSRPTv1; rua=mailto:a@b.example; x", 36..<37), ("v=TLSRPTv2; rua=mailto:a@b.example", 0..<10)
    ] as [(String, Range<Int>)])
  func pointsAtTheFirstGraveFault(text: String, range: Range<Int>) {
    let parsed = TLSRPTRecord.parse(Array(text.utf8))
    #expect(parsed.faults.first { $0.gravity == .fatal }?.range == range, "\(parsed.faults)")
  }

  @Test func survivesHostileTexts() {
    for piece in ["rua=,", ",", "mailto:a@b,", "%", "https://", "!"] {
      let text = Array(("v=TLSRPTv1; rua=" + String(repeating: piece, count: 10_000)).utf8)
      let parsed = TLSRPTRecord.parse(text)
      #expect(parsed.faults.count < 1_000 && parsed.value?.rua.count ?? 0 <= 16)
    }
  }
}
