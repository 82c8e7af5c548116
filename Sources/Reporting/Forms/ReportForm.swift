/// The forms that a report can be written in.
public enum ReportForm: String, Sendable, CaseIterable {
  /// For people, on a terminal.
  case text
  /// For programs: every fact, by the schema of this project.
  case json
  /// For people, in a browser or printed: a page without any other resource.
  case html
  /// For people, in an issue or a wiki.
  case markdown
  /// For code scanners: SARIF 2.1.0 (OASIS).
  case sarif
  /// For build servers, as the results of tests.
  case junit
  /// For spreadsheets: one finding a row (RFC 4180).
  case csv
  /// For Nagios and Icinga: one line with performance data.
  case nagios
  /// For Prometheus, by way of a file that node_exporter reads.
  case prometheus
}
