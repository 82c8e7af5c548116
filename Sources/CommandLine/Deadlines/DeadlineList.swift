import AuditModel
import Reporting

/// The dates of one domain, and what could not be seen.
struct DeadlineList: Sendable {
  let target: String
  let time: Int
  let deadlines: [Deadline]
  /// What the list lacks, sentences.
  let gaps: [String]

  /// Takes the dates out of an audit.
  init(_ report: AuditReport, time: Int) {
    (target, self.time, deadlines) = (report.target, time, report.deadlines)
    gaps =
      Self.gaps.compactMap { check, kind, sentence in
        let outcome = report.outcomes.first { $0.check == check }
        let isSeen = report.deadlines.contains { $0.kind == kind }
        return outcome?.verdict == .unknown && !isSeen ? sentence : nil
      } + (report.deadlines.contains { $0.kind == .registration } ? [] : [Self.registration])
  }

  /// Whether a date is past, or nearer than so many seconds.
  func isAny(within seconds: Int) -> Bool { deadlines.contains { $0.time - time < seconds } }

  /// The list for people.
  func page(_ empty: TextPage) -> TextPage {
    var page = empty
    if deadlines.isEmpty { page.line("\(target): no date is known.") }
    let widths = (
      deadlines.map { left($0).utf8.count }.max() ?? 0, deadlines.map(\.kind.title.utf8.count).max() ?? 0
    )
    for deadline in deadlines {
      let day = String(Timestamp.rfc3339(deadline.time).prefix(10))
      let title = deadline.kind.title
      page.line(
        Span(day + "  "), Span(padded(left(deadline), widths.0) + "  ", paint(deadline)),
        Span(padded(title, widths.1) + "  "), Span(deadline.subject))
    }
    if !gaps.isEmpty { page.line() }
    for gap in gaps { page.paragraph(gap) }
    return page
  }

  /// The list for programs.
  var json: JSON {
    .object([
      .init("schema", .string("mailaudit-deadlines-1")), .init("target", .string(target)),
      .init("time", .string(Timestamp.rfc3339(time))),
      .init(
        "deadlines",
        .array(
          deadlines.map {
            .object([
              .init("kind", .string($0.kind.rawValue)), .init("subject", .string($0.subject)),
              .init("time", .string(Timestamp.rfc3339($0.time))), .init("days", .number(days($0)))
            ])
          })), .init("gaps", JSON(gaps))
    ])
  }
}

extension DeadlineList {
  private static let gaps: [(check: CheckID, kind: Deadline.Kind, sentence: String)] = [
    ("TLS-CERT-EXPIRY", .certificate, "Certificates of mail servers were not seen: --probe-mx connects to them."),
    ("DNSSEC-RRSIG-EXPIRY", .rrsig, "Signatures of the zone were not seen: nobody validated them (DNSSEC)."),
    ("STS-WEB-CERT-RENEW", .certificate, "The certificate of the MTA-STS policy server was not seen."),
    ("BIMI-CERT", .bimi, "The mark certificate of BIMI was not seen."),
    ("DKIM-KEY-AGE", .dkimKey, "The age of DKIM keys was not seen: DNS did not answer.")
  ]

  private static let registration = "When the registration ends is in no DNS: tell it with --expires."

  /// Whole days until then, rounded down.
  private func days(_ deadline: Deadline) -> Int {
    let left = deadline.time - time
    return left >= 0 ? left / 86_400 : (left - 86_399) / 86_400
  }

  private func left(_ deadline: Deadline) -> String {
    switch days(deadline) {
    case ..<0: "past"
    case 0: "today"
    case 1: "in 1 day"
    case let days: "in \(days) days"
    }
  }

  private func paint(_ deadline: Deadline) -> Paint {
    switch days(deadline) {
    case ..<0: .red
    case 0..<14: .yellow
    default: .plain
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
