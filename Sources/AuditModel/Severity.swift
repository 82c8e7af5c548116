/// How much a failed check costs the owner of the domain. The level belongs to the check, not to the finding.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  /// A remark; nothing breaks.
  case info
  /// A weakness that receivers rarely act on.
  case low
  /// Some receivers act on it, or a second fault will make it worse.
  case medium
  /// Mail is deferred, filtered or unprotected at many receivers.
  case high
  /// Mail is refused, or anybody can send in the domain's name.
  case critical

  /// By weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The name in catalogues, reports and options.
  public var name: String {
    switch self {
    case .info: "info"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// Reads a name; nil for another text.
  public init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  /// The next lower level; `info` stays what it is.
  public var lowered: Severity { Severity(rawValue: rawValue - 1) ?? .info }
}
