import AuditModel
import DNS
import HTTPS
import Survey

extension DomainCheck {
  static let rdnsTOnline = DomainCheck(
    CheckDescription(
      id: "RDNS-TONLINE",
      area: .reverseDNS,
      title: "The web site behind the host's name tells who runs the host",
      severity: .medium,
      severityReason: "T-Online takes no mail from hosts whose operator it cannot find",
      appliesWhen:
        "an address that sends directly is given (--ip), and its name is neither generic nor that of a service",
      rule: """
        With --probe-host-sites GETs of the front pages of the registered domain above each PTR name, of www there, and \
        of the PTR name itself, over https until one leads to an imprint; redirects are followed within the domain, two \
        at most. Warn if no page has a link whose text or target is called imprint, Impressum, legal notice, contact or \
        the like in other languages, nor such a heading. Unknown if a page could not be read: no connection, no answer \
        in time, status 403, 429 or 5xx, a redirect to another domain, a page that scripts build; and without the option.
        """,
      whyItMatters: """
        T-Online knows no host until its operator asks, and answers 554 (NOWL) at connect. Before it lets a host in it \
        wants to find the operator, with a direct contact, by the name of the host.
        """,
      remedy: """
        Put an imprint with an address, telephone number and mail address on https://DOMAIN/, the domain of the PTR \
        name, and link to it from the front page. Then write to the address in the refusal of T-Online.
        """,
      standards: ["T-Online, Postmaster page §4.1", "T-Online, Postmaster page §4.11"],
      causes: ["RDNS-PTR", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "an imprint at the domain", zone: zone, stage: .sites(["": imprint]), configure: named),
      CheckExample(
        .pass, "behind a redirect to www", zone: zone,
        stage: .sites(["": "HTTP/1.1 301 Moved\nLocation: https://www.example.org/", "www.": imprint]), configure: named
      ),
      CheckExample(
        .pass, "at the name of the host", zone: zone,
        stage: .sites(["": page, "www.": "HTTP/1.1 404 Not Found", "mail.": imprint]), configure: named),
      CheckExample(
        .warn, "a site without an imprint", zone: zone, stage: .sites(["": page, "www.": page, "mail.": page]),
        configure: named),
      CheckExample(.warn, "no site at all", zone: reverse, stage: .sites([:]), configure: named),
      CheckExample(
        .unknown, "only programs are turned away", zone: zone, stage: .sites(["": "HTTP/1.1 403 Forbidden"]),
        configure: named),
      CheckExample(
        .unknown, "the domain leads to another", zone: zone,
        stage: .sites([
          "": "HTTP/1.1 302 Found\nLocation: https://example.net/", "www.": page, "mail.": page
        ]), configure: named),
      CheckExample(.unknown, "the sites cannot be reached", zone: zone, stage: .sites([:]), configure: named),
      CheckExample(.unknown, "the sites are not looked at", zone: zone, configure: named),
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL", configure: named),
      CheckExample(.notApplicable, "no PTR record", zone: "@ MX 10 mx", configure: named),
      CheckExample(
        .notApplicable, "the name is that of a network",
        zone: "25.2.0.192.in-addr.arpa. PTR 25-2-0-192.pool.isp.example.",
        configure: named),
      CheckExample(.notApplicable, "no address is given", zone: zone)
    ]
  ) { survey in
    let hosts = survey.sending.hosts.filter(\.mayNameOperator)
    if hosts.isEmpty { return .notApplicable("no address that sends is given (--ip) with a name of its own") }
    guard let sites = survey.hostSites else {
      return .unknown(
        "Nobody looked at the web site behind the name of \(hosts[0].address).", subject: hosts[0].subject,
        remedy: "Run mailaudit audit with --probe-host-sites: it looks for an imprint there.")
    }
    return survey.judgeSendingHosts(where: \.mayNameOperator) { host in
      host.unread ?? findings(host, Set(host.operatorNames.map(survey.organization)), sites)
    }
  }

  private static let reverse = "25.2.0.192.in-addr.arpa. PTR mail"
  private static let zone = "\(reverse)\n@ A 192.0.2.80\nwww A 192.0.2.80\nmail A 192.0.2.25"
  private static let imprint = "HTTP/1.1 200 OK\n\n<p><a href=\"/about/7\">Impressum</a>"
  private static let page = "HTTP/1.1 200 OK\n\n<h1>It works</h1>"

  private static func named(_ options: inout SurveyOptions) { options.sendingAddress = IPAddress("192.0.2.25") }

  /// One operator that can be found is enough. A port that is closed shows no site, but a firewall on the way looks the
  /// same: it counts only beside something that was seen.
  private static func findings(_ host: SendingHost, _ domains: Set<DomainName>, _ sites: HostSiteSurvey) -> [Finding] {
    let operators = sites.operators.filter { domains.contains($0.domain) }
    if operators.contains(where: \.hasImprint) { return [] }
    let pages = operators.flatMap(\.pages)
    let names = domains.sorted().map(\.description).joined(separator: ", ")
    if let open = pages.first(where: \.isOpen) ?? (pages.contains(where: \.lacksImprint) ? nil : pages.first) {
      let reason = "The web site of \(names) could not be looked at whole: \(open.url) (\(open.summary))."
      return [
        Finding(
          .unknown, subject: host.subject, reason, evidence: open.evidence,
          remedy: "Look with a browser whether \(names) leads to an imprint.")
      ]
    }
    if operators.count < domains.count || host.nameCount > host.names.count || pages.isEmpty {
      return [Finding(.unknown, subject: host.subject, "Not all names of \(host.address) were looked at.")]
    }
    let seen = pages.map { "\($0.url) (\($0.summary))" }.joined(separator: ", ")
    return [
      Finding(
        .warn, subject: host.subject, "No web site tells who runs \(host.address): \(seen).",
        evidence: pages.flatMap(\.evidence))
    ]
  }
}

extension SendingHost {
  /// Whether the host is one that sends for its owner, and may have a name that leads to a site.
  fileprivate var mayNameOperator: Bool {
    guard isNamed, relay == nil else { return false }
    return ptr.failure != nil || hiddenPurpose != nil || !operatorNames.isEmpty
  }
}

extension HostPage {
  /// Whether nobody can tell if there is an imprint.
  fileprivate var isOpen: Bool {
    switch sight {
    case .unreadable: true
    case .failure(.refused): false
    case .failure(let failure): !failure.isDefinite
    case .imprint, .noImprint, .status: false
    }
  }

  /// Whether it was seen that there is none.
  fileprivate var lacksImprint: Bool {
    switch sight {
    case .noImprint, .status: true
    case .failure(let failure): failure.isDefinite
    case .imprint, .unreadable: false
    }
  }

  /// The URL of the front page.
  fileprivate var url: String { visits.first?.answer.url.description ?? "" }

  /// What was seen, a phrase.
  fileprivate var summary: String {
    switch sight {
    case .imprint(let sign): sign
    case .noImprint: "no imprint"
    case .status(let status): "status \(status)"
    case .unreadable(let reason): reason
    case .failure(let failure): failure.description
    }
  }

  /// The last request as evidence.
  fileprivate var evidence: [Evidence] { visits.last?.evidence ?? [] }
}

extension CheckStage {
  /// The front pages of web sites below `example.org`, by what stands before that name.
  fileprivate static func sites(_ pages: [String: String]) -> CheckStage {
    var stage = CheckStage()
    stage.hostSites = [:]
    for (host, text) in pages {
      let isWhole = text.contains("\n\n")
      stage.hostSites?["https://\(host)example.org/"] = StagedPage(isWhole ? text : text + "\nContent-Length: 0\n\n")
    }
    return stage
  }
}
