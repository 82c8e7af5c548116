import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct DMARCEvaluationTests {
  /// Author domain, records, identifiers as `mechanism domain outcome`, then result and disposition.
  @Test(arguments: [
    ("example.com", "example.com v=DMARC1; p=reject", "dkim example.com pass", "pass none"),
    ("example.com", "example.com v=DMARC1; p=reject", "dkim example.com fail", "fail reject"),
    ("example.com", "example.com v=DMARC1; p=reject", "spf bounce.example.com pass", "pass none"),
    ("example.com", "example.com v=DMARC1; p=reject; aspf=s", "spf bounce.example.com pass", "fail reject"),
    ("example.com", "example.com v=DMARC1; p=reject; aspf=s", "dkim mail.example.com pass", "pass none"),
    (
      "example.com", "example.com v=DMARC1; p=quarantine", "dkim example.net pass,spf example.net pass",
      "fail quarantine"
    ),
    ("example.com", "example.com v=DMARC1; p=reject", "", "fail reject"),
    ("example.com", "", "dkim example.com pass", "none none"),
    ("example.com", "example.com v=DMARC1", "dkim example.com pass", "none none"),
    ("example.com", "example.com SERVFAIL", "dkim example.com pass", "temperror none"),
    ("example.com", "example.com v=DMARC1; p=reject", "dkim example.com temperror", "temperror none"),
    ("example.com", "example.com v=DMARC1; p=reject", "dkim example.net temperror", "fail reject"),
    ("example.com", "example.com v=DMARC1; p=reject|example.net SERVFAIL", "dkim example.net pass", "temperror none"),
    ("example.com", "example.com v=DMARC1; p=reject|com SERVFAIL", "dkim example.com pass", "pass none"),
    // Siblings under a public suffix do not align, names under one organization do.
    (
      "giant.bank.example", "bank.example v=DMARC1; p=reject; psd=y", "dkim mega.bank.example pass", "fail reject"
    ),
    (
      "giant.bank.example", "bank.example v=DMARC1; p=reject; psd=y", "dkim mail.giant.bank.example pass", "pass none"
    ),
    // A domain with psd=n is an organization of its own.
    (
      "example.com", "example.com v=DMARC1; p=reject|shop.example.com v=DMARC1; psd=n", "dkim shop.example.com pass",
      "fail reject"
    )
  ])
  func evaluates(author: DomainName, records: String, identifiers: String, expected: String) async throws {
    let world = World(dmarc: records)
    let discovery = await DMARCPolicyDiscovery.discover(author, resolver: world)
    var list: [DMARCIdentifier] = []
    for text in identifiers.split(separator: ",") {
      let parts = text.split(separator: " ").map(String.init)
      let domain = try #require(DomainName(parts[1]))
      let outcome: DMARCIdentifier.Outcome =
        parts[2] == "pass" ? .pass : parts[2] == "temperror" ? .temporaryError : .fail
      let walk = await DMARCTreeWalk.walk(from: domain, resolver: world)
      list.append(
        DMARCIdentifier(
          parts[0] == "spf" ? .spf : .dkim, domain, outcome, organizationalDomain: walk.organizationalDomain))
    }
    let evaluation = DMARCEvaluation(discovery, identifiers: list)
    #expect("\(evaluation.result) \(evaluation.disposition)" == expected)
  }

  /// The rows of the table of differences between RFC 7489 and RFC 9989.
  @Test(arguments: [
    ("example.com", "example.com v=DMARC1; p=reject", "agree"),
    ("a.example.com", "example.com v=DMARC1; p=reject; sp=none", "agree"),
    ("a.example.com", "", "agree"),
    (
      "x.dept.example.com", "dept.example.com v=DMARC1; p=reject",
      "org dept.example.com example.com, record dept.example.com -, policy reject -"
    ),
    (
      "x.dept.example.com", "dept.example.com v=DMARC1; p=reject; psd=n|example.com v=DMARC1; p=none",
      "org dept.example.com example.com, record dept.example.com example.com, policy reject none"
    ),
    (
      "shop.github.io", "github.io v=DMARC1; p=reject",
      "org github.io shop.github.io, record github.io -, policy reject -"
    ),
    ("example.com", "example.com v=DMARC1; rua=mailto:a@example.com", "agree"),
    ("example.com", "example.com v=DMARC1; p=reject; pct=20", "sampling 20"),
    ("example.com", "example.com v=DMARC1; p=none; pct=20", "agree"),
    ("example.com", "example.com v=DMARC1; p=reject; t=y", "policy quarantine reject"),
    ("a.example.com", "example.com v=DMARC1; p=none; np=reject", "policy reject none"),
    (
      "a.example.com", "a.example.com v=DMARC1; p=none|a.example.com v=DMARC1|example.com v=DMARC1; p=reject",
      "record example.com -, policy reject -"
    ),
    ("example.com", "com v=DMARC1; p=reject", "org com example.com, record com -, policy reject -"),
    ("a.example.com", "example.com SERVFAIL", "undecided")
  ])
  func comparesWithTheFormerStandard(domain: DomainName, records: String, expected: String) async {
    let world = World(dmarc: records)
    let new = await DMARCPolicyDiscovery.discover(domain, resolver: world)
    let old = await DMARC7489Discovery.discover(new.walk, list: .shipped, resolver: world)
    let name = { (name: DomainName?) in name?.description ?? "-" }
    let policy = { (policy: DMARCPolicy?) in policy?.description ?? "-" }
    guard case .known(let differences) = DMARCDivergence.between(new, old) else {
      #expect(expected == "undecided")
      return
    }
    let words = differences.map { difference in
      switch difference {
      case .organizationalDomain(let a, let b): "org \(a) \(b)"
      case .policyDomain(let a, let b): "record \(name(a)) \(name(b))"
      case .effectivePolicy(let a, let b): "policy \(policy(a)) \(policy(b))"
      case .sampling(let percentage): "sampling \(percentage)"
      }
    }
    #expect((words.isEmpty ? "agree" : words.joined(separator: ", ")) == expected)
  }

  @Test func theFormerStandardAsksBeyondTheWalk() async {
    // Nine labels below a suffix of many labels: the walk has not been at the registrable domain.
    let domain: DomainName = "a.b.1.2.3.4.5.6.7.8.compute.amazonaws.com.cn"
    let world = World(dmarc: "")
    let new = await DMARCPolicyDiscovery.discover(domain, resolver: world)
    let old = await DMARC7489Discovery.discover(new.walk, list: .shipped, resolver: world)
    #expect(old.policy == .known(nil))
    #expect(domain.isEqual(toOrBelow: old.organizationalDomain))
  }
}
