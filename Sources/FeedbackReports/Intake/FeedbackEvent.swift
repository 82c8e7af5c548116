/// What reading feedback yields, in the order in which it is read: nothing is held, so that memory stays flat.
///
/// An aggregate report begins, has records and ends. Its metadata is known at its begin; when the records of a report
/// come before its metadata, the reader holds them, up to a limit, until it knows.
public enum FeedbackEvent: Sendable {
  /// An aggregate report begins.
  case aggregateBegan(AggregateReport, ReportSource)
  /// A record of the aggregate report that began last.
  case record(AggregateRecord)
  /// The aggregate report that began last ends: now its counts, deviations and fault are known.
  case aggregateEnded(AggregateReport)
  /// A TLS report (RFC 8460).
  case tls(TLSReport, ReportSource)
  /// A failure report (RFC 6591, RFC 9991).
  case failure(MessageFailureReport, ReportSource)
  /// A bounce (RFC 3464), or a text that says so in words of its own.
  case bounce(BouncedMail, ReportSource)
  /// What is no report, or could not be read.
  case unreadable(ReportFault, ReportSource)
}
