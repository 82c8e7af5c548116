import DNS
import MailAuthentication
import OpenSSLKit
import Syntax
import Testing

/// Real keys, and those of the examples in the RFCs: each reads as the key that it is.
@Suite struct DKIMKeyConformanceTests {
  /// A file of the suites, and what stands at each selector: keys in order, then how many other texts.
  static let files: [(path: String, keys: [String: String])] = [
    (
      "rfc-examples/dkim.json",
      [
        "brisbane._domainkey.example.com": "RSA 1024", "brisbane._domainkey.football.example.com": "Ed25519",
        "test._domainkey.football.example.com": "RSA 1024"
      ]
    ),
    (
      "dns-frozen/zone.json",
      [
        "arc-20160816._domainkey.google.com": "RSA 2048", "dk2016._domainkey.github.com": "RSA 1024",
        "ed._domainkey.scamorza.org": "Ed25519", "fm3._domainkey.fastmail.com": "RSA 2048",
        "ietf1._domainkey.ietf.org": "RSA 1024", "rsa._domainkey.manchego.org": "RSA 1024",
        "s1024-2013-q3._domainkey.facebookmail.com": "RSA 1024", "sysmsg-1._domainkey.topicbox.com": "RSA 1024",
        "v2._domainkey.emailalerts.cnn.com": "RSA 2048", "v2._domainkey.newsletters.cnn.com": "RSA 2048",
        "velikisrpan22._domainkey.stalw.art": "RSA 2048",
        "yg4mwqurec7fkhzutopddd3ytuaqrvuz._domainkey.amazon.com": "RSA 1024"
      ]
    ),
    (
      "dkim-exim/cases.json",
      [
        "sel._domainkey.test.ex": "RSA 1024",
        "sel2._domainkey.test.ex": "RSA 1024, other",
        "sel_bad._domainkey.test.ex": "RSA 1024",
        "sel_nullkey._domainkey.test.ex": "revoked",
        "sel_sha256._domainkey.test.ex": "RSA 1024",
        "sel_snullkey._domainkey.test.ex": "revoked",
        "sed._domainkey.test.ex": "Ed25519",
        "sedw._domainkey.test.ex":
          "the Ed25519 key is wrapped in a SubjectPublicKeyInfo; only its last 32 octets belong here",
        "ses._domainkey.test.ex": "RSA 512",
        "ses_sha1._domainkey.test.ex": "RSA 512",
        "ses_sha256._domainkey.test.ex": "RSA 512"
      ]
    ),
    (
      "dkim-mail-auth/cases.json",
      [
        "brisbane._domainkey.football.example.com": "Ed25519",
        "dk2016._domainkey.github.com": "RSA 1024",
        "ietf1._domainkey.ietf.org": "RSA 1024",
        "newengland._domainkey.example.com": "RSA 1024 bare",
        "s1024-2013-q3._domainkey.facebookmail.com": "RSA 1024",
        "sysmsg-1._domainkey.topicbox.com": "RSA 1024",
        "test._domainkey.football.example.com": "RSA 1024"
      ]
    ),
    (
      "dkim-spamassassin/cases.json",
      [
        "t0768._domainkey.sa-test.spamassassin.org": "RSA 768"
      ]
    ),
    (
      "dkim-verifier/cases.json",
      [
        "brisbane._domainkey.example.com": "RSA 1024",
        "brisbane._domainkey.football.example.com": "Ed25519",
        "fm3._domainkey.fastmail.com": "RSA 2048",
        "s.flags._domainkey.example.com": "RSA 1024",
        "test._domainkey.football.example.com": "RSA 1024",
        "v2._domainkey.emailalerts.cnn.com": "RSA 2048",
        "v2._domainkey.newsletters.cnn.com": "RSA 2048",
        "yg4mwqurec7fkhzutopddd3ytuaqrvuz._domainkey.amazon.com": "RSA 1024"
      ]
    ),
    (
      "dkim-mailauth-js/cases.json",
      [
        "brisbane._domainkey.football.example.com": "Ed25519",
        "test._domainkey.football.example.com": "RSA 1024"
      ]
    )
  ]

  @Test(ConformanceSuites.available("DKIM keys", cases: files.map(\.keys.count).reduce(0, +)), arguments: files)
  func reads(path: String, keys: [String: String]) async throws {
    let owners = try Self.owners(path)
    let world = try Self.world(path)
    var found: [String: String] = [:]
    for owner in owners {
      let answer = await world.answer(to: try #require(DomainName(owner)), .txt)
      let lookup = DKIMKeyLookup(selector: owner, domain: .root, answer: answer)
      found[owner] = (lookup.keys.map(Self.describe) + lookup.otherTexts.map { _ in "other" }).joined(separator: ", ")
    }
    #expect(found == keys)
  }

  /// A suite of messages keeps its zone beside the cases.
  private struct Suite: Decodable { let dns: SuiteZone }
  private struct SuiteOwners: Decodable { let dns: [String: [Ignored]] }
  private struct Ignored: Decodable {}

  private static func world(_ path: String) throws -> any Resolver {
    path.hasPrefix("dns-frozen")
      ? try ConformanceSuites.decode(SuiteZone.self, from: path).world()
      : try ConformanceSuites.decode(Suite.self, from: path).dns.world()
  }

  private static func owners(_ path: String) throws -> [String] {
    let all =
      path.hasPrefix("dns-frozen")
      ? try ConformanceSuites.decode([String: [Ignored]].self, from: path)
      : try ConformanceSuites.decode(SuiteOwners.self, from: path).dns
    return all.keys.filter { $0.contains("._domainkey.") }
  }

  /// The key and its flags in a few words; faults that make the record void come first.
  private static func describe(_ parsed: Parsed<DKIMKeyRecord>) -> String {
    if let fault = parsed.faults.first(where: { $0.gravity == .fatal }) { return fault.message }
    switch parsed.value?.material {
    case .publicKey(.rsa(let key), let encoding):
      return "RSA \(key.bitCount)" + (encoding == .rsaPublicKey ? " bare" : "")
    case .publicKey(.ed25519, _): return "Ed25519"
    case .revoked: return "revoked"
    default: return "no key"
    }
  }
}
