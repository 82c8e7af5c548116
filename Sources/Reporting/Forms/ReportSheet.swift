public import AuditModel

/// A sheet that takes one report after the other, in one form.
///
/// What can be written at once is given back at once, so that a list of domains needs no memory; a form that puts
/// everything together, such as a file of metrics, gives it all at the end.
public protocol ReportSheet: Sendable {
  /// Takes a report; gives the octets that can be written now.
  mutating func add(_ report: AuditReport) -> [UInt8]

  /// Ends the sheet; gives the rest of its octets.
  mutating func finish() -> [UInt8]
}

extension ReportSheet {
  /// The sheet with one report on it.
  public func whole(_ report: AuditReport) -> [UInt8] {
    var sheet = self
    return sheet.add(report) + sheet.finish()
  }
}
