import AuditModel
import Survey

/// How a domain is judged that its owner declares as parked: only by what such a domain owes.
enum ParkedProfile {
  /// The areas whose rules are made for domains that send or receive.
  private static let areas: Set<Area> = [.mx, .spf, .dkim, .dmarc]

  /// The checks of those areas that ask what a parked domain owes.
  private static let checks: Set<CheckID> = ["SPF-NONSENDING", "DMARC-PARKED", "MX-NULL-MIXED", "MX-NULL-SENDER"]

  /// The judgement in place of the check's own; nil when the check is to judge.
  static func judgement(of check: CheckDescription, options: SurveyOptions) -> Judgement? {
    guard options.isParked, areas.contains(check.area), !checks.contains(check.id) else { return nil }
    return .notApplicable("the domain is declared as parked: only the checks for parked domains judge it")
  }
}
