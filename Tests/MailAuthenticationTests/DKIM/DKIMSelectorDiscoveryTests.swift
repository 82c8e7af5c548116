import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct DKIMSelectorDiscoveryTests {
  /// A zone, what it says of the names below `_domainkey`, and the selectors that are found.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let zone: String
    let existence: DKIMSelectorDiscovery.Existence
    let found: [String]
    var given: [String] = []
    var guesses = 28
  }

  static let cases = [
    Case(testDescription: "no key at all", zone: "@ MX 10 mail", existence: .nothing, found: [], guesses: 1),
    Case(
      testDescription: "keys at a common selector and one of a provider",
      zone: #"""
        default._domainkey TXT "v=DKIM1; p="
        esp7._domainkey CNAME key.esp.example.
        key.esp.example. TXT "p="
        """#,
      existence: .something, found: ["esp7 likely", "default possible"], guesses: 9),
    Case(
      testDescription: "a selector that nobody guesses", zone: #"k20190102x._domainkey TXT "v=DKIM1; p=""#,
      existence: .something, found: []),
    Case(
      testDescription: "the owner names selectors: nothing is guessed",
      zone: #"own._domainkey TXT "v=DKIM1; p=""#, existence: .something, found: ["own named", "other named"],
      given: ["own", "other", "OWN"], guesses: 0),
    Case(
      testDescription: "a wildcard of another kind answers for every name", zone: #"* TXT "v=spf1 -all""#,
      existence: .wildcard, found: []),
    Case(
      testDescription: "a wildcard that revokes all keys, and one key beside it",
      zone: #"""
        *._domainkey TXT "v=DKIM1; p="
        mail._domainkey TXT "v=DKIM1; p=AAAA"
        """#,
      existence: .wildcard, found: ["mail possible"], guesses: 9),
    Case(
      testDescription: "a wildcard alias", zone: "* CNAME web\nweb A 192.0.2.1", existence: .wildcard, found: []),
    Case(
      testDescription: "a selector that the owner names, answered by the wildcard",
      zone: #"*._domainkey TXT "v=DKIM1; p=AAAA""#, existence: .wildcard, found: ["x named wildcard"], given: ["x"],
      guesses: 0),
    Case(
      testDescription: "an alias that leads nowhere", zone: "selector1._domainkey CNAME gone.provider.example.",
      existence: .something, found: ["selector1 possible"]),
    Case(
      testDescription: "a text that is no key, where a key belongs", zone: #"dkim._domainkey TXT "KEY""#,
      existence: .something, found: ["dkim possible"]),
    Case(
      testDescription: "the probe fails: a guess with nothing at its name stands in for it",
      zone: #"""
        *._domainkey A 192.0.2.1
        probe._domainkey TXT SERVFAIL
        dkim._domainkey TXT "KEY"
        mail._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .something, found: ["mail possible", "dkim possible"], guesses: 9),
    Case(
      testDescription: "the probe fails, and all guesses are answered alike",
      zone: #"""
        probe._domainkey TXT SERVFAIL
        *._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .wildcard, found: []),
    Case(
      testDescription: "no wildcard stands beside a selector that does not exist: the probe is not asked",
      zone: #"""
        probe._domainkey TXT SERVFAIL
        dkim._domainkey TXT "KEY"
        mail._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .something, found: ["mail possible", "dkim possible"], guesses: 9),
    Case(
      testDescription: "_domainkey is an alias that leads nowhere: selectors may stand below it",
      zone: #"""
        _domainkey CNAME gone
        mail._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .something, found: ["mail possible"], guesses: 9),
    Case(
      testDescription: "_domainkey fails: guesses are asked all the same",
      zone: #"""
        _domainkey TXT SERVFAIL
        mail._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .unknown, found: ["mail possible"], guesses: 9),
    Case(
      testDescription: "_domainkey times out: servers that do not answer are left alone",
      zone: #"""
        _domainkey TXT TIMEOUT
        mail._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .unknown, found: [], guesses: 0),
    Case(
      testDescription: "a server that denies empty non-terminals",
      zone: #"""
        _domainkey TXT NXDOMAIN
        esp7._domainkey TXT "v=DKIM1; p="
        """#,
      existence: .contradiction, found: ["esp7 likely"], guesses: 1)
  ]

  @Test(arguments: cases)
  func finds(example: Case) async {
    let world = World("$TTL 300\n" + example.zone, origin: "example.org")
    let hint = DKIMSelectorCandidate("esp7", .provider(name: "ESP", sign: "include:esp.example"))
    let discovery = await DKIMSelectorDiscovery.discover(
      "example.org", given: example.given, hints: [hint], probeLabel: "probe", using: world)
    #expect(discovery.existence == example.existence)
    #expect(
      discovery.selectors.map { "\($0.name) \($0.certainty)\($0.isFromWildcard ? " wildcard" : "")" } == example.found)
    #expect(discovery.guesses.count == example.guesses)
  }

  @Test func commonSelectorsAreFewAndDifferent() {
    let names = DKIMSelectorDiscovery.commonSelectors.map(\.selector)
    #expect(Set(names).count == names.count)
    #expect(names.count <= 30)
  }
}
