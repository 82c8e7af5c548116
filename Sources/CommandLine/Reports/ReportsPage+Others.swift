import Checks
import Reporting
import Survey

extension TextPage {
  /// So many rows of a table are shown unless everything is wanted.
  private static let usualRows = 8

  /// Sessions of TLS reports: by policy, what failed and what to do, by reporter and by day.
  mutating func tls(_ tally: TLSTally, isWhole: Bool) {
    if tally.readCount == 0 { return }
    line()
    line(Span("TLS", .bold), Span("  \(ReportsWords.count(tally.readCount, "report")), sessions by policy", .dim))
    for row in Self.shown(tally.policies.rows, isWhole) {
      line("\(row.key.words): \(row.sessions.words)", indent: 2)
    }
    for failures in Self.shown(tally.failures, isWhole) {
      line(Span(failures.title, .bold), Span("  \(failures.sessions) failed"), indent: 2)
      paragraph("Under \(failures.policyWords), \(failures.words).", indent: 4)
      paragraph(failures.remedy, label: Span("Do", .bold), labelWidth: 4, indent: 4)
    }
    if tally.otherSessions > 0 { paragraph("\(tally.otherSessions) more failed in other ways.", indent: 2) }
    let reporters = Self.shown(tally.reporters.rows, isWhole).map { "\($0.key): \($0.sessions.words)" }
    let days = tally.days.rows.suffix(isWhole ? .max : 7)
    for (name, texts) in [
      ("reporters", reporters), ("days", days.map { "\(ReportsWords.day($0.key * 86_400)): \($0.sessions.words)" })
    ] where !texts.isEmpty {
      paragraph(texts.joined(separator: "; "), label: Span(name), labelWidth: 11, indent: 2)
    }
  }

  private static func shown<Row>(_ rows: [Row], _ isWhole: Bool) -> ArraySlice<Row> {
    isWhole ? rows[...] : rows.prefix(usualRows)
  }

  /// What bounces say: who refused, with which status and why, and what to do.
  mutating func bounces(_ tally: BounceTally, isWhole: Bool) {
    if tally.readCount == 0 { return }
    line()
    line(Span("Bounces", .bold), Span("  \(tally.words)", .dim))
    let reasons = tally.reasons
    for reason in Self.shown(reasons, isWhole) {
      let codes = reason.kind.codes.isEmpty ? "" : reason.kind.codes + ", "
      let count = ReportsWords.count(reason.count, "recipient")
      line(Span(reason.receiverName, .bold), Span("  \(codes)\(count): \(reason.words)"), indent: 2)
      let names = Self.shown(reason.recipients, isWhole).map {
        $0.messages == 1 ? $0.name : "\($0.name) (\($0.messages))"
      }
      if !names.isEmpty { paragraph(names.joined(separator: ", "), label: "To", labelWidth: 4, indent: 4) }
      if let remedy = reason.remedy { paragraph(remedy, label: Span("Do", .bold), labelWidth: 4, indent: 4) }
    }
    let rest = reasons.dropFirst(isWhole ? reasons.count : Self.usualRows).reduce(tally.others) { $0 + $1.count }
    if rest > 0 { paragraph("\(rest) more recipients, for other reasons.", indent: 2, paint: .dim) }
  }
}

extension TLSPolicyKey {
  /// The policy, and the domain that it is for.
  var words: String { "\(domain), \(policyName)" }

  /// The type, and the mode of MTA-STS.
  var policyName: String { (type.isEmpty ? "no policy-type" : type) + (mode.map { " \($0)" } ?? "") }
}

extension TLSSessions {
  /// How many were good, and how many failed.
  var words: String { "\(successful) good, \(failed) failed" }
}

extension TLSFailures {
  /// The result type, and where.
  var title: String {
    (kind.resultType.isEmpty ? "no result-type" : kind.resultType) + (kind.mx.map { " at \($0)" } ?? "")
  }
}

extension BounceTally {
  /// How much there was.
  var words: String {
    "\(ReportsWords.count(readCount, "message")), \(recipients - delivered) of \(recipients) recipients did not get the message"
  }
}

extension BounceReason {
  /// Who refused.
  var receiverName: String { kind.receiver.isEmpty ? "not told" : kind.receiver }
}
