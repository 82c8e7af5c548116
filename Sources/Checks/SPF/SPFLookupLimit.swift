import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfLookupLimit = DomainCheck(
    CheckDescription(
      id: "SPF-LOOKUP-LIMIT",
      area: .spf,
      title: "At most 10 terms that query DNS",
      severity: .critical,
      severityReason: "the eleventh look-up is a permanent error",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Count include, a, mx, ptr, exists and redirect over the whole evaluation, nested records included, each time \
        one is reached; all, ip4, ip6 and exp do not count. Fail if an evaluation in which nothing matches counts \
        more than 10; unknown if 10 or fewer are seen and a record could not be read or is different for each \
        message, unless the evaluation for a given sending address stays within the limit.
        """,
      whyItMatters: """
        A receiver stops at the eleventh term with permerror. Senders that the record lists before it pass, all \
        others meet the error: failures look random, and forged mail is not marked as failing.
        """,
      remedy: """
        Remove providers that no longer send for the domain, give each remaining one a subdomain of its own in MAIL \
        FROM, and write hosts of your own as ip4 and ip6 instead of a and mx. Do not copy a provider's addresses into \
        the record: they change without notice.
        """,
      standards: ["RFC 7208 §4.6.4", "RFC 7208 §2.6.7"],
      causes: ["SPF-INCLUDE-LOOP", "SPF-TEMPERROR"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "two look-ups", zone: "@ TXT \"v=spf1 mx a -all\"\n@ A 192.0.2.1\n@ MX 10 mail"),
      CheckExample(.pass, "ten look-ups", zone: "@ TXT \"v=spf1 a a a a a a a a a a -all\"\n@ A 192.0.2.1"),
      CheckExample(
        .fail, "eleven look-ups, most of them nested",
        zone: """
          @ TXT "v=spf1 include:one.example.org include:two.example.org mx -all"
          @ MX 10 mail
          one TXT "v=spf1 a:mail.example.org a:mail.example.org a:mail.example.org a:mail.example.org"
          two TXT "v=spf1 a:mail.example.org a:mail.example.org a:mail.example.org a:mail.example.org"
          mail A 192.0.2.1
          """),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT"),
      CheckExample(
        .unknown, "an include that is different for each message",
        zone: #"@ TXT "v=spf1 include:%{i}.spf.example.net -all""#)
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let places = tree.countedTerms
      if places.count > SPFLimits().lookups { return .findings([tree.tooManyLookups(places)]) }
      if let evaluation = survey.spf.sender, ![.permerror, .temperror].contains(evaluation.result) { return .pass }
      return .findings(tree.blindSpots)
    }
  }
}

extension SPFTree {
  /// The count, the term that breaks the limit, and the terms of the own record that cost most.
  fileprivate func tooManyLookups(_ places: [Place]) -> Finding {
    let limit = SPFLimits().lookups
    let breaking = places[limit]
    let bound = isTruncated ? "at least " : ""
    return Finding(
      .fail, subject: term(at: breaking).text,
      """
      An evaluation in which nothing matches needs \(bound)\(places.count) look-ups, and \(limit) are allowed: it ends \
      at \(term(at: breaking).text) in \(location(of: nodes[breaking.node])).
      """,
      evidence: [evidence(of: breaking)] + (breaking.node == 0 ? [] : [evidence(of: root)]),
      remedy: advice(excess: places.count - limit))
  }

  /// What saves look-ups: the terms that cost most, and hosts of the domain that can be written as addresses.
  private func advice(excess: Int) -> String {
    let hosts = root.reachedTerms.map { term(at: $0) }.compactMap { term -> String? in
      guard let addresses = ownAddresses(of: term) else { return nil }
      return "\(term.text) as \(addresses.joined(separator: " "))"
    }
    let rewriting =
      hosts.isEmpty ? "" : " Hosts of your own can be written as addresses: \(hosts.joined(separator: "; "))."
    return """
      Save at least \(excess) look-up\(excess == 1 ? "" : "s"): remove what is no longer used, beginning with the terms \
      that cost most, \(largestContributors); give each provider that stays a subdomain of its own in MAIL FROM.\
      \(rewriting)
      """
  }

  /// The addresses of an `a` or `mx` of the domain's own hosts as terms; nil when they are many, foreign or unknown.
  private func ownAddresses(of term: Term) -> [String]? {
    guard let networks = ownNetworks(of: term), (1...4).contains(networks.count) else { return nil }
    return networks.map(\.spfTerm)
  }

  /// The terms of the own record by what they cost, such as `include:a.example (5), mx (1)`.
  var largestContributors: String {
    let costs = root.reachedTerms.map { ($0, lookups(of: $0)) }.filter { $0.1 > 0 }
    let sorted = costs.sorted { $0.1 == $1.1 ? $0.0.term < $1.0.term : $0.1 > $1.1 }
    return sorted.prefix(4).map { "\(term(at: $0.0).text) (\($0.1))" }.joined(separator: ", ")
  }
}
