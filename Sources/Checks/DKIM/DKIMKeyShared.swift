import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import Survey

extension DomainCheck {
  static let dkimKeyShared = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-SHARED",
      area: .dkim,
      title: "The key is not shared with unrelated domains",
      severity: .medium,
      severityReason: "one leak or abuse spreads",
      appliesWhen: "the audit sees two or more keys",
      rule: """
        Among all keys that the audit sees, compare those that stand under different names, CNAME records followed: warn \
        if the same key stands in the domain and in a domain outside of it, or in two domains outside of it; info if \
        two selectors of the domain hold the same key. Unknown if a selector, named or tried, could not be read.
        """,
      whyItMatters: """
        Whoever holds the private key of one name can sign for the other. And changing from one selector to another \
        that holds the same key is no rotation.
        """,
      remedy: "Ask for a key of your own, and give each selector its own key.",
      standards: [
        "RFC 6376 §8", "M3AAWG, DKIM Key Rotation Best Common Practices (2019) §Key management"
      ],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "two selectors, two keys",
        zone: #"""
          a._domainkey TXT "p=\#(DKIMExampleKeys.rsa2048)"
          b._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)"
          """#
      ) { $0.selectors = ["a", "b"] },
      CheckExample(
        .info, "two selectors, one key",
        zone: #"""
          a._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)"
          b._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)"
          """#
      ) { $0.selectors = ["a", "b"] },
      CheckExample(
        .warn, "the domain's own key stands at a provider too",
        zone: #"""
          a._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)"
          b._domainkey CNAME key.provider.example.
          key.provider.example. TXT "p=\#(DKIMExampleKeys.rsa1024)"
          """#
      ) { $0.selectors = ["a", "b"] },
      CheckExample(.notApplicable, "one key", zone: #"a._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .unknown, "one of two selectors cannot be read",
        zone: #"""
          a._domainkey TXT "p=\#(DKIMExampleKeys.rsa1024)"
          b._domainkey TXT SERVFAIL
          """#
      ) { $0.selectors = ["a", "b"] }
    ]
  ) { survey in
    let keys = survey.knownKeys.filter { $0.record.publicKey != nil }
    if keys.count + survey.placesUnread < 2 { return .notApplicable("fewer than two keys are known") }
    return survey.judgeAllKeys { _ in
      keys.indices.compactMap { index in
        keys[..<index].first { $0.record.publicKey == keys[index].record.publicKey && $0.place != keys[index].place }
          .map { finding(keys[index], $0, domain: survey.domain) }
      }
    }
  }

  private static func finding(_ key: KnownKey, _ other: KnownKey, domain: DomainName) -> Finding {
    let isOutside = [key, other].contains { !($0.place?.isEqual(toOrBelow: domain) ?? true) }
    return Finding(
      isOutside ? .warn : .info, subject: key.name,
      "The selectors \(other.name) and \(key.name) hold the same key\(isOutside ? ", under names of others" : "").",
      evidence: other.evidence(tag: "p") + key.evidence(tag: "p"))
  }
}

extension DomainSurvey {
  /// How many keys may stand where nobody could look, two meaning many.
  fileprivate var placesUnread: Int {
    if !dkim.unreadSigns.isEmpty || dkim.discovery.unreadGuesses.count > 1 { return 2 }
    return unreadSelectors.count
  }
}

extension KnownKey {
  /// The name at which the record stands, behind all aliases.
  fileprivate var place: DomainName? { selector.lookup.answer?.canonicalName }
}
