import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimKeySingle = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-SINGLE",
      area: .dkim,
      title: "One key record per selector",
      severity: .high,
      severityReason: "with several the result is undefined",
      appliesWhen: "a selector resolves",
      rule: """
        For each known selector: fail if its name has more than one key record; warn if a TXT record that is no key \
        stands beside the key. Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: """
        The standard leaves open which of several records a verifier takes. Some take the first of an answer whose \
        order changes, so that signatures fail now and then.
        """,
      remedy: "Keep one TXT record at the name of the selector, and publish a new key under a new selector.",
      standards: ["RFC 6376 §3.6.2.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "one record", zone: #"a._domainkey TXT "v=DKIM1; p=AAAA""#) { $0.selectors = ["a"] },
      CheckExample(
        .fail, "an old and a new key under one selector",
        zone: """
          a._domainkey TXT "v=DKIM1; p=AAAA"
          a._domainkey TXT "v=DKIM1; p=BBBB"
          """
      ) { $0.selectors = ["a"] },
      CheckExample(
        .warn, "another record beside the key",
        zone: """
          a._domainkey TXT "v=DKIM1; p=AAAA"
          a._domainkey TXT "v=spf1 -all"
          """
      ) { $0.selectors = ["a"] },
      CheckExample(.notApplicable, "no key", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT TIMEOUT") { $0.selectors = ["a"] }
    ]
  ) { survey in
    survey.judgeAllKeys { keys in
      survey.dkim.selectors.compactMap { selector in
        guard let answer = selector.lookup.answer, !selector.lookup.keys.isEmpty else { return nil }
        let (keys, others) = (selector.lookup.keys.count, selector.lookup.otherTexts.count)
        let finding = { Finding($0, subject: selector.name, $1, evidence: [Evidence(answer)]) }
        if keys > 1 { return finding(.fail, "\(answer.question.name) has \(keys) key records.") }
        if others > 0 { return finding(.warn, "\(answer.question.name) has a TXT record that is no DKIM key.") }
        return nil
      }
    }
  }
}
