import FeedbackReports
import SQLiteKit
import Testing

@testable import History

/// What receivers reported, kept from run to run.
@Suite struct ReportKeeperTests {
  static let day = 1_767_225_600

  static func report(_ id: String, of organization: String = "receiver.example", day: Int = 0) -> AggregateReport {
    var report = AggregateReport()
    (report.metadata.orgName, report.metadata.reportID) = (organization, id)
    (report.metadata.begin, report.metadata.end) = (Self.day + day * 86_400, Self.day + day * 86_400 + 86_399)
    (report.policyPublished.domain, report.policyPublished.p) = ("example.org", "none")
    report.policyPublished.testing = ""
    return report
  }

  static func record(_ address: String, _ count: Int) -> AggregateRecord {
    var record = AggregateRecord()
    (record.sourceIP, record.count, record.headerFrom) = (address, count, "example.org")
    (record.dkim, record.spf, record.envelopeFrom) = ("fail", "pass", "")
    record.reasons = [PolicyOverrideReason(type: "local_policy", comment: "arc=pass\n3:x")]
    var signature = DKIMAuthResult()
    (signature.domain, signature.result, signature.humanResult) = ("example.net", "pass", "good")
    record.dkimResults = [signature, signature]
    var sender = SPFAuthResult()
    (sender.domain, sender.scope, sender.result) = ("example.org", "mfrom", "pass")
    record.spfResults = [sender]
    return record
  }

  static func events(
    _ report: AggregateReport, _ records: [AggregateRecord], fault: ReportFault? = nil
  ) -> [FeedbackEvent] {
    var ended = report
    ended.fault = fault
    let source = ReportSource(file: "report.xml")
    return [.aggregateBegan(report, source)] + records.map(FeedbackEvent.record) + [.aggregateEnded(ended)]
  }

  static func keep(_ events: [FeedbackEvent], in history: History) throws {
    let keeper = try ReportKeeper(history)
    for event in events { try keeper.take(event) }
  }

  /// The records that come back, by report.
  static func recalled(_ history: History, since time: Int = 0) throws -> [String: [AggregateRecord]] {
    var (found, current) = ([String: [AggregateRecord]](), "")
    try history.recall(since: time) { event in
      switch event {
      case .aggregateBegan(let report, _):
        current = report.metadata.reportID
        found[current] = []
      case .record(let record): found[current]?.append(record)
      default: break
      }
    }
    return found
  }

  @Test func aReportComesBackAsItWas() throws {
    let history = try History(.memory)
    let (report, records) = (Self.report("1"), [Self.record("192.0.2.1", 5), Self.record("2001:db8::1", 0)])
    try Self.keep(Self.events(report, records), in: history)
    var events: [FeedbackEvent] = []
    try history.recall(since: 0) { events.append($0) }
    guard events.count == 4, case .aggregateBegan(let head, _) = events[0], case .record(let first) = events[1],
      case .record(let second) = events[2], case .aggregateEnded(let end) = events[3]
    else { throw SQLiteError(.other, words: "\(events)") }
    #expect(head == report && [first, second] == records)
    #expect(end.recordCount == 2 && end.messageCount == 5 && end.fault == nil)
  }

  @Test func aReportIsKeptOnce() throws {
    let history = try History(.memory)
    let events = Self.events(Self.report("1"), [Self.record("192.0.2.1", 5)])
    for _ in 1...3 { try Self.keep(events + events, in: history) }
    // Case does not tell reporters apart; what has no identifier is told by its span.
    try Self.keep(Self.events(Self.report("1", of: "Receiver.Example"), [Self.record("192.0.2.1", 5)]), in: history)
    for day in [1, 1, 2] { try Self.keep(Self.events(Self.report("", day: day), []), in: history) }
    #expect(try history.reportCount() == 3)
    #expect(try Self.recalled(history)["1"]?.count == 1)
  }

  @Test func whatBeginsAndDoesNotEndIsNotKept() throws {
    try TemporaryFile.use { file in
      do {
        try Self.keep(
          Array(Self.events(Self.report("1"), [Self.record("192.0.2.1", 5)]).dropLast()), in: try History(.file(file)))
      }
      #expect(try History(.existing(file)).reportCount() == 0)
    }
  }

  @Test func aWholeCopyReplacesOneThatWasCutOff() throws {
    let history = try History(.memory)
    let records = [Self.record("192.0.2.1", 1), Self.record("192.0.2.2", 2), Self.record("192.0.2.3", 3)]
    let cut = ReportFault(.xml("cut off"))
    func counts() throws -> [Int] { try #require(try Self.recalled(history)["1"]).map(\.count) }
    try Self.keep(Self.events(Self.report("1"), Array(records.prefix(2)), fault: cut), in: history)
    try Self.keep(Self.events(Self.report("1"), Array(records.prefix(1)), fault: cut), in: history)
    #expect(try counts() == [1, 2])
    try Self.keep(Self.events(Self.report("1"), records), in: history)
    #expect(try counts() == [1, 2, 3])
    try Self.keep(Self.events(Self.report("1"), [], fault: cut), in: history)
    #expect(try counts() == [1, 2, 3])
  }

  @Test func timeChooses() throws {
    let history = try History(.memory)
    for day in 0..<5 { try Self.keep(Self.events(Self.report("\(day)", day: day), [Self.record("a", 1)]), in: history) }
    #expect(try history.lastReportEnd(until: Self.day + 2 * 86_400) == Self.day + 2 * 86_400 - 1)
    #expect(try Self.recalled(history, since: Self.day + 3 * 86_400).keys.sorted() == ["3", "4"])
    #expect(try history.pruneReports(before: Self.day + 4 * 86_400) == 4)
    #expect(try Self.recalled(history).keys.sorted() == ["4"])
    #expect(try history.pruneReports(before: Self.day + 4 * 86_400) == 0)
  }

  @Test func sessionsAreKept() throws {
    let history = try History(.memory)
    var report = TLSReport()
    (report.organizationName, report.reportID, report.start, report.end) = ("receiver.example", "1", 5, 6)
    var policy = TLSReportPolicy()
    (policy.policyType, policy.policyDomain, policy.successful, policy.failed) = ("sts", "example.org", 7, 8)
    policy.policyStrings = ["mode: enforce"]
    var failure = TLSFailureDetails()
    (failure.resultType, failure.failedSessionCount, failure.receivingMXHostname) = ("x", 8, "mx.example.org")
    policy.failures = [failure]
    report.policies = [policy, policy]
    let event = FeedbackEvent.tls(report, ReportSource(file: "x"))
    try Self.keep([event, event], in: history)
    var found: [TLSReport] = []
    try history.recall(since: 0) { if case .tls(let report, _) = $0 { found.append(report) } }
    #expect(found == [report])
  }

  /// Two runs over the same files at the same time.
  @Test func twoWritersKeepEachReportOnce() async throws {
    try await TemporaryFile.use { file in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<2 {
          group.addTask {
            let keeper = try ReportKeeper(try History(.file(file)))
            for id in 0..<20 {
              for event in Self.events(Self.report("\(id)"), [Self.record("192.0.2.\(id)", id)]) {
                try keeper.take(event)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let found = try Self.recalled(try History(.existing(file)))
      #expect(found.count == 20 && found.values.allSatisfy { $0.count == 1 })
    }
  }

  /// A file of the first layout gets the tables of reports, and keeps its runs.
  @Test func anOldFileIsBroughtUpToDate() throws {
    try TemporaryFile.use { file in
      let first = SQLiteLayout(mark: SQLiteLayout.history.mark, steps: [SQLiteLayout.history.steps[0]])
      do {
        let database = try SQLiteDatabase(.file(file))
        try database.adopt(first)
        try database.run(
          """
          INSERT INTO run (target, time, tool, catalogue, goal, grade, questions, failures, milliseconds, outcomes, facts)
          VALUES ('example.org', 5, '0', '0', 'send', 'A', 1, 0, 1, '[]', '[]')
          """)
        #expect(try database.number("PRAGMA user_version") == 1)
      }
      let history = try History(.existing(file))
      #expect(try history.runs(of: "example.org").map(\.grade) == ["A"])
      try Self.keep(Self.events(Self.report("1"), [Self.record("192.0.2.1", 5)]), in: history)
      #expect(try Self.recalled(history).count == 1)
      let database = try SQLiteDatabase(.existing(file))
      #expect(try database.number("PRAGMA user_version") == 2)
      #expect(throws: SQLiteError(.tooNew(2))) { try database.adopt(first) }
    }
  }

  @Test(arguments: ["", "1:x\n", "3:a b\n1:1\n1:-\n1:-\n", "x"])
  func whatIsNotOursIsRefused(text: String) {
    #expect(AggregateReport(head: text) == nil)
    #expect(AggregateRecord(result: text) == nil)
    #expect(TLSReport(head: text) == nil)
  }

  @Test func aDamagedReportIsTold() throws {
    try TemporaryFile.use { file in
      let history = try History(.file(file))
      try Self.keep(Self.events(Self.report("1"), [Self.record("192.0.2.1", 5)]), in: history)
      try SQLiteDatabase(.existing(file)).run("UPDATE report SET head = 'nonsense'")
      let error = #expect(throws: SQLiteError.self) { try history.recall(since: 0) { _ in } }
      #expect(error?.kind == .corrupt)
    }
  }
}
