import FeedbackReports

extension ExampleReport {
  /// An aggregate report about example.org; `configure` sets what is special about it.
  ///
  /// - Parameters:
  ///   - organization: who reports.
  ///   - id: the identifier of the report.
  ///   - day: the day that it is about, counted from 1 January 2026.
  ///   - records: its records.
  ///   - configure: changes the report before it is read.
  /// - Returns: the report as text, and what reading it yields.
  static func aggregate(
    _ organization: String = "receiver.example", id: String = "1", day: Int = 0,
    _ records: [AggregateRecord] = [.of("192.0.2.10", 10)], configure: (inout AggregateReport) -> Void = { _ in }
  ) -> ExampleReport {
    var report = AggregateReport()
    report.metadata.orgName = organization
    report.metadata.email = "reports@\(organization)"
    report.metadata.reportID = id
    report.metadata.begin = firstDay + day * 86_400
    report.metadata.end = firstDay + day * 86_400 + 86_399
    report.policyPublished.domain = "example.org"
    report.policyPublished.p = "none"
    report.recordCount = records.count
    report.messageCount = records.reduce(0) { $0 + $1.count }
    configure(&report)
    let source = ReportSource(file: "\(organization)!\(report.policyPublished.domain)!\(id).xml")
    let events = [.aggregateBegan(report, source)] + records.map(FeedbackEvent.record) + [.aggregateEnded(report)]
    return ExampleReport(text(report, records), events)
  }

  /// An aggregate report of these records about example.org; `configure` sets what is special about it.
  static func aggregate(
    _ records: [AggregateRecord], configure: (inout AggregateReport) -> Void = { _ in }
  ) -> ExampleReport {
    aggregate("receiver.example", records, configure: configure)
  }

  /// 1 January 2026, UTC.
  static let firstDay = 1_767_225_600

  private static func text(_ report: AggregateReport, _ records: [AggregateRecord]) -> String {
    let day = ((report.metadata.begin ?? firstDay) - firstDay) / 86_400 + 1
    let policy = report.policyPublished
    let head =
      "report \(report.metadata.reportID) of \(report.metadata.orgName) on day \(day) about \(policy.domain), "
      + "p=\(policy.p ?? "none")\(policy.sp.map { " sp=\($0)" } ?? "")"
    let deviations = report.deviations.map { "  (\($0.path) \($0.statement))" }
    let fault = report.fault.map { ["  (\($0.words))"] } ?? []
    return ([head] + records.map { "  " + $0.words } + deviations + fault).joined(separator: "\n")
  }
}

extension AggregateRecord {
  /// Messages of an address that pass in both ways, as the domain's own do; `configure` sets what is special about them.
  static func of(
    _ address: String, _ count: Int, configure: (inout AggregateRecord) -> Void = { _ in }
  ) -> AggregateRecord {
    var record = AggregateRecord()
    record.sourceIP = address
    record.count = count
    record.disposition = "none"
    record.headerFrom = "example.org"
    record.sign("example.org", "s1")
    record.send("example.org")
    configure(&record)
    return record
  }

  /// Replaces the signatures by one; a domain other than the author's is not aligned.
  mutating func sign(_ domain: String, _ selector: String, _ result: String = "pass") {
    var signature = DKIMAuthResult()
    (signature.domain, signature.selector, signature.result) = (domain, selector, result)
    dkimResults = [signature]
    dkim = result == "pass" && isAligned(domain) ? "pass" : "fail"
  }

  /// Takes all signatures away.
  mutating func unsign() {
    dkimResults = []
    dkim = "fail"
  }

  /// Replaces the envelope sender; a domain other than the author's is not aligned.
  mutating func send(_ domain: String, _ result: String = "pass") {
    var sender = SPFAuthResult()
    (sender.domain, sender.scope, sender.result) = (domain, "mfrom", result)
    spfResults = [sender]
    spf = result == "pass" && isAligned(domain) ? "pass" : "fail"
  }

  private func isAligned(_ domain: String) -> Bool { domain == headerFrom || domain.hasSuffix(".example.org") }

  /// The record in a line.
  fileprivate var words: String {
    let signatures = dkimResults.map { "d=\($0.domain) s=\($0.selector ?? "") \($0.result)" }
    let senders = spfResults.map { "SPF \($0.domain) \($0.result)" }
    let reasons = reasons.map { "override \($0.type)" }
    let facts = (signatures.isEmpty ? ["unsigned"] : signatures) + senders + reasons
    return "\(sourceIP): \(count) messages, \(facts.joined(separator: ", ")), disposition \(disposition ?? "missing")"
  }
}
