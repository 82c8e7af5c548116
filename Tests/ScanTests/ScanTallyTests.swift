import AuditModel
import Testing

@testable import Scan

/// What results come to, and what differs between two of them.
@Suite struct ScanTallyTests {
  static func record(
    _ domain: String, _ grade: String = "B", _ verdicts: [(String, Verdict)] = [], policies: [String: String] = [:]
  ) -> ScanRecord {
    var record = ScanRecord()
    (record.domain, record.grade, record.policies) = (domain, grade, policies)
    record.verdicts = verdicts.map { (check: $0.0, verdict: $0.1) }
    record.findings = verdicts.filter { $0.1 >= .unknown }.map { .init(check: $0.0, statement: "of \(domain)") }
    (record.areas, record.questions) = (["spf": grade], 10)
    return record
  }

  static let records = (0..<200).map { number in
    record(
      "n\(number).example", number % 3 == 0 ? "F" : "B",
      [
        ("A-ONE", number % 3 == 0 ? .fail : .pass), ("A-TWO", number % 5 == 0 ? .warn : .pass),
        ("A-NONE", .notApplicable)
      ],
      policies: ["dmarc": number % 2 == 0 ? "reject" : "absent"])
  }

  /// Whoever ends first, the summary is the same.
  @Test func orderDoesNotMatter() {
    var (first, second) = (ScanTally(), ScanTally())
    for record in Self.records { first.add(record) }
    for record in Self.records.reversed() { second.add(record) }
    #expect(first.domains == 200 && first.questions == 2_000)
    #expect(first.grades.ordered.map(\.word) == ["B", "F"])
    #expect(first.policies["dmarc"]?.numbers == ["reject": 100, "absent": 100])
    #expect(first.checks.map(\.defects) == [67, 40, 0])
    #expect(first.checks == second.checks && first.worst == second.worst && first.areas == second.areas)
    #expect(first.worst.count == 20 && first.worst.allSatisfy { $0.grade == "F" && $0.fails == 1 })
    #expect(first.checks[0].examples.count == 3 && first.checks[0].examples[0].statement.hasPrefix("of n"))
  }

  /// What a stranger wrote into a file that is continued makes nothing grow.
  @Test func memoryIsBounded() {
    var tally = ScanTally()
    for number in 0..<5_000 {
      var record = Self.record("n\(number).example", "grade \(number)", [("CHECK-\(number)", .fail)])
      record.areas = ["area \(number)": "A"]
      record.policies = ["policy \(number)": "x"]
      tally.add(record)
    }
    #expect(tally.checks.count == 1_000 && tally.areas.count == 64 && tally.policies.count == 64)
    #expect(tally.grades.numbers.count <= 33 && tally.grades.total == 5_000)
  }

  @Test func linesAreReadBack() throws {
    let line = """
      {"schema":"mailaudit-scan-1","domain":"a.example","grade":"C?","areas":{"spf":"C?"},"policies":{"spf":"-all"},\
      "verdicts":{"SPF-X":"fail","SPF-Y":"pass"},"findings":[{"check":"SPF-X","statement":"bad \\"thing\\"","more":[1]}],\
      "questions":25,"failures":1,"tries":2,"report":{"domain":"other.example","deep":[[{}]]}}
      """
    let record = try #require(ScanRecord(line: Array(line.utf8)))
    #expect(record.key == "a.example" && record.grade == "C?" && record.areas == ["spf": "C?"])
    #expect(record.verdicts.map(\.verdict) == [.fail, .pass])
    #expect(record.findings == [.init(check: "SPF-X", statement: "bad \"thing\"")])
    #expect(record.questions == 25 && record.failures == 1 && record.tries == 2)
    for cut in 0..<line.utf8.count { #expect(ScanRecord(line: Array(line.utf8.prefix(cut))) == nil) }
  }

  @Test(
    arguments: [
      "", "{}", "null", "[1]", "{\"schema\":\"mailaudit-report-1\",\"domain\":\"a.example\"}",
      "{\"schema\":\"mailaudit-scan-1\"}", "{\"schema\":\"mailaudit-scan-1\",\"domain\":1}",
      "{\"schema\":\"mailaudit-scan-1\",\"domain\":\"a.example\"} x"
    ])
  func otherLinesAreNone(line: String) { #expect(ScanRecord(line: Array(line.utf8)) == nil) }

  @Test func oddMembersDoNoHarm() throws {
    let line = """
      {"schema":"mailaudit-scan-1","domain":"a.example","grade":7,"areas":[],"policies":"x","verdicts":[1,[2]],\
      "findings":{"a":1},"questions":"many","failures":1e999,"tries":{}}
      """
    let record = try #require(ScanRecord(line: Array(line.utf8)))
    #expect(record.areas.isEmpty && record.questions == 0 && record.verdicts.isEmpty)
  }
}

@Suite struct ScanComparisonTests {
  private static func record(_ verdict: Verdict, grade: String = "B", dmarc: String = "none") -> ScanRecord {
    ScanTallyTests.record("a.example", grade, [("DMARC-X", verdict)], policies: ["dmarc": dmarc])
  }

  static let cases: [(ScanRecord?, ScanRecord?, ScanComparison.Kind?)] = [
    (nil, record(.pass), .new), (record(.pass), nil, .gone), (record(.pass), record(.pass), nil),
    (record(.pass), record(.fail), .changed), (record(.pass), record(.unknown), .unseen),
    (record(.pass), record(.unknown, dmarc: "unknown"), .unseen),
    (record(.pass), record(.unknown, dmarc: "absent"), .changed),
    (record(.unknown), record(.pass), .seen), (record(.unknown, dmarc: "unknown"), record(.fail), .seen),
    (record(.unknown), record(.unknown), nil), (record(.unknown, dmarc: "reject"), record(.pass), .changed),
    (record(.pass, dmarc: "unknown"), record(.unknown), .unseen),
    (record(.pass), record(.pass, grade: "C"), .changed), (record(.pass), record(.pass, grade: "B?"), .unseen),
    // A grade that is worse only for what could not be seen is no change, whatever the letters say.
    (record(.fail, grade: "F"), record(.unknown, grade: "A?"), .unseen),
    (record(.unknown, grade: "A?"), record(.fail, grade: "F"), .seen)
  ]

  /// Grades alone: a question mark stands for everything that is worse.
  static let grades: [(String, String, ScanComparison.Kind?)] = [
    ("A", "A", nil), ("A", "B", .changed), ("-", "A", .changed), ("B", "-", .changed), ("A", "A?", .unseen),
    ("A?", "A", .seen), ("A?", "C", .seen), ("C", "A?", .unseen), ("B?", "A", .changed), ("A", "B?", .changed),
    ("B?", "C?", .unseen), ("?", "F", .seen), ("F", "?", .unseen), ("-", "?", .unseen), ("-", "A?", .changed),
    ("", "A", nil), ("A", "", nil)
  ]

  @Test(arguments: grades)
  func gradesAlone(before: String, after: String, kind: ScanComparison.Kind?) {
    let records = [before, after].map { ScanTallyTests.record("a.example", $0, []) }
    #expect(ScanComparison(before: records[0], after: records[1])?.kind == kind)
    let areas = [before, after].map { grade in
      var record = ScanTallyTests.record("a.example", "", [])
      record.areas = ["spf": grade]
      return record
    }
    #expect(ScanComparison(before: areas[0], after: areas[1])?.kind == kind)
  }

  /// SPF-TEMPERROR says that questions failed, and fails for it.
  @Test func temporaryErrorsAreNoChange() {
    let records = [Verdict.pass, .fail].map { ScanTallyTests.record("a.example", "A", [("SPF-TEMPERROR", $0)]) }
    #expect(ScanComparison(before: records[0], after: records[1])?.kind == .unseen)
    #expect(ScanComparison(before: records[1], after: records[0])?.kind == .seen)
  }

  @Test func gradesForOtherGoalsAreNotCompared() {
    var (before, after) = (Self.record(.pass, grade: "A"), Self.record(.pass, grade: "D"))
    (before.goal, after.goal, after.areas) = ("send", "receive", before.areas)
    #expect(ScanComparison(before: before, after: after) == nil)
    after.goal = "send"
    #expect(ScanComparison(before: before, after: after)?.kind == .changed)
  }

  @Test(arguments: cases.indices)
  func kinds(index: Int) {
    let (before, after, kind) = Self.cases[index]
    #expect(ScanComparison(before: before, after: after)?.kind == kind)
  }

  @Test func whatOnlyOneLookedAtIsNotCompared() {
    var before = Self.record(.pass)
    before.verdicts.append((check: "OLD-X", verdict: .fail))
    #expect(ScanComparison(before: before, after: Self.record(.pass)) == nil)
  }
}
