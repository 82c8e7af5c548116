import DNS
public import Survey

extension DomainSurvey {
  /// Whether the domain does not exist: NXDOMAIN for its name, whatever was asked (RFC 8020 §2). One such answer would
  /// do, were it not for name servers that give it for a type that they do not know: two that agree count.
  public var isNonexistent: Bool {
    // Nearly always one of these two says all.
    if [mx.answer, spf.answer].contains(where: { $0.failure == nil && !$0.isDenial }) { return false }
    let asked = (deliveryAnswers + [spf.answer]).filter { $0.failure != .notAsked }
    let heard = asked.filter { $0.failure == nil }
    return heard.count == denials.count && heard.count >= min(2, asked.count) && !heard.isEmpty
  }

  /// The answers that deny the name of the domain.
  var denials: [DNSAnswer] {
    (deliveryAnswers + [spf.answer]).filter(\.isDenial)
  }
}

extension DNSAnswer {
  /// Whether the very name that was asked for is denied.
  fileprivate var isDenial: Bool { if case .nameError = outcome { aliases.isEmpty } else { false } }
}
