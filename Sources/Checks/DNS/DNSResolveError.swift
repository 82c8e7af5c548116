import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dnsResolveError = DomainCheck(
    CheckDescription(
      id: "DNS-RESOLVE-ERROR",
      area: .dns,
      title: "Mail-related names answer without server failures",
      severity: .high,
      severityReason: "a failing name turns SPF, DKIM and DMARC into temperror, and mail is deferred",
      appliesWhen: "always: every name that the audit asked for",
      rule: """
        Seen through one resolver, after its retries: fail for each name whose question ends in SERVFAIL, in another \
        error code, in a malformed answer, in aliases that never end, or in a time-out while other questions were \
        answered. NXDOMAIN and NODATA are answers. Unknown if no question at all was answered in time, if the resolver \
        refuses or cannot be reached, or if there was no time left to ask. Names that the audit guessed do not count, \
        nor do the reverse names of addresses that only SPF and MX show, CAA records, the obsolete type SPF, those of \
        MTA-STS, TLS-RPT, BIMI and of the domains of report addresses, whose own checks tell of them, and names outside the zone text that is given \
        instead of the network. If the servers of the zone are asked one by one (--authoritative), warn for each that \
        does not answer for the zone while another does.
        """,
      whyItMatters: """
        Receivers that cannot look up these names answer with a temporary error or ignore the authentication of the \
        mail.
        """,
      remedy: """
        Repair or remove the name server that fails. First look for a delegation to a server that does not know the \
        zone, for expired DNSSEC signatures, and for a firewall that drops DNS.
        """,
      standards: ["RFC 7208 §2.6.6", "RFC 6376 §6.1.2", "RFC 9989 §4.10.1", "RFC 8914 §4"],
      causes: ["DNSSEC-BOGUS"]
    ),
    examples: [
      CheckExample(.pass, "all names answer", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.fail, "the server fails for one name", zone: "@ MX 10 mail\n_dmarc TXT SERVFAIL"),
      CheckExample(.fail, "one name times out", zone: "@ MX 10 mail\nmail ANY TIMEOUT"),
      CheckExample(.fail, "aliases in a circle", zone: "_dmarc CNAME a\na CNAME _dmarc"),
      CheckExample(
        .warn, "a server of the zone is silent",
        zone: "@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 198.51.100.53",
        stage: .authorities("@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\n@ NS ns2")),
      CheckExample(.unknown, "the resolver refuses", zone: "_dmarc TXT REFUSED")
    ]
  ) { survey in
    let isDeaf = survey.answers.allSatisfy { $0.failure != nil && !isDefinite($0.failure) }
    let failed = survey.answers.filter { $0.failure != nil }
    let servers = survey.authorities?.faultyServers ?? []
    guard !failed.isEmpty else { return .findings(servers) }
    guard !isDeaf else { return nothingHeard(failed) }
    let guesses = guesses(survey)
    let needed = failed.filter {
      $0.failure != .notCovered && isNeeded($0.question, survey) && !guesses.contains($0.question)
    }
    // Answers stand in the order of their names, so those of one name follow each other.
    let groups = needed.reduce(into: [[DNSAnswer]]()) { groups, answer in
      if let last = groups.last?.last, last.question.name == answer.question.name, last.failure == answer.failure {
        groups[groups.count - 1].append(answer)
      } else {
        groups.append([answer])
      }
    }
    return .findings(groups.prefix(namesShown).compactMap(finding) + further(groups.dropFirst(namesShown)) + servers)
  }

  /// So many names are told one by one.
  private static let namesShown = 10

  /// The names behind those, in one finding.
  private static func further(_ groups: ArraySlice<[DNSAnswer]>) -> [Finding] {
    let findings = groups.compactMap(finding)
    guard let worst = findings.map(\.verdict).max() else { return [] }
    return [
      Finding(worst, "\(findings.count) further names fail.", evidence: findings.flatMap { $0.evidence.prefix(1) })
    ]
  }

  /// Whether a failure here harms mail: not for made-up names, and not for the zones above the domain.
  private static func isNeeded(_ question: DNSQuestion, _ survey: DomainSurvey) -> Bool {
    let isZoneAbove = (question.type == .soa || question.type == .ns) && question.name != survey.domain
    return !isZoneAbove && question.type != .spf && question.type != .caa && !survey.isProbe(question.name)
      && !isDerived(question, survey)
  }

  /// Whether a question is only about the reverse name of an address that nobody named: it may never send.
  private static func isDerived(_ question: DNSQuestion, _ survey: DomainSurvey) -> Bool {
    if question.type == .ptr { return survey.sending.hosts.contains { !$0.isNamed && $0.ptr.question == question } }
    let others = survey.sending.hosts.filter(\.isNamed).flatMap { $0.names.map(\.name) }
    let needed = survey.mx.hosts.map(\.name) + others + [survey.options.heloName].compactMap(\.self)
    return !needed.contains(question.name) && !survey.spf.tree.failures.contains { $0.question == question }
      && survey.sending.hosts.contains { host in
        !host.isNamed && host.names.contains { $0.forward.question == question }
      }
  }

  /// Questions for names where something might have been: no receiver asks them.
  private static func guesses(_ survey: DomainSurvey) -> Set<DNSQuestion> {
    let found = Set(survey.dkim.selectors.map(\.name))
    let selectors = survey.dkim.discovery.guesses.filter { !found.contains($0.selector) }
      .compactMap { DKIMKeyLookup.question(selector: $0.selector, domain: survey.domain) }
    let elsewhere = (survey.spf.elsewhere.map(\.answer) + survey.dmarc.misplaced).map(\.question)
    return Set(selectors + elsewhere + survey.policyQuestions + survey.reportQuestions)
      .subtracting(survey.unreadTexts.map(\.question))
  }

  /// Whether a failure tells of the name that was asked for, whatever the state of the resolver.
  private static func isDefinite(_ failure: DNSFailure?) -> Bool {
    switch failure {
    case .serverFailure, .responseCode, .malformed, .aliasLoop, .aliasChainTooLong: true
    case .timeout, .refused, .unreachable, .notAsked, .notCovered, .notRecorded, nil: false
    }
  }

  private static func nothingHeard(_ failed: [DNSAnswer]) -> Judgement {
    if failed.allSatisfy({ $0.failure == .notCovered }) {
      return .unknown(
        "The zone text given says nothing of the domain.", evidence: failed.prefix(1).map { Evidence($0) },
        remedy: "Give the text of its zone with --zone, or leave --zone out to ask the network.")
    }
    return .unknown(
      "None of the questions was answered: it may be the resolver that fails, not the domain.",
      evidence: failed.prefix(3).map { Evidence($0) },
      remedy: "Check the network, or ask another resolver with --resolver.")
  }

  private static func finding(_ answers: [DNSAnswer]) -> Finding? {
    guard let first = answers.first, let failure = first.failure else { return nil }
    let types = answers.map(\.question.type.description).joined(separator: ", ")
    let verdict: Verdict = isDefinite(failure) || failure == .timeout ? .fail : .unknown
    return Finding(
      verdict, subject: first.question.name.description, "\(first.question.name) \(types): \(failure).",
      evidence: answers.map { Evidence($0) })
  }
}
