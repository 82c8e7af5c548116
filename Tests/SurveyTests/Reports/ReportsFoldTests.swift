import DNS
import FeedbackReports
import Testing

@testable import Checks
@testable import Survey

/// Reports are added up once each, whatever order and state they come in.
@Suite struct ReportsFoldTests {
  private func survey(_ reports: [ExampleReport], _ options: ReportsOptions = ReportsOptions()) -> ReportsSurvey {
    var survey = ReportsSurvey(options: options)
    for event in reports.flatMap(\.events) { survey.take(event) }
    return survey
  }

  private func total(_ survey: ReportsSurvey) -> Int { survey.aggregates.domains.reduce(0) { $0 + $1.messages.total } }

  @Test func addsUp() throws {
    let survey = survey([
      .aggregate(id: "1", [.of("192.0.2.10", 10), .stranger(5)]),
      .aggregate("other.example", id: "1", day: 1, [.of("192.0.2.10", 20)])
    ])
    let domain = try #require(survey.aggregates.domains.first)
    #expect(survey.aggregates.counted == 2 && survey.aggregates.recordCount == 3)
    #expect(domain.messages.total == 35 && domain.messages.failing == 5 && domain.messages.spf == 30)
    #expect(domain.sources.map(\.messages.total) == [30, 5])
    #expect(domain.days.days.map(\.messages.total) == [15, 20])
    #expect(domain.reporters.map(\.messages.total) == [15, 20])
    #expect(domain.begin == ExampleReport.firstDay && domain.end == ExampleReport.firstDay + 2 * 86_400 - 1)
  }

  @Test func countsCopiesOnce() {
    let survey = survey([.aggregate(), .aggregate(), .aggregate([.of("192.0.2.10", 11)])])
    #expect(total(survey) == 10)
    #expect(survey.aggregates.repeats.sameCount == 1 && survey.aggregates.repeats.differingCount == 1)
    #expect(survey.aggregates.leftOut.repeated == 2)
  }

  @Test func copiesInAnotherOrderAreTheSame() {
    let records = [AggregateRecord.of("192.0.2.10", 10), .stranger(5)]
    let survey = survey([.aggregate(records), .aggregate(records.reversed())])
    #expect(total(survey) == 15 && survey.aggregates.repeats.sameCount == 1)
  }

  /// What a report that was cut off told counts; a whole copy then adds the rest, and nothing twice.
  @Test func goesOnWhereAFirstCopyEnded() {
    let records = [AggregateRecord.of("192.0.2.10", 10), .stranger(5), .of("192.0.2.11", 1)]
    let cut = ExampleReport.aggregate(Array(records.prefix(1))) { $0.fault = ReportFault(.xml("cut off")) }
    #expect(total(survey([cut])) == 10)
    let both = survey([cut, .aggregate(records)])
    #expect(total(both) == 16 && both.aggregates.recordCount == 3 && both.aggregates.counted == 1)
    #expect(both.aggregates.flaws.brokenCount == 1)
    // A copy that begins otherwise adds nothing.
    let other = survey([cut, .aggregate([.of("192.0.2.12", 7), .stranger(5)])])
    #expect(total(other) == 10 && other.aggregates.repeats.differingCount == 1)
  }

  @Test func leavesOutWhatIsNotWanted() throws {
    var options = ReportsOptions()
    options.since = ExampleReport.firstDay + 86_400
    let late = survey([.aggregate(id: "1"), .aggregate(id: "2", day: 1)], options)
    #expect(late.aggregates.counted == 1 && late.aggregates.leftOut.older == 1)
    options = ReportsOptions()
    options.domains = ["news.example.org"]
    let news = survey(
      [.aggregate([.of("192.0.2.10", 10), .of("192.0.2.10", 3) { $0.headerFrom = "news.example.org" }])], options)
    #expect(total(news) == 3)
    options.domains = ["example.net"]
    #expect(survey([.aggregate()], options).aggregates.leftOut.otherDomain == 1)
  }

  @Test func whatEarlierRunsKeptCountsOnce() throws {
    var survey = ReportsSurvey()
    for event in ExampleReport.aggregate(id: "1").events { survey.takeKept(event) }
    let given: [ExampleReport] = [.aggregate(id: "1"), .aggregate(id: "2", day: 1)]
    for event in given.flatMap(\.events) { survey.take(event) }
    #expect(survey.aggregates.leftOut.countedBefore == 1 && total(survey) == 20)
    #expect(survey.aggregates.kept == 1 && survey.aggregates.counted == 1 && survey.aggregates.recordCount == 1)
    #expect(survey.aggregates.repeats.sameCount == 0 && survey.given.aggregates == 2)
    #expect(survey.aggregates.domains[0].days.days.count == 2)
    for event in ExampleReport.aggregate(id: "1", [.of("192.0.2.10", 11)]).events { survey.take(event) }
    #expect(survey.aggregates.repeats.differingCount == 1 && total(survey) == 20)
  }

  @Test func theLatestDaysAreKept() {
    var tallies = DayTallies()
    for day in [3, 1, 2, 5, 0, 4] { tallies.take(.of("192.0.2.10", 1), begin: day * 86_400, limit: 3) }
    #expect(tallies.days.map(\.day) == [3, 4, 5])
    #expect(tallies.undated.total == 3)
    var days: [SourceDay] = []
    for day in (0..<70).reversed() + [80] { SourceDay.take(.of("192.0.2.10", 1), begin: day * 86_400, into: &days) }
    #expect(days.map(\.day).max() == 80 && days.map(\.day).min() == 9 && days.count == ReportLimits.daysOfSource)
  }

  @Test func spansThatOverlapAreNoticed() {
    func relations(_ spans: [Range<Int>]) -> [SpanSet.Relation] {
      var set = SpanSet()
      return spans.map { set.take($0) }
    }
    #expect(relations([0..<86_399, 86_400..<172_799, 86_400..<172_799]) == [.apart, .apart, .same])
    #expect(relations([0..<86_400, 86_399..<172_800]) == [.apart, .apart])
    #expect(relations([0..<86_400, 43_200..<129_600]) == [.apart, .overlapping])
  }

  @Test func inventedNumbersBreakNothing() {
    var survey = ReportsSurvey()
    let records = [AggregateRecord.of("192.0.2.10", .max), .of("192.0.2.10", .max), .of("nonsense", -5), .of("", 1)]
    for (begin, end) in [(Int.min, Int.max), (.max, .min), (0, .max), (.max, .max)] {
      var report = AggregateReport()
      (report.metadata.begin, report.metadata.end, report.metadata.reportID) = (begin, end, "\(begin)-\(end)")
      report.policyPublished.domain = "example.org"
      let name = "r!example.org!9223372036854775807!-9223372036854775807.xml"
      survey.take(.aggregateBegan(report, ReportSource(file: name)))
      for record in records { survey.take(.record(record)) }
      survey.take(.aggregateEnded(report))
    }
    #expect(total(survey) == .max && survey.aggregates.counted == 4)
    #expect(survey.pictures.first?.sources.count == 3)
    for check in Catalogue.reportsChecks { _ = check.judge(survey) }
  }

  @Test func sourcesBeyondTheLimitAreCountedTogether() throws {
    let count = ReportLimits.sources + 5
    let records = (0..<count).map { AggregateRecord.of("2001:db8::\(String($0, radix: 16))", 1) }
    let survey = survey([.aggregate(records)])
    let domain = try #require(survey.aggregates.domains.first)
    #expect(domain.sources.count == ReportLimits.sources && domain.furtherSources.total == 5)
    #expect(domain.messages.total == count)
  }

  @Test func sameReportsGiveTheSamePicture() {
    let reports = (0..<20).map {
      ExampleReport.aggregate("r\($0).example", day: $0, [.of("192.0.2.\($0)", $0), .stranger(1)])
    }
    let (first, second) = (survey(reports), survey(reports.reversed()))
    #expect(
      first.pictures.map { $0.sources.map(\.addressText) } == second.pictures.map { $0.sources.map(\.addressText) })
  }
}
