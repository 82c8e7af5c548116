import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsWildcardTXT = DomainCheck(
    CheckDescription(
      id: "DNS-WILDCARD-TXT",
      area: .dns,
      title: "A wildcard does not answer for reserved mail names",
      severity: .medium,
      severityReason: "a wildcard makes policy lookups return unrelated text",
      appliesWhen: "always",
      rule: """
        Ask for the TXT records of a made-up label below the domain, _dmarc, _domainkey and _report._dmarc, wherever no \
        other answer shows that there is no wildcard: the name above does not exist, or one beside. Fail if the \
        text is a mail record where none was meant: a DKIM key with key data for any selector, or SPF, DMARC or \
        MTA-STS text below a name that does not use it. Warn for any other text. A remark for "v=spf1 -all" below the \
        domain and for a revoked key below _domainkey, which are published on purpose. "v=DMARC1" below _report._dmarc \
        is right. Unknown if a made-up name, or the one above, could not be asked.
        """,
      whyItMatters: """
        Every selector seems to exist, and every subdomain: the policy for subdomains that do not exist (np=) never \
        applies.
        """,
      remedy: "Remove the wildcard, and publish the names that are needed one by one.",
      standards: ["RFC 4592 §4.1", "RFC 4592 §3.3.1", "RFC 8020 §2", "RFC 9989 §3.2.13", "RFC 7208 §3.5"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "no wildcard", zone: "@ MX 10 mail"),
      CheckExample(.pass, "reports of all domains accepted", zone: #"*._report._dmarc TXT "v=DMARC1;""#),
      CheckExample(.info, "no made-up subdomain sends", zone: #"* TXT "v=spf1 -all""#),
      CheckExample(.info, "all other keys revoked", zone: #"*._domainkey TXT "v=DKIM1; p=""#),
      CheckExample(.warn, "any made-up subdomain sends", zone: #"* TXT "v=spf1 mx ~all""#),
      CheckExample(.warn, "text for something else", zone: #"* TXT "verification=123""#),
      CheckExample(.fail, "a key for every selector", zone: #"*._domainkey TXT "v=DKIM1; p=MIIBIjANBg""#),
      CheckExample(.fail, "a policy for every name", zone: #"* TXT "v=DMARC1; p=none""#),
      CheckExample(.unknown, "the made-up name cannot be asked", zone: "* TXT SERVFAIL\n_dmarc TXT x\n_domainkey TXT x")
    ]
  ) { survey in
    var told: [[UInt8]] = []
    var findings: [Finding] = []
    // A wildcard at the domain answers in the other places too; unseen there, it may be what is seen here.
    let isDomainUnread = survey.wildcardProbes.contains { $0.place == .domain && $0.answer.failure != nil }
    for probe in survey.wildcardProbes {
      if let unread = Finding.unread(probe.answer) { findings.append(unread) }
      // One wildcard at the domain answers in several places; it is told once.
      let fresh = probe.answer.texts.filter { !told.contains($0.joined) }
      told += fresh.map(\.joined)
      findings += fresh.filter { !isDomainUnread || MailText.kind(of: $0.joined) != .spf }
        .compactMap { finding($0.joined, probe) }
    }
    return .findings(findings)
  }

  private static func finding(_ text: [UInt8], _ probe: WildcardProbe) -> Finding? {
    guard let (verdict, effect) = effect(of: text, at: probe.place) else { return nil }
    let name = probe.answer.question.name
    return Finding(
      verdict, subject: name.parent?.description ?? "", "The made-up name \(name) has a TXT record: \(effect).",
      evidence: [Evidence(probe.answer)])
  }

  /// How bad a text is at a made-up name, and what it does there; nil when it belongs there.
  private static func effect(of text: [UInt8], at place: WildcardProbe.Place) -> (Verdict, String)? {
    switch (place, MailText.kind(of: text)) {
    case (.reportAuthorization, .dmarc): return nil
    case (.domainKey, .dkim):
      return hasKeyData(text)
        ? (.fail, "the same key answers for every selector") : (.info, "all selectors not published are revoked")
    case (.domain, .spf):
      let isDenial = text.map(\.lowercasedASCII) == Array("v=spf1 -all".utf8)
      return isDenial
        ? (.info, "no subdomain that does not exist may send") : (.warn, "subdomains that do not exist may send")
    case (_, nil): return (.warn, "every name there seems to exist")
    case (_, let kind?): return (.fail, "\(kind.rawValue) answers at names that do not use it")
    }
  }

  /// Whether the `p=` tag of a key has a value (RFC 6376 §3.6.1: an empty one means revoked).
  private static func hasKeyData(_ text: [UInt8]) -> Bool {
    text.split(separator: UInt8(ascii: ";")).contains { tag in
      let visible = tag.filter { $0 > 0x20 }
      return visible.starts(with: "p=".utf8) && visible.count > 2
    }
  }
}
