import AuditModel
import AuditTesting
import DNS
import MailAuthentication
import Testing

@testable import Audit

@Suite("Equivalence of SPF records") struct SPFEquivalenceTests {
  private func answer(_ old: String, _ new: String, beside: String = "") async throws -> SPFEquivalence.Answer {
    let domain: DomainName = "example.org"
    let worlds = [old, new].map { World("$ORIGIN example.org.\n$TTL 60\n@ TXT \"\($0)\"\n" + beside + "\n") }
    return await SPFEquivalence(
      domain: domain, old: (SPFTree.explore(domain, using: worlds[0]), worlds[0]),
      new: (SPFTree.explore(domain, using: worlds[1]), worlds[1])
    ).answer()
  }

  @Test(arguments: [
    ("v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.7 -all", "v=spf1 ip4:192.0.2.0/24 -all"),
    ("v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.128/25 -all", "v=spf1 ip4:192.0.2.0/24 -all"),
    ("v=spf1 ip6:2001:db8::/33 ip6:2001:db8:8000::/33 ~all", "v=spf1 ip6:2001:db8::/32 ~all"),
    ("v=spf1 a ip4:0.0.0.0/0 -all", "v=spf1 ip4:0.0.0.0/0 -all"),
    ("v=spf1 ?ip4:192.0.2.1 ip4:192.0.2.1 -all", "v=spf1 ?ip4:192.0.2.1 -all")
  ])
  func areTheSame(old: String, new: String) async throws {
    let answer = try await answer(old, new, beside: "@ A 198.51.100.1")
    guard case .same(let comparison) = answer else { return #expect(Bool(false), "\(answer)") }
    #expect(comparison.same >= 4 && comparison.errors == 0)
  }

  /// Every address at which a block of either record begins or ends, those beside them, and the ends of both families.
  @Test func comparesAtEveryLimitOfBoth() async throws {
    let texts = ["v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 a ip6:2001:db8::/127 -all"]
    var trees: [SPFTree] = []
    for text in texts {
      let world = World("$ORIGIN example.org.\n$TTL 60\n@ TXT \"\(text)\"\n@ A 198.51.100.9\n")
      trees.append(await SPFTree.explore("example.org", using: world))
    }
    #expect(
      SPFEquivalence.addresses(of: trees).map(\.description) == [
        "0.0.0.0", "192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0", "198.51.100.8", "198.51.100.9",
        "198.51.100.10", "255.255.255.255", "::", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::",
        "2001:db8::1", "2001:db8::2", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
      ])
  }

  /// An error is no statement about an address: where there is nothing else, nothing is shown.
  @Test func errorsProveNothing() async throws {
    let all = try await answer("v=spf1 include:gone.example.org ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all")
    guard case .notComparable(let reason) = all else { return #expect(Bool(false), "\(all)") }
    #expect(reason.contains("error for every address"))
    let some = try await answer("v=spf1 ip4:192.0.2.1 include:gone.example.org -all", "v=spf1 ip4:192.0.2.1 -all")
    #expect(some == .same(Proposal.SPFComparison(same: 1, errors: 6)))
  }

  @Test(arguments: [
    ("v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.0/25 -all"),
    ("v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.0/24 ip4:192.0.3.0 -all"),
    ("v=spf1 ip6:2001:db8::1 -all", "v=spf1 ip6:2001:db8::2 -all"),
    ("v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.0/24 -all"),
    ("v=spf1 ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 ~all")
  ])
  func differ(old: String, new: String) async throws {
    guard case .differs = try await answer(old, new) else { return #expect(Bool(false), "\(old)") }
  }

  @Test(arguments: [
    "v=spf1 ptr -all", "v=spf1 exists:e.example.org -all", "v=spf1 include:%{i}.example.org -all",
    "v=spf1 a:slow.example.org -all"
  ])
  func cannotBeCompared(old: String) async throws {
    let answer = try await answer(old, "v=spf1 -all", beside: "slow A TIMEOUT\nslow AAAA TIMEOUT")
    guard case .notComparable = answer else { return #expect(Bool(false), "\(answer)") }
  }

  /// A record of far more blocks than anybody can publish is given up.
  @Test func manyBlocksAreGivenUp() async throws {
    let blocks = (0..<250).map { "ip4:10.\($0).0.0/24" }.joined(separator: " ")
    let old = "v=spf1 " + (0..<5).map { "include:s\($0).example.org" }.joined(separator: " ") + " -all"
    let many = (0..<5).map { index in
      "s\(index) TXT " + Self.strings("v=spf1 " + blocks.replacing("ip4:10", with: "ip4:\(10 + index)") + " -all")
    }.joined(separator: "\n")
    guard case .notComparable(let reason) = try await answer(old, "v=spf1 -all", beside: many) else {
      return #expect(Bool(false))
    }
    #expect(reason.contains("limits of blocks"))
  }

  private static func strings(_ text: String) -> String {
    var (rest, strings): (Substring, [String]) = (text[...], [])
    while !rest.isEmpty {
      strings.append("\"\(rest.prefix(200))\"")
      rest = rest.dropFirst(200)
    }
    return strings.joined(separator: " ")
  }
}
