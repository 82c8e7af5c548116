import DNS
public import Survey

extension DomainSurvey {
  /// Whether the domain does not exist: NXDOMAIN for its name, whatever was asked (RFC 8020 §2).
  public var isNonexistent: Bool {
    [mx.answer, zone.ipv4, zone.ipv6, spf.answer].allSatisfy { $0.outcome == .nameError && $0.aliases.isEmpty }
  }
}
