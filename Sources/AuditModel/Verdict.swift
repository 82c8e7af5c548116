/// What a check says of its target.
public enum Verdict: String, Sendable, CaseIterable {
  /// The good condition holds.
  case pass
  /// It does not hold, and the severity of the check says how bad that is.
  case fail
  /// It does not hold, one level less bad.
  case warn
  /// A fact worth knowing; it never lowers a grade.
  case info
  /// It could not be decided; never a pass and never a fail.
  case unknown
  /// The check has no meaning for this target.
  case notApplicable = "not_applicable"

  /// The rank when several verdicts are joined: fail > warn > unknown > info > pass > not applicable.
  public var rank: Int {
    switch self {
    case .fail: 5
    case .warn: 4
    case .unknown: 3
    case .info: 2
    case .pass: 1
    case .notApplicable: 0
    }
  }
}

extension Verdict: Comparable {
  /// The worse verdict is the greater one.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }
}
