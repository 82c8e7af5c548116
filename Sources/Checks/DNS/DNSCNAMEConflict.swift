import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsCNAMEConflict = DomainCheck(
    CheckDescription(
      id: "DNS-CNAME-CONFLICT",
      area: .dns,
      title: "No CNAME shares its name with other records",
      severity: .high,
      severityReason: "resolvers may hide MX or TXT records behind the alias",
      appliesWhen: "a name that the audit asked for is an alias",
      rule: """
        Compare the answers for each name: fail if one question was answered with records of the name itself and \
        another with a CNAME record of the same name. Seen through a resolver, which shows only what was asked for. \
        Unknown if a question failed whose answer could be, or could contradict, an alias.
        """,
      whyItMatters: """
        Which records a receiver sees depends on what it asked for first: MX, SPF or NS records vanish behind the \
        alias for a while, and mail is lost.
        """,
      remedy: """
        Remove the CNAME record and publish addresses instead, or use the alias feature of the provider (ALIAS, ANAME) \
        at the top of the zone.
        """,
      standards: ["RFC 1034 §3.6.2", "RFC 2181 §10.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "an alias alone", zone: "@ MX 10 mail\n_dmarc CNAME dmarc.example.net.\nexample.net. TXT x"),
      CheckExample(.fail, "an alias beside MX", zone: "@ CNAME host.example.net.\n@ MX 10 mail"),
      CheckExample(.notApplicable, "no alias", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(
        .unknown, "another type of the alias cannot be read", zone: "@ CNAME host.example.net.\n@ MX SERVFAIL"),
      CheckExample(.unknown, "the server fails", zone: "@ ANY SERVFAIL")
    ]
  ) { survey in
    let own = survey.answers.filter { $0.question.name == survey.domain }
    if own.allSatisfy({ $0.failure != nil }) { return .findings(own.compactMap(Finding.unread)) }
    let aliases = Set(survey.answers.lazy.filter(\.startsWithAlias).map(\.question.name))
    let unread = aliases.isEmpty ? unreadAliases(survey) : []
    if aliases.isEmpty, unread.isEmpty { return .notApplicable("no name that was asked for is an alias") }
    let failing = Set(survey.answers.lazy.filter { $0.failure != nil }.map(\.question.name))
    let open = survey.answers.filter { aliases.contains($0.question.name) || failing.contains($0.question.name) }
    let names = Dictionary(grouping: open, by: \.question.name).sorted { $0.key < $1.key }
    let judged = names.flatMap { name, answers in aliases.contains(name) ? findings(answers) : hidden(answers) }
    return .findings(judged.isEmpty ? unread : judged)
  }

  /// Names of the domain that may be aliases, for all that was seen: one finding.
  private static func unreadAliases(_ survey: DomainSurvey) -> [Finding] {
    let failed = survey.ownAnswers.filter { $0.failure != nil }
    guard let first = failed.first else { return [] }
    let names = Set(failed.map(\.question.name)).count
    let others = names > 1 ? " and \(names - 1) more" : ""
    return [
      Finding(
        .unknown, "Whether \(first.question.name)\(others) is an alias could not be seen.",
        evidence: failed.prefix(3).map { Evidence($0) })
    ]
  }

  /// Beside records of its own a name may have an alias that an answer that failed would have shown.
  private static func hidden(_ answers: [DNSAnswer]) -> [Finding] {
    answers.contains(where: \.hasOwnRecords) ? answers.compactMap(Finding.unread).prefix(1).map(\.self) : []
  }

  private static func findings(_ answers: [DNSAnswer]) -> [Finding] {
    guard let alias = answers.first(where: \.startsWithAlias) else { return [] }
    let name = alias.question.name
    let direct = answers.filter { $0.hasOwnRecords && $0.question.type != .cname }
    if direct.isEmpty {
      // An answer that loops or ends badly behind the alias is still an answer for the name itself.
      return answers.filter { !$0.startsWithAlias }.compactMap(Finding.unread)
    }
    let types = direct.map(\.question.type.description).joined(separator: ", ")
    return [
      Finding(
        .fail, subject: name.description, "\(name) is an alias, and has records of its own (\(types)).",
        evidence: ([alias] + direct).map { Evidence($0) })
    ]
  }
}

extension DNSAnswer {
  /// Whether a CNAME record of the very name that was asked for led on.
  fileprivate var startsWithAlias: Bool {
    aliases.first.map { $0.owner == question.name && $0.type == .cname } ?? false
  }
}
