import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct DMARCPolicyDiscoveryTests {
  /// RFC 9989 §4.10.1: domain, records, then "policy domain, policy, its tag, (t)" or none or temperror.
  @Test(arguments: [
    ("example.com", "", "none"),
    ("example.com", "example.com v=DMARC1; p=reject", "example.com reject p"),
    ("example.com", "example.com v=DMARC1; p=reject; sp=none; np=none", "example.com reject p"),
    ("example.com", "example.com v=DMARC1; p=reject; t=y", "example.com quarantine p t"),
    ("example.com", "example.com v=DMARC1; p=quarantine; t=y", "example.com none p t"),
    // Subdomains, existing and not.
    ("a.example.com", "=a.example.com|example.com v=DMARC1; p=reject", "example.com reject p"),
    ("a.example.com", "=a.example.com|example.com v=DMARC1; p=none; sp=quarantine", "example.com quarantine sp"),
    ("a.example.com", "=a.example.com|example.com v=DMARC1; p=none; np=reject", "example.com none p"),
    ("a.example.com", "=b.a.example.com|example.com v=DMARC1; p=none; np=reject", "example.com none p"),
    ("a.example.com", "example.com v=DMARC1; p=none; np=reject", "example.com reject np"),
    ("a.example.com", "example.com v=DMARC1; p=none; sp=reject", "example.com reject sp"),
    ("a.example.com", "=*.example.com|example.com v=DMARC1; p=none; np=reject", "example.com none p"),
    ("a.example.com", "=a.example.com ANY SERVFAIL|example.com v=DMARC1; p=none; np=reject", "temperror"),
    ("a.example.com", "=a.example.com ANY SERVFAIL|example.com v=DMARC1; p=reject; np=reject", "example.com reject p"),
    // A record between the author domain and the organizational domain is not used.
    ("a.b.example.com", "b.example.com v=DMARC1; p=reject|example.com v=DMARC1; p=none", "example.com none p"),
    (
      "a.b.example.com", "b.example.com v=DMARC1; p=reject; psd=n|example.com v=DMARC1; p=none",
      "b.example.com reject p"
    ),
    ("x.dept.example.com", "dept.example.com v=DMARC1; p=reject", "dept.example.com reject p"),
    // Public suffix domains.
    ("example.bank", "bank v=DMARC1; p=none; sp=reject; psd=y", "bank reject sp"),
    ("example.bank", "=example.bank|bank v=DMARC1; p=none; np=reject; psd=y", "bank none p"),
    ("a.example.bank", "example.bank v=DMARC1; p=none|bank v=DMARC1; p=reject; psd=y", "example.bank none p"),
    ("a.b.example.bank", "b.example.bank v=DMARC1; p=none|bank v=DMARC1; p=reject; psd=y", "bank reject p"),
    ("bank", "bank v=DMARC1; p=reject; psd=y", "bank reject p"),
    // Two records: none, and the walk goes on.
    (
      "a.example.com", "a.example.com v=DMARC1; p=none|a.example.com v=DMARC1; p=reject|example.com v=DMARC1; p=reject",
      "example.com reject p"
    ),
    ("example.com", "example.com v=DMARC1; p=none|example.com v=DMARC1; p=reject", "none"),
    // Faulty policy tags.
    ("example.com", "example.com v=DMARC1; rua=mailto:a@example.com", "example.com none faultyRecord"),
    ("example.com", "example.com v=DMARC1; p=reject; sp=x; rua=mailto:a@example.com", "example.com none faultyRecord"),
    ("example.com", "example.com v=DMARC1; p=reject; np=x", "none"),
    ("a.example.com", "a.example.com v=DMARC1|example.com v=DMARC1; p=reject", "none"),
    // Temporary errors.
    ("example.com", "example.com SERVFAIL", "temperror"), ("a.example.com", "example.com TIMEOUT", "temperror"),
    ("example.com", "example.com v=DMARC1; p=reject|com SERVFAIL", "example.com reject p"),
    ("a.example.com", "example.com v=DMARC1; p=reject|com SERVFAIL", "temperror"),
    // Long names: the walk skips the middle.
    ("a.b.1.2.3.4.5.6.7", "b.1.2.3.4.5.6.7 v=DMARC1; p=reject", "none"),
    ("a.b.1.2.3.4.5.6.7", "1.2.3.4.5.6.7 v=DMARC1; p=reject", "1.2.3.4.5.6.7 reject p"),
    ("a.b.c.d.1.2.3.4.5.6.7", "1.2.3.4.5.6.7 v=DMARC1; p=reject; psd=y", "1.2.3.4.5.6.7 reject p")
  ])
  func discovers(domain: DomainName, records: String, expected: String) async {
    let counter = CountingResolver(World(dmarc: records))
    let found = await DMARCPolicyDiscovery.discover(domain, resolver: counter)
    #expect(found.summary == expected)
    #expect(counter.batches.count == 1)
  }

  @Test(arguments: [
    (
      "example.com", "example.com v=DMARC1; p=none; sp=quarantine; np=reject", "example.com quarantine sp",
      "example.com reject np"
    ),
    (
      "a.example.com", "a.example.com v=DMARC1; p=none|example.com v=DMARC1; p=reject; sp=none", "example.com none sp",
      "example.com none sp"
    ),
    ("bank", "bank v=DMARC1; p=none; sp=reject; psd=y", "bank reject sp", "bank reject sp"),
    ("1.2.3.4.5.6.7.8", "1.2.3.4.5.6.7.8 v=DMARC1; p=reject", "none", "none"),
    ("example.com", "com v=DMARC1; psd=y|com SERVFAIL", "temperror", "temperror")
  ])
  func tellsWhatHappensToSubdomains(
    domain: DomainName, records: String, existing: String, nonexistent: String
  ) async throws {
    let found = await DMARCPolicyDiscovery.discover(domain, resolver: World(dmarc: records))
    #expect(found.subdomain(exists: true)?.summary == existing)
    #expect(found.subdomain(exists: false)?.summary == nonexistent)
  }
}

extension DMARCPolicyDiscovery {
  /// The result in a few words.
  var summary: String {
    guard case .known(let record) = policyRecord, case .known(let policy) = effectivePolicy else { return "temperror" }
    guard let record, let policy else { return "none" }
    return "\(record.domain) \(policy.policy) \(policy.source)" + (policy.isTesting ? " t" : "")
  }
}
