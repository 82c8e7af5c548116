import Testing

/// The DMARC suites of mailauth (dmarc-mailauth-js).
@Suite struct DMARCMailauthTests {
  /// Expectations that are not those of RFC 9989, or not about DMARC: case, path, reason.
  static let deviations: [String: (paths: Set<String>, reason: String)] = [
    "9989-05": (
      ["status.result", "!result"],
      "RFC 9989 §4.10 step 2 discards both records and goes on with the walk: the parent's p=none applies"
    ),
    "9989-20": (["!result"], "pct is kept as evidence of what was published; RFC 9989 §9.3 takes its effect only"),
    "verify-05": (["error"], "the words of the error are mailauth's own"),
    "verify-28": (["status.comment"], "ARC is no part of DMARC (RFC 9989)"),
    "verify-29": (["alignment.dkim.underSized"], "l= is judged by DKIM (RFC 6376 §8.2), not by DMARC"),
    "get-09": (["\"function\""], "a JavaScript type"), "get-10": (["\"function\""], "a JavaScript type"),
    "get-11": (["pct"], "an invalid pct counts as its default, 100 (RFC 7489 §6.3)"),
    "get-14": (["false"], "a part without a tag name is dropped with a fault (RFC 9989 §4.8)")
  ]

  @Test(
    ConformanceSuites.available("dmarc-mailauth-js", cases: 83),
    arguments: [("rfc9989-compliance", 27), ("dmarc-verify", 33), ("get-dmarc-record", 23)])
  func agrees(file: String, count: Int) async throws {
    struct Suite: Decodable { let cases: [DMARCSuiteCase] }
    let suite = try ConformanceSuites.decode(Suite.self, from: "dmarc-mailauth-js/\(file).json")
    #expect(suite.cases.count == count)
    for test in suite.cases {
      let values = try await test.values()
      let failing = Set(test.expect.filter { !$0.holds(in: values) }.map(\.path))
      #expect(failing == Self.deviations[test.id]?.paths ?? [], "\(test.id) \(test.title): \(values)")
    }
  }
}
