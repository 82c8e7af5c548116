extension CheckOutcome {
  /// The first failing check among `outcomes` that explains this one; nil when it stands for itself.
  public func failingCause(among outcomes: [CheckID: CheckOutcome]) -> CheckOutcome? {
    causedBy.lazy.compactMap { outcomes[$0] }.first { $0.effectiveLevel != nil }
  }

  /// What explains this one, what explains that, and so on down to the root. A check that explains without failing ends
  /// it, and so does a circle.
  func causes(among outcomes: [CheckID: CheckOutcome]) -> [CheckOutcome] {
    var chain: [CheckOutcome] = []
    var current = self
    while let cause = current.failingCause(among: outcomes), cause.check != check,
      !chain.contains(where: { $0.check == cause.check })
    {
      chain.append(cause)
      current = cause
    }
    return chain.isEmpty ? causedBy.prefix(1).compactMap { outcomes[$0] } : chain
  }
}
