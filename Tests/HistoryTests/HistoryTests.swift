import AuditModel
import Foundation
import History
import SQLiteKit
import Testing

@Suite struct HistoryTests {
  @Test func aRunComesBackAsItWas() throws {
    let history = try History(.memory)
    let evidence = Evidence(source: "example.org TXT", excerpt: "v=spf1\n3:x", server: "192.0.2.1")
    let findings = [Finding(.fail, subject: "a", "It is 3:wrong.", evidence: [evidence, evidence], remedy: "Mend it.")]
    let report = Example.report(
      time: 5, ["A": .findings(findings), "B": .pass, "C": .notApplicable("none")],
      facts: [AuditFact(.spfLookups, "7"), AuditFact(.records, of: "example.org TXT", "")])
    let number = try history.record(report)
    let run = try #require(try history.run(number, of: "example.org"))
    #expect(run.time == 5)
    #expect(run.grade == "D")
    let whole = try history.whole(run)
    #expect(whole.outcomes.map(\.check) == ["A", "B", "C"])
    #expect(whole.outcomes.map(\.verdict) == [.fail, .pass, .notApplicable])
    #expect(whole.outcomes[0].findings == findings)
    #expect(whole.outcomes[0].level == .high)
    #expect(whole.facts == report.facts)
  }

  @Test func whatIsSaidTwiceIsStoredOnce() throws {
    try TemporaryFile.use { file in
      let history = try History(.file(file))
      for time in 1...50 {
        try history.record(Example.report(time: time, ["A": .fail("Wrong."), "B": .pass]))
      }
      let database = try SQLiteDatabase(.existing(file))
      #expect(try database.number("SELECT count(*) FROM outcome") == 2)
      #expect(try history.count(of: "example.org") == 50)
    }
  }

  @Test func pruningTakesOnlyWhatIsOldAndUnused() throws {
    try TemporaryFile.use { file in
      let history = try History(.file(file))
      try history.record(Example.report(time: 100, ["A": .fail("Old."), "B": .pass]))
      let kept = try history.record(Example.report(time: 200, ["A": .fail("New."), "B": .pass]))
      #expect(try history.prune(before: 200) == 1)
      #expect(try history.prune(before: 200) == 0)
      #expect(try history.runs().map(\.number) == [kept])
      #expect(try SQLiteDatabase(.existing(file)).number("SELECT count(*) FROM outcome") == 2)
      #expect(try history.whole(history.runs()[0]).outcomes.count == 2)
    }
  }

  @Test func spansTellFirstAndLast() throws {
    let history = try History(.memory)
    for (time, key) in [(10, "aa"), (20, "aa"), (30, "bb")] {
      try history.record(Example.report(time: time, [:], facts: [AuditFact(.dkimKey, of: "s1", key)]))
    }
    let spans = try history.spans(of: "example.org", kinds: [.dkimKey])
    #expect(spans.map(\.fact.value) == ["aa", "bb"])
    #expect(spans.map(\.first) == [10, 30])
    #expect(spans.map(\.last) == [20, 30])
    #expect(try history.spans(of: "example.net", kinds: [.dkimKey]).isEmpty)
  }

  @Test func theLastPolicyIsOneThatWasSeenWithItsID() throws {
    let history = try History(.memory)
    #expect(try history.lastPolicy(of: "example.org") == nil)
    try history.record(
      Example.report(time: 10, [:], facts: [AuditFact(.mtaSTSID, "1"), AuditFact(.mtaSTSPolicy, "aa")]))
    try history.record(Example.report(time: 20, [:], facts: [AuditFact(.mtaSTSID, "2")]))
    let policy = try #require(try history.lastPolicy(of: "example.org"))
    #expect(policy == ("1", "aa", 10))
  }

  @Test func gradesAreToldWhenTheyChange() throws {
    let history = try History(.memory)
    for (time, judgement) in [(1, Judgement.pass), (2, .pass), (3, .fail("Wrong.")), (4, .pass)] {
      try history.record(Example.report(time: time, ["A": judgement]))
    }
    let changes = try history.gradeChanges(of: "example.org")
    #expect(changes.map(\.time) == [1, 3, 4])
    #expect(changes.map(\.grade) == ["A", "D", "A"])
  }

  /// Each connection is what a process would have: SQLite locks by file.
  @Test func manyWritersLoseNothing() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "history.db").path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let history = try History(.file(file))
          for time in 0..<10 { try history.record(Example.report(time: time, ["A": .fail("\(writer) \(time)")])) }
        }
      }
      try await group.waitForAll()
    }
    let history = try History(.existing(file))
    #expect(try history.count() == 40)
    for run in try history.runs() { #expect(try history.whole(run).outcomes.count == 1) }
  }

  @Test func aFullDiskIsSaidAndLosesNothing() throws {
    try TemporaryFile.use { file in
      let history = try History(.file(file))
      try history.record(Example.report(time: 1, ["A": .pass]))
      try history.limitPages(to: 1)
      let long = String(repeating: "long ", count: 20_000)
      let error = #expect(throws: SQLiteError.self) {
        try history.record(Example.report(time: 2, ["A": .fail(long)]))
      }
      #expect(error?.kind == .full)
      #expect(try history.count() == 1)
    }
  }

  @Test func tenThousandRunsStayQuick() throws {
    let history = try History(.memory)
    let checks = Dictionary(uniqueKeysWithValues: (0..<100).map { (CheckID(rawValue: "C\($0)"), Judgement.pass) })
    for time in 0..<200 { try history.record(Example.report(time: time, checks)) }
    try history.multiply(to: 10_000)
    let clock = ContinuousClock()
    let time = try clock.measure {
      #expect(try history.runs(of: "example.org", limit: 20).count == 20)
      #expect(try history.count() >= 10_000)
      try history.record(Example.report(time: 99_999, checks))
      _ = try history.gradeChanges(of: "example.org")
    }
    // It takes some 10 ms; a machine that does much else takes longer.
    #expect(time < .seconds(2))
  }
}
