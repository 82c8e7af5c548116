import AuditTesting
import DNS
import MailAuthentication
import OpenSSLKit
import Testing

@Suite struct DKIMKeyLookupTests {
  static let world = World(
    """
    $TTL 300
    one._domainkey.example.org. TXT "v=DKIM1; p=" "\(DKIMFixtures.rsa512)"
    two._domainkey.example.org. TXT "v=DKIM1; p="
    two._domainkey.example.org. TXT "p=\(DKIMFixtures.rsa512)"
    two._domainkey.example.org. TXT "something else"
    spf._domainkey.example.org. TXT "v=spf1 -all"
    address._domainkey.example.org. A 192.0.2.1
    alias._domainkey.example.org. CNAME a.provider.example.
    a.provider.example. CNAME b.provider.example.
    b.provider.example. TXT "v=DKIM1; p=\(DKIMFixtures.rsa512)"
    dangling._domainkey.example.org. CNAME gone.provider.example.
    broken._domainkey.example.org. TXT SERVFAIL
    slow._domainkey.example.org. TXT TIMEOUT
    deep.er._domainkey.example.org. TXT "p="
    """)

  @Test(arguments: [
    ("one", DKIMKeyLookup.Outcome.key, 1, 0), ("ONE", .key, 1, 0), ("two", .severalKeys, 2, 1),
    ("spf", .noKeyAmongTexts, 0, 1), ("address", .noData, 0, 0), ("alias", .key, 1, 0), ("dangling", .nameError, 0, 0),
    ("none", .nameError, 0, 0), ("broken", .failure(.serverFailure(extendedError: nil)), 0, 0),
    ("slow", .failure(.timeout), 0, 0), ("deep.er", .key, 1, 0), ("a..b", .invalidSelector, 0, 0),
    ("é", .invalidSelector, 0, 0), ("", .invalidSelector, 0, 0)
  ])
  func tellsTheAnswersApart(selector: String, outcome: DKIMKeyLookup.Outcome, keys: Int, others: Int) async {
    let lookup = await DKIMKeyLookup.look(up: selector, of: "example.org", using: Self.world)
    #expect(lookup.outcome == outcome)
    #expect((lookup.keys.count, lookup.otherTexts.count) == (keys, others))
  }

  @Test func keepsTheAliases() async {
    let lookup = await DKIMKeyLookup.look(up: "alias", of: "example.org", using: Self.world)
    #expect(lookup.aliasTargets == ["a.provider.example", "b.provider.example"])
    #expect(lookup.records.first?.publicKey?.bitCount == 512)
  }

  @Test func asksForSeveralAtOnce() async {
    let selectors = ["none", "a..b", "one", "slow"]
    let lookups = await DKIMKeyLookup.look(up: selectors, of: "example.org", using: Self.world)
    #expect(lookups.map(\.selector) == selectors)
    #expect(lookups.map(\.outcome) == [.nameError, .invalidSelector, .key, .failure(.timeout)])
  }
}
