import DNS
import Testing

@testable import LDNSKit

/// RFC 1035 §5 zone text: what is read, and which faults are found where.
@Suite struct ZoneTextTests {
  @Test(arguments: [
    ("plain", "example.com. 300 IN A 192.0.2.1", "example.com 300 IN A 192.0.2.1"),
    ("class before time", "example.com. IN 300 A 192.0.2.1", "example.com 300 IN A 192.0.2.1"),
    ("neither", "example.com. A 192.0.2.1", "example.com 3600 IN A 192.0.2.1"),
    ("units", "$TTL 1h30m\nexample.com. MX 10 mx.example.com.", "example.com 5400 IN MX 10 mx.example.com"),
    ("last stated time", "a. 7 A 192.0.2.1\nb. A 192.0.2.2", "a 7 IN A 192.0.2.1|b 7 IN A 192.0.2.2"),
    ("relative names", "$ORIGIN example.com.\nwww CNAME @", "www.example.com 3600 IN CNAME example.com"),
    ("origin is relative", "$ORIGIN com.\n$ORIGIN example\n@ NS ns", "example.com 3600 IN NS ns.example.com"),
    ("same owner", "a. 1 A 192.0.2.1\n  AAAA 2001:db8::1", "a 1 IN A 192.0.2.1|a 1 IN AAAA 2001:db8::1"),
    ("parentheses", "a. 1 TXT ( \"x\" ; note\n  \"y\" )", "a 1 IN TXT \"x\" \"y\""),
    ("semicolon in quotes", "a. 1 TXT \"v=DMARC1; p=none\"", "a 1 IN TXT \"v=DMARC1; p=none\""),
    ("comment cuts", "a. 1 TXT v=DMARC1; p=none", "a 1 IN TXT \"v=DMARC1\""),
    ("escapes", #"a. 1 TXT "q\"b\\ \200" x\;y"#, #"a 1 IN TXT "q\"b\\ \200" "x;y""#),
    ("octets above ASCII", "a. 1 TXT \"ü\"", #"a 1 IN TXT "\195\188""#),
    ("escaped owner", #"a\.b.c. 1 A 192.0.2.1"#, #"a\.b.c 1 IN A 192.0.2.1"#),
    ("upper case", "A.EXAMPLE. 1 in a 192.0.2.1", "a.example 1 IN A 192.0.2.1"),
    ("CR LF and mark", "\u{FEFF}a. 1 A 192.0.2.1\r\nb. 1 A 192.0.2.2\r\n", "a 1 IN A 192.0.2.1|b 1 IN A 192.0.2.2"),
    ("null MX", "a. 1 MX 0 .", "a 1 IN MX 0 ."),
    ("SOA", "a. SOA n. h. ( 1 1h 2 3\n 600 )", "a 600 IN SOA n h 1 3600 … 600"),
    ("unknown type", ##"a. 1 TYPE65280 \# 2 01 ff"##, ##"a 1 IN TYPE65280 \# 2 01ff"##),
    ("known type as octets", ##"a. 1 TYPE1 \# 4 C0000201"##, "a 1 IN A 192.0.2.1"),
    ("TLSA", "_25._tcp.a. 1 TLSA 3 1 1 ( 00ff\n 01 )", ##"_25._tcp.a 1 IN TLSA \# 6 03010100ff01"##),
    ("CAA", "a. 1 CAA 0 issue \"ca.example\"", ##"a 1 IN CAA \# 17 0005697373756563612e6578616d706c65"##),
    ("DNAME and PTR", "a. 1 DNAME b.\nc. 1 PTR d.", "a 1 IN DNAME b|c 1 IN PTR d"),
    ("SRV is other", "a. 1 SRV 0 1 25 mx.b.", ##"a 1 IN SRV \# 12 000000010019026d78016200"##),
    ("quoted word is text", "a. 1 TXT \"SERVFAIL\"", "a 1 IN TXT \"SERVFAIL\""),
    ("empty", "\n \n; nothing\n", "")
  ])
  func reads(name: String, text: String, expected: String) {
    let result = ZoneText.parse(Array(text.utf8))
    #expect(result.faults == [])
    #expect(result.zone.records.map(\.description).joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("a. A 192.0.2.1\nb. A 192.0.2.300\nc. A 192.0.2.3", "2:6", "no IPv4 address", 2),
    ("a. AAAA 192.0.2.1", "1:9", "no IPv6 address", 0),
    ("www A 192.0.2.1", "1:1", "relative", 0),
    ("a. MX 10 mx", "1:10", "relative", 0),
    ("@ A 192.0.2.1", "1:1", "without an $ORIGIN", 0),
    ("a. MX 10", "1:7", "takes 2 values", 0),
    ("a. MX 70000 b.", "1:7", "no number from 0 to 65535", 0),
    ("a. MX 10 b. c.", "1:13", "no more than 2", 0),
    ("a. TXT \"open\nb. A 192.0.2.1", "1:8", "not closed", 1),
    ("a. TXT ( x\nb. A 192.0.2.1", "1:8", "never closed", 0),
    ("a. TXT x )", "1:10", "without an opening", 0),
    ("a. TXT \\256", "1:8", "escape", 0),
    ("a. TXT x\\\nb. A 192.0.2.1", "1:9", "backslash", 1),
    ("a. BOGUS x", "1:4", "no record type", 0),
    ("a. CH TXT x", "1:4", "class CH", 0),
    ("a.", "1:1", "a type is missing", 0),
    ("a. 300 IN", "1:8", "a type is missing", 0),
    (" A 192.0.2.1", "1:2", "no owner", 0),
    ("a..b. A 192.0.2.1\n TXT x", "1:1", "empty label", 0),
    ("a. CNAME \"b.\"", "1:10", "without quotes", 0),
    ("$GENERATE 1-9 a A 192.0.2.$", "1:1", "not supported", 0),
    ("$TTL soon", "1:6", "no time to live", 0),
    ("$ORIGIN", "1:1", "takes one value", 0),
    ("a. 3000000000 A 192.0.2.1", "1:4", "no record type", 0),
    (##"a. TYPE65280 \# 3 0102"##, "1:14", "RFC 3597", 0),
    (##"a. A \# 3 010203"##, "1:6", "no data of the type A", 0),
    ("a. TYPE65280 x", "1:4", "RFC 3597", 0),
    ("a. OPT x", "1:4", "do not stand in zones", 0),
    ("a. TLSA 3 1 1 xyz", "1:9", "no data of the type TLSA", 0),
    ("bücher. A 192.0.2.1", "1:1", "outside ASCII", 0)
  ])
  func findsFaults(text: String, place: String, cause: String, records: Int) throws {
    let result = ZoneText.parse(Array(text.utf8), file: "f")
    let fault = try #require(result.faults.first)
    #expect("\(fault.line):\(fault.column)" == place, "\(fault)")
    #expect(fault.message.contains(cause), "\(fault)")
    #expect(result.zone.records.count == records)
  }

  @Test func stringsHaveAtMost255Octets() {
    let fits = ZoneText.parse(Array("a. TXT \"\(String(repeating: "x", count: 255))\"".utf8))
    let exceeds = ZoneText.parse(Array("a. TXT \"\(String(repeating: "x", count: 256))\"".utf8))
    #expect(fits.faults.isEmpty)
    #expect(
      exceeds.faults.map(\.description) == [
        "zone text:1:8: the string has 256 octets, one may have 255; split it into several"
      ])
  }

  @Test(arguments: [
    ("$INCLUDE sub/b", "ok.example 9 IN A 192.0.2.9|a.deep.example 9 IN TXT \"x\"|here 3600 IN A 192.0.2.1", ""),
    ("$INCLUDE sub/c deep.example.", "a.deep.example 3600 IN TXT \"x\"|here 3600 IN A 192.0.2.1", ""),
    ("$INCLUDE ../b", "here 3600 IN A 192.0.2.1", "without \"..\""),
    ("$INCLUDE /etc/passwd", "here 3600 IN A 192.0.2.1", "in the folder of this one"),
    ("$INCLUDE nowhere", "here 3600 IN A 192.0.2.1", "no such file"),
    ("$INCLUDE loop", "here 3600 IN A 192.0.2.1", "too deeply")
  ])
  func includes(line: String, expected: String, cause: String) {
    let files = MemoryZoneFiles([
      "zones/main": "\(line)\nhere. A 192.0.2.1", "zones/sub/b": "ok.example. 9 A 192.0.2.9\n$INCLUDE c deep.example.",
      "zones/sub/c": "a TXT x", "zones/loop": "$INCLUDE loop\n$INCLUDE loop"
    ])
    let result = ZoneText.load("zones/main", files: files)
    #expect(result.zone.records.map(\.description).joined(separator: "|") == expected)
    #expect(result.faults.isEmpty == cause.isEmpty)
    #expect(cause.isEmpty || result.faults.allSatisfy { $0.message.contains(cause) }, "\(result.faults)")
  }

  /// Random octets of the signs that the format is made of: no crash, and an end.
  @Test(.timeLimit(.minutes(10))) func survivesHostileText() {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("a.b \t\n\n()\"\\;@$0129TXTMXAINORIGIN#\u{00}é".utf8)
    for _ in 0..<500 {
      let text = (0..<200).map { _ in signs.randomElement(using: &generator) ?? 0 }
      let random = (0..<100).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = ZoneText.parse(Array("$ORIGIN e.\na TXT ".utf8) + text + random, origin: .root)
    }
    for sign in ["(", ")", "\"", "\\", "( ", "a. TXT (\n", "a.\n", "$ORIGIN a.\n", "a TXT x\n", "\n \n"] {
      let text = String(repeating: sign, count: 20_000)
      #expect(ZoneText.parse(Array(text.utf8)).faults.count <= ZoneTextLimits.faults + 1)
    }
  }
}
