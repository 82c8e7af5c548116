import DNS
public import Survey

extension DomainSurvey {
  /// Whether the domain does not exist: NXDOMAIN for its name, whatever was asked (RFC 8020 §2).
  public var isNonexistent: Bool {
    (deliveryAnswers + [spf.answer]).filter { $0.failure != .notAsked || $0 === spf.answer }
      .allSatisfy { $0.outcome == .nameError && $0.aliases.isEmpty }
  }
}
