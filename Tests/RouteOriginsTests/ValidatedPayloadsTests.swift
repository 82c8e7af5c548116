import DNS
import RouteOrigins
import Testing

/// Exports of validated ROA payloads: both forms of both programs, and every way to spoil them.
@Suite struct ValidatedPayloadsTests {
  static let csv = """
    ASN,IP Prefix,Max Length,Trust Anchor,Expires
    AS64500,192.0.2.0/24,24,apnic,1795219200
    AS64501,192.0.0.0/16,20,apnic,1795219200
    AS0,203.0.113.0/24,32,arin,1795219200
    AS64502,2001:db8::/32,48,ripe,1795219200
    """
  static let rpkiClient = """
    {
      "metadata": { "buildmachine": "a \\"b\\"", "roas": 3, "nested": [[{"x": [1, -2.5e3, true, null]}]] },
      "roas": [
        { "asn": 64500, "prefix": "192.0.2.0/24", "maxLength": 24, "ta": "apnic", "expires": 1795219200 },
        { "asn": 64501, "prefix": "192.0.0.0/16", "maxLength": 20, "ta": "apnic", "expires": 1795219200 }
      ],
      "bgpsec_keys": []
    }
    """
  static let routinator = """
    {"metadata":{"generated":1795219200},"roas":[{"asn":"AS64500","prefix":"192.0.2.0/24","maxLength":24,"ta":"apnic"}]}
    """
  static let extended = """
    URI,ASN,IP Prefix,Max Length,Not Before,Not After
    rsync://repo.example/a.roa,AS64500,192.0.2.0/24,24,2026-01-01,2027-01-01
    """

  @Test(arguments: [
    (csv, 4), (rpkiClient, 2), (routinator, 1), (extended, 1), ("64500,192.0.2.0/24,24\r\n\r\n# end\r\n", 1),
    ("\"AS64500\",\"192.0.2.0/24\",\"24\"", 1)
  ])
  func reads(text: String, count: Int) throws {
    let table = try ValidatedPayloads.parse(Array(text.utf8))
    #expect(table.count == count)
    let found = table.covering(try #require(IPAddress("192.0.2.25")))
    #expect(found.first?.origin == 64500)
  }

  @Test(arguments: [
    ("192.0.2.25", "AS64500 192.0.2.0/24 up to /24, AS64501 192.0.0.0/16 up to /20"),
    ("192.0.3.1", "AS64501 192.0.0.0/16 up to /20"), ("203.0.113.7", "AS0 203.0.113.0/24 up to /32"),
    ("2001:db8:1::1", "AS64502 2001:db8::/32 up to /48"), ("198.51.100.1", ""), ("2001:db9::1", ""), ("::", "")
  ])
  func covers(address: String, expected: String) throws {
    let table = try ValidatedPayloads.parse(Array(Self.csv.utf8))
    let found = table.covering(try #require(IPAddress(address)))
    #expect(found.map(\.description).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("", 1), ("ASN,IP Prefix,Max Length\n", 1), ("AS64500,192.0.2.0/24,24\nnonsense\n", 2),
    ("ASN,IP Prefix,Max Length\nAS64500,192.0.2.0/24,24\nAS1,192.0.2.1/24,24", 3), ("ASx,192.0.2.0/24,24", 1),
    ("AS4294967296,192.0.2.0/24,24", 1), ("AS1,192.0.2.0/33,33", 1), ("AS1,192.0.2.0/24,23", 1),
    ("AS1,192.0.2.0/24,33", 1), ("AS1,192.0.2.0/24,", 1), ("AS1,2001:db8::/32,129", 1), ("AS1,192.0.2.0,24", 1),
    ("AS1,192.0.2.0/99999999999999999999,24", 1), ("{", 1), ("{}", 1), ("{\"roas\": []}", 1),
    ("{\n\"roas\": [\n{\"asn\": 1, \"prefix\": \"192.0.2.0/24\"}]}", 3), ("{\"roas\": [{}]}", 1),
    ("{\"roas\": {}}", 1), ("{\"roas\": [1]}", 1), ("{\"a\": \"\n", 1), ("{\"a\": \"\\", 1), ("{\"a\" 1}", 1),
    ("{\n\n\"a\": ]}", 3), ("{\"roas\": []} {", 1),
    ("{\"a\": " + String(repeating: "[", count: 100_000), 1)
  ])
  func refuses(text: String, line: Int) {
    do throws(PayloadFault) {
      let table = try ValidatedPayloads.parse(Array(text.utf8))
      Issue.record("\(table.count) payloads are read")
    } catch {
      #expect(error.line == line && !error.message.isEmpty, "\(error)")
    }
  }

  @Test func payloadsFitTheirPrefix() throws {
    let prefix = try #require(IPNetwork(.v4(0xC000_0200), prefixLength: 24))
    #expect(ValidatedPayload(prefix: prefix, maxLength: 23, origin: 1) == nil)
    #expect(ValidatedPayload(prefix: prefix, maxLength: 33, origin: 1) == nil)
    #expect(ValidatedPayload(prefix: prefix, maxLength: 32, origin: 1) != nil)
  }
}
