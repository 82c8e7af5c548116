import AuditModel

extension ReceiverAnswer {
  /// The checks of `reasons`, those with the same cause together, each with the chain down to its root: a setting with
  /// its file and line, or a record. A cause that is a reason of its own stands for itself.
  func words(of reasons: some Sequence<Reason>) -> String {
    let own = Set(self.reasons.map(\.check))
    var groups: [(chain: [Cause], checks: [CheckID])] = []
    for reason in reasons {
      let chain = reason.chain.allSatisfy { !own.contains($0.check) } ? reason.chain : []
      if let index = groups.firstIndex(where: { $0.chain == chain }) {
        groups[index].checks.append(reason.check)
      } else {
        groups.append((chain, [reason.check]))
      }
    }
    return groups.map { $0.checks.map(\.rawValue).joined(separator: ", ") + Self.because($0.chain) }
      .joined(separator: "; ")
  }

  private static func because(_ chain: [Cause]) -> String {
    let links = chain.map { ", because of \($0.check)" }.joined()
    guard let seen = chain.last?.evidence else { return links }
    return links + " (\(seen.source): \(seen.excerpt.cut(at: TextLimits.statement)))"
  }
}

extension ReceiverAnswer.Cause {
  /// The check, what is the case, and where it was seen.
  var words: String {
    ["\(check): \(statement)", evidence.map { "(\($0.source): \($0.excerpt.cut(at: TextLimits.statement)))" }]
      .compactMap(\.self).joined(separator: " ")
  }
}
