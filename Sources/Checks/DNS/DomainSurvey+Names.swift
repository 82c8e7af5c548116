import DNS
import Survey

extension DomainSurvey {
  /// Whether a name was made up to find wildcards.
  func isProbe(_ name: DomainName) -> Bool {
    let label = options.probeLabel.utf8
    return name.wire[0] == label.count && name.wire.dropFirst().starts(with: label)
  }

  /// The answers for names of the domain's own: itself and what lies below, without made-up names.
  var ownAnswers: [DNSAnswer] {
    answers.filter { $0.question.name.isEqual(toOrBelow: domain) && !isProbe($0.question.name) }
  }

  /// The TXT answers at the domain and at `_dmarc` that failed: texts that could not be looked at.
  var unreadTexts: [DNSAnswer] {
    let names = [domain, domain.prefixed(with: "_dmarc")]
    return answers.filter { $0.question.type == .txt && $0.failure != nil && names.contains($0.question.name) }
  }
}
