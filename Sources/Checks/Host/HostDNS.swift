import AuditModel
import DNS
import HostFiles
import Survey

extension HostCheck {
  static let hostDNS = HostCheck(
    CheckDescription(
      id: "HOST-DNS",
      area: .host,
      title: "Others can look the name of the machine up",
      severity: .medium,
      severityReason: "receivers that look the name of EHLO up refuse it",
      appliesWhen: "the machine shows a public name, and delivers to the servers of recipients",
      rule: """
        Ask for the A and AAAA records of the name that the mail program greets with. Fail when it has none and the machine \
        delivers itself; a remark when a relay stands between. Unknown when it delivers itself, and DNS was not asked or gave \
        no answer.
        """,
      whyItMatters: "Servers answer 450 4.7.1 \"Helo command rejected: Host not found\".",
      remedy:
        "Publish an A record of the name with the public address of the machine, or greet with a name that has one.",
      standards: ["RFC 5321 §4.1.4", "RFC 5321 §2.3.5"],
      causes: ["HOST-FQDN", "HOST-HELO", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      HostExample(.pass, "an address", .postfix("myhostname = mail.example.org")) { $0.zone = "mail A 192.0.2.25" },
      HostExample(.fail, "no such name", .postfix("myhostname = mail.example.org")) { $0.zone = "www A 192.0.2.80" },
      HostExample(.info, "no such name, and a relay", .postfix(withRelay)) { $0.zone = "www A 192.0.2.80" },
      HostExample(.unknown, "no answer", .postfix("myhostname = mail.example.org")) { $0.zone = "mail ANY TIMEOUT" },
      HostExample(.unknown, "DNS was not asked", .postfix("myhostname = mail.example.org")),
      HostExample(.notApplicable, "no public name", .postfix("myhostname = web01.lan")) { $0.zone = "www A 192.0.2.80" }
    ]
  ) { survey in
    if let other = survey.withoutPublicName { return other }
    if survey.dns?.name.addresses.isEmpty == false { return .pass }
    let unread = survey.dns?.name.answers.compactMap(Finding.unread) ?? []
    guard let dns = survey.dns, unread.isEmpty else {
      // A relay seldom asks who its own customers are.
      if !survey.deliversItself { return .notApplicable("the machine is not known to deliver by itself") }
      return unread.isEmpty ? survey.notAsked : .findings(unread)
    }
    return .findings([
      Finding(
        survey.deliversItself ? .fail : .info, subject: "\(dns.name.name)", "\(dns.name.name) has no address in DNS.",
        evidence: dns.name.answers.map { Evidence($0) })
    ])
  }

  private static let withRelay = "myhostname = mail.example.org\nrelayhost = [smtp.example.net]:587"
}

extension HostSurvey {
  /// The answer where no mail program shows a public name.
  var withoutPublicName: Judgement? {
    if let other = withoutMailProgram { return other }
    if deliversItself, let unseen = unseenGreeting { return unseen }
    guard let name = announcedName, InnerName.fault(name) == nil else {
      return .notApplicable("the machine shows no public name")
    }
    return nil
  }

  /// The answer where nothing was asked.
  var notAsked: Judgement {
    .unknown(
      "DNS was not asked about \(announcedName ?? "the name of the machine").",
      evidence: [Evidence(source: "EHLO", excerpt: announcedName ?? "")], remedy: "Leave out --offline.")
  }
}
