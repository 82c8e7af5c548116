import AuditModel
import DNS
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport

extension DomainSurvey {
  /// Judges what the addresses of the mail servers showed; an address that could not be looked at leaves the check
  /// undecided.
  func judgeMailServers(_ judge: (MailServerObservation) -> [Finding]) -> Judgement {
    if let nothing = mx.withoutHosts { return nothing }
    guard let servers = mailServers else { return .mailServersNotAsked }
    guard !servers.observations.isEmpty else { return mx.withoutAddresses }
    return .findings(servers.observations.flatMap(judge) + servers.unseen(mx))
  }

  /// Judges sessions inside TLS; addresses that offer no TLS have nothing to judge.
  func judgeTLS(_ judge: (MailServerObservation, TLSFacts) -> [Finding]) -> Judgement {
    let isClear = mailServers?.observations.allSatisfy { $0.session.offersSTARTTLS == false } ?? false
    if isClear, mailServers?.observations.isEmpty == false, mailServers?.unvisited == 0 {
      return .notApplicable("no mail server offers STARTTLS")
    }
    return judgeMailServers { observation in
      if let facts = observation.session.tls { return judge(observation, facts) }
      return observation.wasGreeted && observation.session.offersSTARTTLS != false ? [observation.unseen] : []
    }
  }
}

extension MXSurvey {
  /// Why there is no mail server to look at; nil when there is one.
  var withoutHosts: Judgement? {
    switch delivery {
    case .exchanges, .implicit: nil
    case .null: .notApplicable("the domain has a null MX")
    case .none: .notApplicable("the domain takes no mail: it has neither MX records nor an address")
    case .unknown: .findings(unread.compactMap(Finding.unread))
    }
  }

  /// Why no mail server has an address.
  var withoutAddresses: Judgement {
    let unread = hosts.flatMap(\.unread)
    return unread.isEmpty ? .notApplicable("no mail server has an address") : .findings(unread)
  }
}

extension Judgement {
  /// Nobody asked the mail servers.
  static let mailServersNotAsked = Judgement.unknown(
    "Nobody connected to the mail servers.",
    remedy: "Run mailaudit audit with --probe-mx from a host whose outgoing connections to port 25 are not blocked.")
}

extension MailServerSurvey {
  /// The addresses that were not seen. When no address could be reached, one finding says so: that is the network.
  func unseen(_ mx: MXSurvey, where isMeant: (MailServerObservation) -> Bool = { _ in true }) -> [Finding] {
    var findings = mx.hosts.flatMap(\.unread)
    let observations = observations.filter(isMeant)
    let unreached = observations.filter { !$0.wasGreeted }
    if unreached.count == observations.count, unreached.count > 1, let first = unreached.first,
      unreached.allSatisfy({ $0.isUnreached })
    {
      let list = unreached.map { "\($0.host) (\($0.place))" }.joined(separator: ", ")
      let statement = "No mail server could be reached on port 25: \(list)."
      findings.append(Finding(.unknown, statement, evidence: [first.evidence], remedy: Self.blockedPort))
    } else {
      findings += unreached.map(\.unseen)
    }
    if unvisited > 0 {
      findings.append(Finding(.unknown, "\(unvisited) more addresses of mail servers were not looked at."))
    }
    return findings
  }

  static let blockedPort =
    "Many networks block outgoing connections to port 25: run mailaudit on a host that may send mail directly."
}

extension MailServerObservation {
  /// Whether the server greeted, and what follows can be judged.
  var wasGreeted: Bool { session.extensions != nil }

  /// Whether there was no connection at all.
  fileprivate var isUnreached: Bool { session.stop?.step == .connect }

  /// What could not be seen, and why.
  var unseen: Finding {
    let cause = session.stop.map { "\($0)" } ?? "the conversation brought nothing"
    return Finding(
      .unknown, subject: host.description, "\(subject) could not be looked at: \(cause).", evidence: [evidence],
      remedy: isUnreached ? MailServerSurvey.blockedPort : nil)
  }

  /// The host and the address, for sentences.
  var subject: String { "\(host) (\(place))" }

  /// Where it was seen.
  private var source: String { "\(host) port \(port)" }

  /// The conversation as evidence.
  var evidence: Evidence {
    let lines = session.transcript.map { "\($0)" }.joined(separator: "; ")
    let text = lines.isEmpty ? session.stop.map { "\($0)" } ?? "nothing" : lines
    return Evidence(source: source, excerpt: text, server: address.description)
  }

  /// A certificate as evidence.
  func evidence(_ certificate: Certificate) -> Evidence {
    Evidence(source: source, excerpt: certificate.summary, server: address.description)
  }

  /// What was seen of TLS as evidence.
  func evidence(_ text: String) -> Evidence {
    Evidence(source: source, excerpt: text, server: address.description)
  }

  /// One finding about this address.
  func finding(
    _ verdict: Verdict, _ statement: String, _ evidence: Evidence, remedy: String? = nil
  ) -> Finding {
    Finding(verdict, subject: host.description, statement, evidence: [evidence], remedy: remedy)
  }
}

extension Certificate {
  /// The certificate in one line for people.
  var summary: String {
    let names = dnsNames.isEmpty ? "no names" : dnsNames.prefix(8).joined(separator: " ")
    let more = dnsNames.count > 8 ? " and \(dnsNames.count - 8) more" : ""
    return "\(subject); issued by \(issuerName); for \(names)\(more); \(firstDay ?? "a date that is none") to \(end); "
      + "\(keyKind) \(keyBits) bits, \(signatureAlgorithm); serial \(serial)"
  }
}
