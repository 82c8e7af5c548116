import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfVoidLimit = DomainCheck(
    CheckDescription(
      id: "SPF-VOID-LIMIT",
      area: .spf,
      title: "At most two void look-ups",
      severity: .high,
      severityReason: "receivers may return permerror at the third",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Count the look-ups of an evaluation in which nothing matches that end in NXDOMAIN or in an answer without \
        records. Fail if more than 2 come together for an IPv4 client; warn for 1 or 2 whose name is void for every \
        client; info if only IPv6 clients meet more than 2; unknown if fewer are seen and a look-up failed.
        """,
      whyItMatters: """
        Terms of former providers and hosts point to names that are gone. Receivers count them, and at the third \
        they give permerror instead of a result. Whoever registers a dead name may send for the domain.
        """,
      remedy: "Delete the terms whose names no longer exist.",
      standards: ["RFC 7208 §4.6.4", "RFC 7208 §11.1"],
      causes: ["SPF-INCLUDE-TARGET", "SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "every name answers", zone: "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mail\nmail A 192.0.2.1"),
      CheckExample(
        .fail, "three names that are gone",
        zone: #"@ TXT "v=spf1 a:old1.example.org a:old2.example.org mx:old3.example.org -all""#),
      CheckExample(.warn, "one name that is gone", zone: #"@ TXT "v=spf1 a:old.example.org -all""#),
      CheckExample(
        .info, "hosts without IPv6 addresses",
        zone: """
          @ TXT "v=spf1 a mx -all"
          @ A 192.0.2.1
          @ MX 10 m1
          @ MX 20 m2
          m1 A 192.0.2.2
          m2 A 192.0.2.3
          """),
      CheckExample(.unknown, "a name does not answer", zone: "@ TXT \"v=spf1 a:slow.example.org -all\"\nslow A TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let limit = SPFLimits().voidLookups
      let v4 = tree.voidLookups(v4: true)
      let dead = tree.countedTerms.flatMap { place in tree.deadNames(of: place).map { (place, $0) } }
      if v4 > limit { return .findings(tree.voidFindings(.fail, v4: true, total: v4)) }
      if !dead.isEmpty { return .findings(tree.deadFindings(dead) + tree.failedLookups) }
      if !tree.failedLookups.isEmpty { return .findings(tree.failedLookups) }
      let v6 = tree.voidLookups(v4: false)
      return v6 > limit ? .findings(tree.voidFindings(.info, v4: false, total: v6)) : .pass
    }
  }
}

extension SPFTree {
  fileprivate func voidFindings(_ verdict: Verdict, v4: Bool, total: Int) -> [Finding] {
    let places = countedTerms.filter { !voidAnswers(of: $0, v4: v4).isEmpty }
    let names = places.flatMap { voidAnswers(of: $0, v4: v4) }.map(\.question.description)
    return [
      Finding(
        verdict,
        """
        An evaluation for an \(v4 ? "IPv4" : "IPv6") client in which nothing matches meets \(total) void look-ups, and \
        \(SPFLimits().voidLookups) are allowed: \(names.prefix(8).joined(separator: ", ")).
        """,
        evidence: places.prefix(4).map { evidence(of: $0) })
    ]
  }

  fileprivate func deadFindings(_ dead: [(place: Place, name: DomainName)]) -> [Finding] {
    dead.told.map { place, name in
      let term = term(at: place)
      let answers = voidAnswers(of: place, v4: true).filter { $0.question.name == name }
      return Finding(
        .warn, subject: name.description,
        "\(name), which \(term.text) in \(location(of: nodes[place.node])) looks up, \(lack(answers.first)).",
        evidence: [evidence(of: place)] + answers.prefix(1).map { Evidence($0) })
    }
  }

  /// What a void answer lacks.
  private func lack(_ answer: DNSAnswer?) -> String {
    guard let answer, answer.outcome != .nameError else { return "does not exist" }
    return answer.question.type == .a || answer.question.type == .aaaa
      ? "has no address" : "has no \(answer.question.type) records"
  }

  fileprivate var failedLookups: [Finding] {
    failures.told.map { answer in
      Finding(
        .unknown, subject: answer.question.name.description,
        "Whether \(answer.question) is a void look-up could not be seen: \(answer.failure?.description ?? "").",
        evidence: [Evidence(answer)])
    }
  }
}
