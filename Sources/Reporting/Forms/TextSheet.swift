public import AuditModel

/// Reports for people, a blank line between two.
public struct TextSheet: ReportSheet {
  private let renderer: TextRenderer
  private var isFirst = true

  /// Writes with `renderer`.
  public init(_ renderer: TextRenderer) {
    self.renderer = renderer
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    let gap = isFirst || renderer.detail == .quiet ? [] : [UInt8(ascii: "\n")]
    isFirst = false
    return gap + renderer.octets(of: report)
  }

  /// Nothing stands behind the last report.
  public func finish() -> [UInt8] { [] }
}

/// Reports for programs, one object each.
public struct JSONSheet: ReportSheet {
  private let renderer: JSONRenderer

  /// Writes with `renderer`.
  public init(_ renderer: JSONRenderer) {
    self.renderer = renderer
  }

  /// Takes a report.
  public func add(_ report: AuditReport) -> [UInt8] { renderer.octets(of: report) }

  /// Nothing stands behind the last report.
  public func finish() -> [UInt8] { [] }
}
