import DNS
import EvidenceBundle
import Testing

/// The form of bundles: what is written comes back, and what is broken is told with its line and cause.
@Suite struct BundleTextTests {
  private static let heading = BundleHeading(version: "0.1.0", time: 1_795_251_600, command: ["audit", "example.org"])

  private static func bundle(_ entries: [BundleEntry] = []) throws -> [UInt8] {
    let recorder = EvidenceRecorder(heading)
    for entry in entries { recorder.add(entry) }
    return try recorder.octets()
  }

  @Test func aBundleIsTextThatPeopleCanRead() throws {
    let record = DNSRecord(owner: "example.org", ttl: 300, data: .mx(preference: 10, exchange: "mail.example.org"))
    let octets = try Self.bundle([
      .dns(
        question: DNSQuestion("example.org", .mx), outcome: .records([record]), aliases: nil,
        provenance: DNSProvenance(server: "192.0.2.53:53", duration: .milliseconds(7), transport: .udp))
    ])
    #expect(
      String(decoding: octets, as: UTF8.self) == """
        {"evidence":{"format":1,"version":"0.1.0","time":1795251600,"command":["audit","example.org"]}}
        {"dns":{"question":"example.org MX","outcome":{"records":[{"owner":"example.org","ttl":300,\
        "data":{"mx":{"preference":10,"exchange":"mail.example.org"}}}]},"provenance":{"server":"192.0.2.53:53",\
        "duration":7000000,"transport":"udp","authenticated":false,"attempts":0,"messageOctets":0}}}
        {"end":{"lines":2}}

        """)
  }

  @Test func whatWasKeptAnswers() async throws {
    let failure = DNSAnswer.Outcome.failure(.serverFailure(extendedError: ExtendedDNSError(code: 6, text: "bogus")))
    let player = try EvidencePlayer(
      Self.bundle([
        .dns(question: DNSQuestion("example.org", .txt), outcome: failure, aliases: nil, provenance: DNSProvenance())
      ]))
    #expect(player.heading == Self.heading)
    let resolver = ReplayingResolver(player)
    #expect(await resolver.answer(to: "example.org", .txt).outcome == failure)
    #expect(await resolver.answer(to: "example.org", .mx).failure == .notRecorded)
  }

  static let broken: [(text: String, says: String)] = [
    ("", "ends in the middle: its last line is missing"),
    ("{", "line 1: octet 1: an object that begins here does not end"),
    ("[]\n", "line 1: is no evidence bundle of mailaudit"),
    ("{\"evidence\":{\"format\":2}}\n", "line 1: has format 2, and this mailaudit reads format 1"),
    ("{\"evidence\":{\"format\":1}}\n", "line 1: evidence: the member version is expected here"),
    (first + "{\"dns\":{\"question\":\"example.org\"}}\n", "line 2: dns.question: a name and a type of DNS records"),
    (first + "{\"end\":{\"lines\":7}}\n", "line 2: 7 lines should stand before this one"),
    (first + "{\"end\":{\"lines\":1}}\n{}\n", "line 3: stands behind the end"),
    (first + "{\"certificate\":{\"der\":\"x\"}}\n", "line 2: is no certificate in DER form"),
    (
      first + "{\"trust\":{\"question\":{\"chain\":[\"00\"]}}}\n", "the fingerprint of a certificate of an earlier line"
    ),
    (first + "{\"end\":{\"lines\":1.5}}\n", "line 2: 1.5 is no whole number that is known"),
    (first + "{\"end\":{\"lines\":9007199254740993}}\n", "line 2: 9007199254740993 is no whole number that is known"),
    (first + "{\"end\":{\"lines\":1,\"lines\":2}}\n", "line 2: the member lines stands there twice"),
    (
      first + "{\"dns\":{\"question\":\"a TXT\",\"outcome\":{\"records\":[]}}}\n",
      "line 2: dns: the member provenance is expected here"
    ),
    (first + "{\"later\":{}}\n", "line 2: "), (first + first, "line 2: a second heading"), (first, "ends in the middle")
  ]

  @Test(arguments: broken)
  func aBrokenBundleIsToldWithItsLine(text: String, says: String) {
    do throws(BundleFault) {
      _ = try EvidencePlayer(Array(text.utf8))
      Issue.record("\(text) is no bundle")
    } catch {
      #expect("\(error)".contains(says), "\(error)")
    }
  }

  private static let first =
    #"{"evidence":{"format":1,"version":"0.1.0","time":1,"command":["audit","example.org"]}}"# + "\n"

  @Test func manyValuesInALineAreTooMany() {
    let text = Self.first + "[" + String(repeating: "0,", count: 1 << 18) + "0]\n"
    #expect(throws: BundleFault.self) { try EvidencePlayer(Array(text.utf8)) }
    let deep = Self.first + String(repeating: "[", count: 100_000) + "\n"
    #expect(throws: BundleFault.self) { try EvidencePlayer(Array(deep.utf8)) }
  }
}
