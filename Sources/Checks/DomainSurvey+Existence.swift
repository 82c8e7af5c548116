import DNS
public import Survey

extension DomainSurvey {
  /// Whether the domain does not exist: NXDOMAIN for its name, whatever was asked (RFC 8020 §2). One such answer would
  /// do, were it not for name servers that give it for a type that they do not know: two that agree count.
  public var isNonexistent: Bool {
    let heard = [mx.answer, zone.ipv4, zone.ipv6, spf.answer].filter { $0.failure == nil }
    return heard.count > 1 && heard.count == denials.count
  }

  /// The answers that deny the name of the domain.
  var denials: [DNSAnswer] {
    [mx.answer, zone.ipv4, zone.ipv6, spf.answer].filter { $0.outcome == .nameError && $0.aliases.isEmpty }
  }
}
