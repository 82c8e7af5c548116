import DNS
import Testing

@Suite struct DomainNameTests {
  @Test(arguments: [
    ("example.com", "example.com"), ("EXAMPLE.com.", "example.com"), (".", "."), ("a\\.b.c", "a\\.b.c"),
    ("\\065.example", "a.example"), ("a\\032b.example", "a\\032b.example"), ("_dmarc.x", "_dmarc.x")
  ])
  func readsAndPrints(text: String, expected: String) throws {
    #expect(try DomainName(parsing: text).description == expected)
  }

  @Test(arguments: [
    ("", DomainNameError.empty), ("a..b", .emptyLabel), (".a", .emptyLabel), ("a\\", .badEscape), ("é.fr", .nonASCII),
    (String(repeating: "a", count: 64), .labelTooLong(String(repeating: "a", count: 64))),
    (Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."), .nameTooLong)
  ])
  func refuses(text: String, error: DomainNameError) {
    #expect(throws: error) { try DomainName(parsing: text) }
  }

  @Test func climbs() {
    let name: DomainName = "a.b.example.com"
    #expect(name.parent == "b.example.com")
    #expect(name.suffix(labels: 2) == "example.com")
    #expect(name.prefixed(with: "_report._dmarc") == "_report._dmarc.a.b.example.com")
    #expect(name.isEqual(toOrBelow: "example.com"))
    #expect(!name.isEqual(toOrBelow: "xample.com"))
  }

  /// Plain prefixes are put together without a second look; the result is that of the whole text.
  @Test(arguments: [
    "a", "_report._dmarc", "_25._tcp", "*", "A.b", "a.", "a.b.", ".", ".a", "a..b", "", "a\\.b", "\\097", "ä",
    String(repeating: "x", count: 63), String(repeating: "x", count: 64), "a." + String(repeating: "x", count: 64),
    String(repeating: "ab.", count: 79) + "abcd", String(repeating: "ab.", count: 80) + "ab"
  ])
  func prefixes(prefix: String) {
    let isRoot = prefix == "."
    let whole = (isRoot ? "" : prefix.hasSuffix(".") ? prefix : prefix + ".") + "example.com"
    let name: DomainName = "example.com"
    #expect(name.prefixed(with: prefix) == (prefix.isEmpty ? nil : DomainName(whole)))
  }

  /// Sets ask names and questions for a hash of their own.
  @Test func areFoundInSets() {
    let names = (0..<1000).map { DomainName(stringLiteral: "d\($0).example") }
    let (all, questions) = (Set(names), Set(names.map { DNSQuestion($0, .a) }))
    #expect(all.count == 1000 && questions.count == 1000)
    #expect(names.allSatisfy { all.contains(DomainName(stringLiteral: $0.description.uppercased())) })
    #expect(names.allSatisfy { questions.contains(DNSQuestion($0, .a)) && !questions.contains(DNSQuestion($0, .mx)) })
  }

  /// The example of RFC 4034 §6.1, and labels with the octets that separate.
  @Test func canonicalOrder() {
    let names: [DomainName] = [
      ".", "example", "a.example", "yljkjljk.a.example", "Z.a.example", "zABC.a.EXAMPLE", "z.example",
      "\\000.z.example",
      "\\000\\000.z.example", "a.\\000\\000.z.example", "\\000\\001.z.example", "\\001.z.example",
      "\\001\\000.z.example", "\\002.z.example", "*.z.example", "\\200.z.example"
    ]
    #expect(names.reversed().sorted() == names)
    for ancestor in names {
      let ranks = names.compactMap { $0.rank(below: ancestor) }
      #expect(ranks == ranks.sorted())
    }
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("2001:DB8::0:1", "2001:db8::1"), ("::", "::"),
    ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1::", "1::"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"), ("::5:192.0.2.1", "::5:c000:201"), ("ffFF::8", "ffff::8")
  ])
  func addresses(text: String, expected: String) {
    #expect(IPAddress(text)?.description == expected)
  }

  @Test(arguments: [
    "1.2.3", "256.1.1.1", "01.2.3.4", "1:2", ":::", "1::2::3", "g::", "1.2.3.4::", "12345::", "", ":1", "1:", "1::2:",
    "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "1:2:3:4:5:6:7:192.0.2.1", "::192.0.2.1:5", "::192.0.2", "1:::2", ":"
  ])
  func noAddresses(text: String) {
    #expect(IPAddress(text) == nil)
  }
}
