import AuditTesting
import DNS
import MailAuthentication
import Synchronization
import Testing

@Suite struct SPFTreeTests {
  /// Counts batches and questions.
  final class Counter: Resolver {
    let world: World
    let counts = Mutex<(batches: Int, questions: Int)>((0, 0))

    init(_ world: World) { self.world = world }

    func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
      counts.withLock { $0 = ($0.batches + 1, $0.questions + questions.count) }
      return await world.answers(to: questions)
    }
  }

  /// A world and what the tree says of it: nodes, counted terms, voids for IPv4 and IPv6, the default, batches.
  @Test(arguments: [
    ("@ TXT \"v=spf1 -all\"", "1 0 0 0 fail 1"),
    ("@ TXT \"v=spf1\"", "1 0 0 0 neutral 1"),
    ("@ MX 10 x", "1 0 0 0 none 1"),
    ("@ TXT SERVFAIL", "1 0 0 0 temperror 1"),
    ("@ TXT \"v=spf1 a mx ~all mx:x.example.org\"\n@ A 192.0.2.1\n@ MX 10 m\nm AAAA 2001:db8::1", "1 2 1 1 softfail 3"),
    (
      "@ TXT \"v=spf1 include:a.%{d} include:b.%{o} include:%{i}.x -all\"\na TXT \"v=spf1 include:b.example.org\"\nb TXT \"v=spf1 a:old.%{d2}\"",
      "4 6 2 2 fail 3"
    ),
    ("@ TXT \"v=spf1 redirect=a.example.org\"\na TXT \"v=spf1 ip4:192.0.2.1 ?all\"", "2 1 0 0 neutral 2"),
    ("@ TXT \"v=spf1 redirect=a.example.org\"\na A 192.0.2.1", "2 1 1 1 permerror 2"),
    ("@ TXT \"v=spf1 include:example.org -all\"", "1 1 0 0 fail 1"),
    ("@ TXT \"v=spf1 include:a.example.org a mx -all\"\na TXT \"v=spf1 +all\"", "2 1 0 0 pass 2"),
    (
      "@ TXT \"v=spf1 include:a.example.org -all\"\na TXT \"v=spf1 bogus include:b.example.org\"\nb TXT \"v=spf1\"",
      "3 2 0 0 fail 3"
    ),
    ("@ TXT \"v=spf1 a:a..b exists:x.example.org -all\"", "1 2 1 1 fail 2")
  ])
  func explores(zone: String, expected: String) async {
    let counter = Counter(World(zone, origin: "example.org"))
    let tree = await SPFTree.explore("example.org", using: counter)
    let found: [Any] = [
      tree.nodes.count, tree.worstCaseLookups, tree.voidLookups(v4: true), tree.voidLookups(v4: false),
      tree.root.defaultResult, counter.counts.withLock { $0.batches }
    ]
    #expect(found.map { "\($0)" }.joined(separator: " ") == expected)
    #expect(
      tree.root.terms.indices.map { tree.lookups(of: .init(node: 0, term: $0)) }.reduce(0, +) >= tree.worstCaseLookups)
    #expect(!tree.isTruncated)
  }

  @Test func keepsEvidence() async throws {
    let zone = """
      @ TXT "v=spf1 mx/30 include:a.example.org include:b.example.org -all"
      @ MX 20 n
      @ MX 10 m
      m A 192.0.2.9
      n A 198.51.100.7
      a TXT "v=spf1 ip4:203.0.113.0/24 -ip4:192.0.2.128/25 ?ip4:10.0.0.0/8 a:gone.example.org include:example.org"
      b TXT "v=spf1 a" "v=spf1 mx"
      b TXT "v=spf1 -all"
      """
    let tree = await SPFTree.explore("example.org", using: World(zone, origin: "example.org"))
    #expect(tree.passingNetworks.map(\.network.description) == ["192.0.2.8/30", "198.51.100.4/30", "203.0.113.0/24"])
    #expect(tree.passingIPv4Addresses == 264)
    #expect(tree.root.terms[0].exchanges == ["m.example.org", "n.example.org"])
    let gone = SPFTree.Place(node: 1, term: 3)
    #expect(tree.deadNames(of: gone) == ["gone.example.org"])
    #expect(tree.term(at: SPFTree.Place(node: 1, term: 4)).isLoop)
    #expect(tree.path(to: tree.nodes[1]) == ["example.org", "a.example.org"])
    #expect(tree.nodes[2].publication.state == .multiple(2))
    #expect(tree.countedTerms.map { tree.term(at: $0).text }.last == "include:b.example.org")
  }

  /// Trees made to hurt: every walk is bounded in nodes, questions and batches.
  @Test(arguments: [
    "* TXT \"v=spf1 include:a.%{d} include:b.%{d} include:c.%{d} include:d.%{d} -all\"",
    "* TXT \"v=spf1 redirect=a.%{d}\"",
    "* TXT \"v=spf1 \(String(repeating: "include:x.%{d} ", count: 15))\"",
    "* TXT \"v=spf1 \(String(repeating: "mx:%{d} ", count: 29))\" \"\(String(repeating: "a:b.%{d} ", count: 28))\"",
    """
    @ TXT "v=spf1 include:l1.example.org include:m1.example.org -all"
    \((1...15).flatMap { n in ["l", "m"].map { "\($0)\(n) TXT \"v=spf1 include:l\(n + 1).example.org include:m\(n + 1).example.org\"" } }.joined(separator: "\n"))
    """
  ])
  func isBounded(zone: String) async {
    let counter = Counter(World(zone, origin: "example.org"))
    let start = ContinuousClock.now
    let tree = await SPFTree.explore("a.example.org", using: counter)
    let other = await SPFTree.explore("example.org", using: counter)
    #expect(tree.nodes.count <= 128 && other.nodes.count <= 128)
    #expect(counter.counts.withLock { $0.batches } <= 2 * 24)
    #expect(counter.counts.withLock { $0.questions } <= 2 * 480)
    #expect(tree.worstCaseLookups + other.worstCaseLookups > 10)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
