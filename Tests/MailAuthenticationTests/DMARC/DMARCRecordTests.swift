import DNS
import MailAuthentication
import Syntax
import Testing

@Suite struct DMARCRecordTests {
  @Test(arguments: [
    ("v=DMARC1; p=none", true), ("v=DMARC1", true), ("V=DMARC1;p=none", true), ("v \t=  DMARC1 ; p=none", true),
    ("v=dmarc1; p=none", false), ("v=DMARC1x; p=none", false), ("v=DMARC1 p=none", false), (" v=DMARC1; p=none", false),
    ("p=none; v=DMARC1", false), ("\"v=DMARC1; p=none\"", false), ("v=DMARC", false), ("v=", false), ("v", false),
    ("", false), ("v=spf1 -all", false)
  ])
  func selects(text: String, isRecord: Bool) {
    #expect(DMARCRecord.isRecord(Array(text.utf8)) == isRecord)
    #expect((DMARCRecord.parse(Array(text.utf8)).value != nil) == isRecord)
  }

  @Test(arguments: [
    ("v=DMARC1; p=Reject; SP=none; np=quarantine", "reject none quarantine u n r r 1"),
    ("v=DMARC1;p=none;psd=y;t=Y;adkim=S;aspf=s;fo=1:d:s", "none - - y y s s 14"),
    ("v=DMARC1 ; p = quarantine ; psd = n ;", "quarantine - - n n r r 1"),
    ("v=DMARC1; rua=mailto:a@example.org", "- - - u n r r 1"),
    ("v=DMARC1; p=no; sp=; np=rejected; psd=1; t=x; adkim=q; aspf=rs; fo=9", "! ! ! u n r r 1")
  ])
  func reads(text: String, expected: String) throws {
    let record = try #require(DMARCRecord.parse(Array(text.utf8)).value)
    let policies = [record.p, record.sp, record.np].map { tag in
      switch tag {
      case .absent: "-"
      case .invalid: "!"
      case .value(let policy): policy.description
      }
    }
    let rest = [
      record.psd.rawValue, record.isTesting ? "y" : "n", record.adkim.rawValue, record.aspf.rawValue,
      String(record.fo.rawValue)
    ]
    #expect((policies + rest).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("v=DMARC1; p=none", ""), ("v=DMARC1; p=none; future=1; pct=50; ri=1", ""),
    ("v=DMARC1; p=nome", "10-16 fatal"), ("v=DMARC1; p=nome; rua=mailto:a@b.c", "10-16 ignored"),
    ("v=DMARC1", "0-8 fatal"), ("v=DMARC1; rua=mailto:a@b.c", "0-8 ignored"),
    ("v=DMARC1; p=none; sp=rejected", "18-29 fatal"), ("v=DMARC1; p=none; adkim=x", "18-25 ignored"),
    ("v=DMARC1; p=none; p=reject", "18-26 ignored"), ("v=DMARC1; p=none; fo=0:1", "18-24 remark"),
    ("v=DMARC1; p=none; fo=1:1", "23-24 remark"), ("v=DMARC1; p=none; fo=7", "21-22 ignored"),
    ("v=DMARC1; p=none;; sp", "17-17 remark, 19-21 ignored"), ("v=DMARC1; p=none; rua=a@b.c", "22-27 ignored"),
    ("v=DMARC2; p=none", "0-8 fatal")
  ])
  func tellsFaults(text: String, expected: String) {
    let faults = DMARCRecord.parse(Array(text.utf8)).faults.map {
      "\($0.range.lowerBound)-\($0.range.upperBound) \($0.gravity)"
    }
    #expect(faults.joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("mailto:a@Example.org", "mailbox example.org"), ("MAILTO:a%2Cb@example.org", "mailbox example.org"),
    ("mailto:a@example.org!10m", "mailbox example.org size"), ("mailto:a@example", "mailbox example"),
    ("mailto:a@example.org?subject=x", "mailbox example.org"), ("https://example.org:8/x", "other https example.org"),
    ("mailto:a@xn--bcher-kva.example", "mailbox xn--bcher-kva.example"), ("a@example.org", "invalid"),
    ("mailto:", "invalid"), ("mailto:a", "invalid"), ("mailto:@example.org", "invalid"), ("mailto:a@", "invalid"),
    ("mailto:a@example.org!", "invalid"), ("mailto:a@example.org!10p", "invalid"), ("mailto:a@[192.0.2.1]", "invalid"),
    ("mailto:a@bücher.example", "invalid"), ("mailto:a%+1@example.org", "invalid"), ("mailto:a%", "invalid"),
    ("mailto:a@exa mple.org", "invalid"), ("", "invalid")
  ])
  func readsReportURIs(text: String, expected: String) throws {
    let record = try #require(DMARCRecord.parse(Array("v=DMARC1; p=none; rua=\(text),".utf8)).value)
    let uri = try #require(record.rua.first)
    let target =
      switch uri.target {
      case .mailbox(let domain): "mailbox \(domain)"
      case .other(let scheme, let host): "other \(scheme) \(host?.description ?? "-")"
      case .invalid: "invalid"
      }
    #expect(target + (uri.hasSizeSuffix ? " size" : "") == expected)
    #expect(uri.isValid == (uri.target != .invalid("") && !expected.hasPrefix("invalid")))
  }

  @Test func namesWhatIsNoLongerOrNotYetKnown() throws {
    let text = "v=DMARC1; p=none; PCT=20; rf=afrf; x=1; ri=60; rua=mailto:a@b.c , mailto:d@e.f"
    let record = try #require(DMARCRecord.parse(Array(text.utf8)).value)
    #expect(record.historicTags.map { record.tags.name(of: $0) } == ["PCT", "rf", "ri"])
    #expect(record.unknownTags.map { record.tags.name(of: $0) } == ["x"])
    #expect(record.percentage == 20)
    #expect(record.rua.map(\.text) == ["mailto:a@b.c", "mailto:d@e.f"])
  }

  @Test(arguments: ["a=b;", ";", "p=none;", "rua=,", ",", ":", "fo=", "mailto:a@b,", "\u{0}", "é", "%"])
  func hostileTextsEndSoon(unit: String) {
    for start in ["v=DMARC1;", "v=DMARC1; rua=", "v=DMARC1; fo=", ""] {
      let text = Array((start + String(repeating: unit, count: 60_000 / unit.utf8.count)).utf8)
      let parsed = DMARCRecord.parse(text)
      #expect(parsed.value?.rua.count ?? 0 <= 16)
      #expect(parsed.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count })
    }
  }

  @Test func randomOctetsAreRead() {
    var state: UInt64 = 7
    for length in 0..<400 {
      let noise = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      _ = DMARCRecord.parse(noise)
      _ = DMARCRecord.parse(Array("v=DMARC1;rua=".utf8) + noise)
    }
  }
}
