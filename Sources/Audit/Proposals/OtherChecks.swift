import AuditModel

/// What all checks but the one that a change is to mend said before it, and say behind it.
struct OtherChecks {
  private let pairs: [(old: CheckOutcome, new: CheckOutcome)]
  /// How grave is what the change mends.
  private let mendedLevel: Severity

  init(besides check: CheckID, before: [CheckID: CheckOutcome], after: [CheckID: CheckOutcome]) {
    let ids = before.keys.filter { $0 != check }.sorted()
    pairs = ids.compactMap { id -> (old: CheckOutcome, new: CheckOutcome)? in
      guard let old = before[id], let new = after[id] else { return nil }
      return (old, new)
    }
    mendedLevel = before[check]?.effectiveLevel ?? .info
  }

  /// What the trial showed.
  func trial(_ mending: Proposal.Mending, spf: Proposal.SPFComparison?) -> Proposal.Trial {
    Proposal.Trial(mending: mending, compared: pairs.count, better: better, next: next, spf: spf)
  }

  /// What gets worse, a sentence for each check.
  var worse: [String] {
    pairs.compactMap { old, new in
      if new.verdict == .unknown { return Self.wasFine(old) ? "\(new.check) could not be decided then." : nil }
      guard isWorse(new, than: old) else { return nil }
      return "\(new.check) gets worse: \(new.findings.first?.statement ?? new.description.title)"
    }
  }

  private static func wasFine(_ outcome: CheckOutcome) -> Bool {
    outcome.verdict == .pass || outcome.verdict == .info
  }

  private func isWorse(_ new: CheckOutcome, than old: CheckOutcome) -> Bool {
    guard let level = new.effectiveLevel else { return false }
    if let former = old.effectiveLevel { return level > former || new.defectCount > old.defectCount }
    // It had nothing to judge before: less grave things are told, and do not count against the change.
    return !(old.verdict == .notApplicable && level < mendedLevel)
  }

  /// The checks that find less, or nothing.
  private var better: [CheckID] {
    pairs.filter { old, new in
      guard let former = old.effectiveLevel else { return false }
      return new.effectiveLevel.map { $0 < former } ?? (new.verdict == .pass)
    }.map(\.new.check)
  }

  /// The checks that only now have something to judge, and find something.
  private var next: [CheckID] {
    pairs.filter { old, new in old.verdict == .notApplicable && new.effectiveLevel != nil }.map(\.new.check)
  }
}

extension CheckOutcome {
  /// How many facts fail or warn.
  fileprivate var defectCount: Int { findings.count { $0.verdict == .fail || $0.verdict == .warn } }
}
