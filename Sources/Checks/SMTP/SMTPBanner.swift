import AuditModel
import DNS
import MailAuthentication
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpBanner = DomainCheck(
    CheckDescription(
      id: "SMTP-BANNER",
      area: .smtpProbe,
      title: "The greeting welcomes mail and names the host",
      severity: .low,
      severityReason: "a wrong name looks careless; a refusal is found at once, because no mail comes in",
      appliesWhen: "a mail server greets somebody who connects",
      rule: """
        Fail if the greeting is 521, 554 or another 5xx; unknown instead if its words blame the client. Warn if the \
        name in the greeting or in the reply to EHLO is no full domain name (an address in brackets is allowed). A \
        remark if the name is that of neither the host nor its PTR records nor a sibling, or if a version of software is \
        shown.
        """,
      whyItMatters: """
        A refusal in the greeting turns all mail away. A name such as localhost makes logs and bounces of others \
        hard to read, and monitoring services complain.
        """,
      remedy: """
        Let the server call itself by its full name (Postfix: myhostname, Exim: primary_hostname, Exchange: the FQDN of \
        the receive connector).
        """,
      standards: ["RFC 5321 §3.1", "RFC 5321 §4.3.1", "RFC 7504 §3"]
    ),
    examples: [
      CheckExample(.pass, "its own name", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "no mail here", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["521 mail.example.org does not accept mail"] })),
      CheckExample(
        .warn, "localhost", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["220 localhost ESMTP"] })),
      CheckExample(
        .warn, "a full name in the greeting, another in the reply to EHLO", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250-srv1", "250 STARTTLS"] })),
      CheckExample(
        .info, "the name of somebody else", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["220 vps7.hoster.example.net ESMTP"] })),
      CheckExample(
        .pass, "the name of its PTR record",
        zone: ExampleCertificates.zone("25.2.0.192.in-addr.arpa. PTR vps7.hoster.example.net."),
        stage: .server(nil, StagedMailServer { $0.greeting = ["220 vps7.hoster.example.net ESMTP"] })),
      CheckExample(
        .info, "a version", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["220 mail.example.org ESMTP Exim 4.96"] })),
      CheckExample(
        .unknown, "the server dislikes the client", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.greeting = ["554 5.7.1 [198.51.100.7] is blocked by zen.example.net"] })),
      CheckExample(
        .unknown, "the server is busy", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["421 4.3.2 too many connections"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    if let nothing = survey.mx.withoutHosts { return nothing }
    guard let servers = survey.mailServers else { return .mailServersNotAsked }
    guard !servers.observations.isEmpty else { return survey.mx.withoutAddresses }
    let said = servers.observations.flatMap { observation in
      observation.session.greeting.map { findings($0, observation, survey) } ?? []
    }
    return .findings(
      said
        + servers.unseen(survey.mx) { $0.session.greeting == nil || $0.session.greeting?.replyClass == .transient })
  }

  private static func findings(
    _ greeting: SMTPReply, _ observation: MailServerObservation, _ survey: DomainSurvey
  ) -> [Finding] {
    let subject = observation.subject
    let evidence = observation.evidence("\(greeting)")
    switch greeting.replyClass {
    case .transient: return []
    case .positive: return names(greeting, observation, survey) + version(greeting, observation)
    case .permanent where greeting.isAboutClient:
      let remedy = "Run mailaudit on a host that may send mail: this refusal may concern the client only."
      return [observation.finding(.unknown, "\(subject) refuses this client: \(greeting).", evidence, remedy: remedy)]
    case .permanent, .intermediate:
      let remedy = "Let the server take mail, or take its name out of the MX records."
      return [observation.finding(.fail, "\(subject) refuses all mail: \(greeting).", evidence, remedy: remedy)]
    }
  }

  private static func names(
    _ greeting: SMTPReply, _ observation: MailServerObservation, _ survey: DomainSurvey
  ) -> [Finding] {
    let subject = observation.subject
    let name = greeting.lines.first?.split(separator: " ").first.map(String.init) ?? ""
    let evidence = observation.evidence("\(greeting)")
    var findings: [Finding] = []
    if name.contains("***") {
      let statement = "A firewall hides the greeting of \(subject) behind asterisks."
      let remedy = "Switch off the inspection of SMTP in the firewall: it breaks STARTTLS too."
      findings.append(observation.finding(.warn, statement, evidence, remedy: remedy))
    } else if !name.isHostName {
      let shown = name.isEmpty ? "no name" : "\"\(name)\", which is no full name"
      findings.append(observation.finding(.warn, "\(subject) greets with \(shown).", evidence))
    } else if let other = DomainName(name), survey.isForeign(other, to: observation) {
      let hosts = survey.sending.hosts.filter { $0.address == observation.address }
      if let unread = hosts.lazy.compactMap(\.unread).first { return unread }
      let statement = "\(subject) greets as \(other), which is neither its name nor that of its address."
      findings.append(observation.finding(.info, statement, evidence))
    }
    if let own = observation.session.serverName, own != name, !own.isHostName, !own.contains("***") {
      let statement = "\(subject) calls itself \"\(own)\" in its reply to EHLO, which is no full name."
      findings.append(observation.finding(.warn, statement, observation.evidence("250 \(own)")))
    }
    return findings
  }

  private static func version(_ greeting: SMTPReply, _ observation: MailServerObservation) -> [Finding] {
    let words = (greeting.lines.first ?? "").split { " ()/;,".contains($0) }.dropFirst()
    guard let version = words.first(where: { isVersion($0) }) else { return [] }
    let statement = "\(observation.subject) tells a version of its software, \(version)."
    return [
      observation.finding(
        .info, statement, observation.evidence("\(greeting)"),
        remedy: "Leave the version out of the greeting; what matters is that the software is kept up to date.")
    ]
  }

  /// Two or three groups of digits with dots between, as versions have; an address has four.
  private static func isVersion(_ word: Substring) -> Bool {
    let groups = word.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(groups.count) else { return false }
    return groups.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigitCharacter) }
      && groups.last?.first?.isASCIIDigitCharacter == true
  }
}

extension Character {
  fileprivate var isASCIIDigitCharacter: Bool { isASCII && isNumber }
}

extension String {
  /// Whether this is a full domain name, or an address in brackets, as RFC 5321 §4.1.3 writes it.
  fileprivate var isHostName: Bool {
    if hasPrefix("["), hasSuffix("]") { return true }
    guard let name = DomainName(self), name.labelCount > 1 else { return false }
    return name.literalAddress == nil
      && !["localhost", "localdomain", "local", "lan", "internal", "invalid"].contains {
        name.isEqual(toOrBelow: $0)
      }
  }
}

extension DomainSurvey {
  /// Whether a name belongs neither to a host nor to the names of its address, nor shares a registered domain with them.
  fileprivate func isForeign(_ name: DomainName, to observation: MailServerObservation) -> Bool {
    let reverse = sending.hosts.filter { $0.address == observation.address }.flatMap { $0.names.map(\.name) }
    let list = options.publicSuffixList
    let own = list.registrableDomain(of: name) ?? name
    return !([observation.host, domain] + reverse).contains { (list.registrableDomain(of: $0) ?? $0) == own }
  }
}
