import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsNSConsistent = DomainCheck(
    CheckDescription(
      id: "DNS-NS-CONSISTENT",
      area: .dns,
      title: "All authoritative servers give the same mail records",
      severity: .high,
      severityReason: "receivers see another policy, depending on the server that they ask",
      appliesWhen: "the servers of the zone are asked one by one, and two or more of them answer for it",
      rule: """
        Ask every server of the zone, and those that only the zone above names, at their addresses for NS, MX and TXT \
        records of the domain, _dmarc, _mta-sts, _smtp._tls and the DKIM selectors that are known, and for TLSA \
        records of its own exchanges. Fail for each question to which they give different answers, twice; times to live and order do not count. A remark if their \
        serial numbers differ but the records do not, or if the zone above names other servers than the zone. Unknown \
        if no server, or the addresses of one, could be asked. Servers that do not answer for the zone are told of by DNS-RESOLVE-ERROR.
        """,
      whyItMatters:
        "SPF and DKIM then fail now and then, at some receivers only, and nobody can say when. This is usually why.",
      remedy: """
        Raise the serial number and have the secondary servers transfer the zone again; if one keeps the old records, \
        look at its log for the reason, or take it out of the NS records here and at the registrar.
        """,
      standards: ["RFC 1034 §4.3.5", "RFC 1996 §2", "RFC 1034 §4.2.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "two copies of one zone", zone: servers, stage: .authorities(mail, mail)),
      CheckExample(.fail, "an old MX record at the second", zone: servers, stage: .authorities(mail, oldMX)),
      CheckExample(
        .fail, "a DKIM key that only the first has", zone: servers + "s1._domainkey TXT \"v=DKIM1; p=AAAA\"",
        stage: .authorities(mail + "\ns1._domainkey TXT \"v=DKIM1; p=AAAA\"", mail)
      ) { $0.selectors = ["s1"] },
      CheckExample(.info, "another serial number", zone: servers, stage: .authorities(mail, newSerial)),
      CheckExample(.notApplicable, "the servers are not asked", zone: servers),
      CheckExample(.notApplicable, "only one server answers for the zone", zone: servers, stage: .authorities(mail)),
      CheckExample(.unknown, "no server can be reached", zone: servers, stage: .authorities()),
      CheckExample(.unknown, "the zone cannot be found", zone: "@ SOA SERVFAIL\n@ NS SERVFAIL", stage: .authorities())
    ]
  ) { survey in
    guard let authorities = survey.authorities else { return withoutServers(survey) }
    let unread = survey.unreadServers.compactMap(Finding.unread)
    let working = authorities.servers.filter { $0.standing == .working }
    if working.count < 2 {
      let isSilent = authorities.servers.allSatisfy { if case .silent = $0.standing { true } else { false } }
      if isSilent, !authorities.servers.isEmpty { return unreached(authorities) }
      return unread.isEmpty ? .notApplicable("fewer than two servers answer for the zone") : .findings(unread)
    }
    let differences = authorities.questions.filter { $0.type != .soa }.compactMap {
      difference($0, working, of: authorities.apex)
    }
    let rest = differences.isEmpty ? serials(working, authorities) + unread : []
    return .findings(differences + rest + delegation(authorities))
  }

  private static let servers = "@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 198.51.100.53\n"
  private static let records = "@ NS ns1\n@ NS ns2\n@ TXT \"v=spf1 mx -all\"\n"
  private static let mail = "@ SOA ns1 h 1 2 3 4 5\n\(records)@ MX 10 mail"
  private static let oldMX = "@ SOA ns1 h 1 2 3 4 5\n\(records)@ MX 10 old"
  private static let newSerial = "@ SOA ns1 h 2 2 3 4 5\n\(records)@ MX 10 mail"

  private static func withoutServers(_ survey: DomainSurvey) -> Judgement {
    guard survey.asksAuthorities else {
      return .notApplicable("the servers of the zone are not asked one by one (--authoritative)")
    }
    let unread = [survey.zone.soa, survey.zone.nameServers].compactMap(Finding.unread)
    return unread.isEmpty ? .notApplicable("the zone that the domain lies in was not found") : .findings(unread)
  }

  private static func unreached(_ authorities: AuthoritySurvey) -> Judgement {
    .unknown(
      "None of the \(authorities.servers.count) servers of \(authorities.apex) could be asked.",
      subject: authorities.apex.description,
      evidence: authorities.servers.prefix(3).map { $0.evidence(authorities.questions[0]) },
      remedy: "Let DNS (port 53, UDP and TCP) out of this network, not only to your resolver.")
  }

  /// The servers that say one thing, and those that say another; nil when all say the same.
  private static func difference(
    _ question: DNSQuestion, _ servers: [AuthoritySurvey.Server], of apex: DomainName
  ) -> Finding? {
    let said = servers.compactMap { server in server.reply(to: question)?.essence(in: apex).map { (server, $0) } }
    guard let first = said.first, let other = said.first(where: { $0.1 != first.1 }) else { return nil }
    let statement =
      "\(first.0.label) and \(other.0.label) give different answers for \(question.name) \(question.type)."
    return Finding(
      .fail, subject: question.name.description, statement,
      evidence: [first.0.evidence(question), other.0.evidence(question)])
  }

  private static func serials(_ servers: [AuthoritySurvey.Server], _ authorities: AuthoritySurvey) -> [Finding] {
    let serials = servers.compactMap { server in server.serial.map { (server, $0) } }
    guard let first = serials.first, let other = serials.first(where: { $0.1 != first.1 }) else { return [] }
    let statement = "\(first.0.label) has serial \(first.1), \(other.0.label) has \(other.1); the mail records agree."
    return [
      Finding(
        .info, subject: authorities.apex.description, statement,
        evidence: [first.0, other.0].map { $0.evidence(authorities.questions[0]) },
        remedy: "Nothing, if a transfer is under way; look again later.")
    ]
  }

  private static func delegation(_ authorities: AuthoritySurvey) -> [Finding] {
    guard let above = authorities.delegation, above != authorities.listed else { return [] }
    let names = above.symmetricDifference(authorities.listed).sorted().map(\.description).joined(separator: ", ")
    let statement = "The zone above and \(authorities.apex) do not name the same servers; the difference is \(names)."
    let own = authorities.listed.sorted().map(\.description).joined(separator: ", ")
    return [
      Finding(
        .info, subject: authorities.apex.description, statement,
        evidence: [Evidence(source: "\(authorities.apex) NS", excerpt: own)],
        remedy: "Tell the registrar the servers that the zone names, or correct its NS records.")
    ]
  }
}

extension DomainSurvey {
  /// The answers that failed and would have told the servers of the zone, or their addresses.
  fileprivate var unreadServers: [DNSAnswer] {
    guard case .known(_, _, let names) = zone.apex else { return [] }
    return ([names] + zone.servers.flatMap(\.answers)).filter { $0.failure != nil }
  }
}

extension AuthoritySurvey.Server {
  /// The name and the address.
  var label: String { "\(name) (\(address))" }

  /// The reply to a question as evidence.
  func evidence(_ question: DNSQuestion) -> Evidence {
    let text: String
    switch reply(to: question)?.content {
    case .answer(let outcome, let aliases):
      text = DNSAnswer(question: question, outcome: outcome, aliases: aliases).excerpt
    case .referral(let zone, _): text = "a referral to the servers of \(zone)"
    case .lame(let reason): text = reason
    case .failure(let failure): text = failure.description
    case nil: text = DNSFailure.notAsked.description
    }
    return Evidence(source: question.description, excerpt: text, server: address.description)
  }
}

extension CheckStage {
  /// A stage on which the servers at 192.0.2.53 and 198.51.100.53 serve these texts; those that are left out are silent.
  static func authorities(_ texts: String...) -> CheckStage {
    var stage = CheckStage()
    let addresses = ["192.0.2.53", "198.51.100.53"].compactMap { IPAddress($0) }
    stage.authorities = Dictionary(zip(addresses, texts.map(StagedAuthority.serving))) { first, _ in first }
    return stage
  }
}
