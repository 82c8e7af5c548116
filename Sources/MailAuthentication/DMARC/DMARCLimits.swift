/// The limits of DMARC.
enum DMARCLimits {
  /// RFC 9989 §4.10: a start name with this many labels or more is followed by the name of ``shortenedLabels`` labels,
  /// so that a walk takes at most eight queries.
  static let walkQueries = 8
  /// RFC 9989 §4.10: what is left of a longer name after its first query.
  static let shortenedLabels = 7
  /// A list of report URIs is read up to this length. RFC 9990 §3.5 knows no bound; nobody publishes more, and each
  /// entry may cost the reader ten questions.
  static let reportURIs = 16
}
