import AuditModel

extension [CheckOutcome] {
  /// Facts worth knowing, each with its check.
  var remarks: [(check: CheckID, fact: Finding)] {
    flatMap { outcome in outcome.findings.filter { $0.verdict == .info }.map { (outcome.check, $0) } }
  }

  /// The checks of an area that make its grade.
  var worst: [CheckOutcome] {
    let level = compactMap(\.effectiveLevel).max()
    return filter { $0.effectiveLevel != nil && $0.effectiveLevel == level && level != .info }
  }

  /// The checks of an area that could make its grade worse.
  func open(at grade: Grade) -> [CheckOutcome] {
    grade.isUncertain ? filter { $0.possibleLevel != nil && $0.effectiveLevel == nil } : []
  }
}

extension CheckOutcome {
  /// Why the check has no meaning here; nil when it has one.
  var inapplicability: String? {
    if case .notApplicable(let reason) = judgement { reason } else { nil }
  }
}

extension AuditReport {
  /// What the audit cost, and what made it, in two sentences.
  func cost(showsDuration: Bool) -> String {
    let failed = statistics.failures == 0 ? "" : ", \(statistics.failures) without an answer"
    let time = showsDuration ? " in \(statistics.duration.inSeconds)" : ""
    return "\(statistics.questions) questions\(failed)\(time). mailaudit \(toolVersion), checks of \(catalogueVersion)."
  }
}
