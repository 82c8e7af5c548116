import DNS
import OpenSSLKit
import Reporting
import SMTPSubmission
import Survey

extension TextPage {
  /// The mail servers of a domain: the answer, then each host.
  mutating func receiving(_ view: ReceivingView, isWhole: Bool, isShort: Bool) {
    paragraph(view.answer, paint: .bold)
    guard !isShort else { return }
    for host in view.hosts {
      line()
      line(Span(host.host.name.description, .bold))
      self.host(host, view)
      for observation in host.observations { self.observation(observation, host, view, isWhole: isWhole) }
    }
    guard let servers = view.survey.servers else {
      guard !view.hosts.isEmpty else { return }
      line()
      return paragraph("Nobody connected to the servers: --probe-mx does.", paint: .dim)
    }
    if servers.unvisited > 0 { paragraph("\(servers.unvisited) more addresses were not visited.", paint: .dim) }
  }

  private mutating func row(_ label: String, _ words: String, paint: Paint = .plain) {
    paragraph(words, label: Span(label, .dim), labelWidth: 13, indent: 2, paint: paint)
  }

  private mutating func host(_ host: ReceivingView.Host, _ view: ReceivingView) {
    row("preference", host.host.preferences.map { "\($0)" }.joined(separator: ", "))
    for alias in host.host.aliases { row("alias of", "\(alias.data)", paint: .yellow) }
    let failures = host.host.answers.compactMap { $0.failure }
    let addresses = host.host.addresses.map { "\($0)" }.joined(separator: ", ")
    row("addresses", addresses.isEmpty ? failures.first.map { "could not be read: \($0)" } ?? "none" : addresses)
    for name in view.reverseNames(of: host) { row("PTR", name) }
    if let policy = view.policy(of: host) { row("MTA-STS", policy) }
    for record in ReceivingView.records(host.dane) { row("TLSA", record) }
  }

  private mutating func observation(
    _ observation: MailServerObservation, _ host: ReceivingView.Host, _ view: ReceivingView, isWhole: Bool
  ) {
    line(Span(observation.place, .bold), indent: 2)
    row("TLS", observation.tlsWords, paint: observation.session.tls == nil ? .blue : .plain)
    let accepted = observation.acceptedVersions.map { "\($0)" }
    if !accepted.isEmpty { row("accepts", accepted.joined(separator: ", ")) }
    for (weakness, attempt) in observation.weaknesses.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let facts = attempt.facts { row("weak", "\(weakness.rawValue): \(facts.cipher)", paint: .yellow) }
    }
    for chain in observation.chains { certificate(chain, observation, view.isNamed(chain, host)) }
    guard isWhole else { return }
    for spoken in observation.session.transcript { row("", "\(spoken)", paint: .dim) }
  }

  private mutating func certificate(
    _ chain: [Certificate], _ observation: MailServerObservation, _ isNamed: Bool?
  ) {
    guard let leaf = chain.first else { return }
    row("certificate", "\(leaf.dnsNames.joined(separator: " ")) (\(leaf.keyKind), \(leaf.keyBits) bits)")
    row("", "issued by \(leaf.issuerName), valid until \(leaf.end), \(chain.count) sent")
    let faults = observation.faults(of: chain)
    let words = faults.map { $0.isEmpty ? "trusted for this name" : "not trusted: " + $0.joined(separator: "; ") }
    row("", words ?? "no trusted roots to judge it by", paint: faults == [] ? .green : .yellow)
    if let isNamed {
      row("", isNamed ? "named by a TLSA record" : "no TLSA record names it", paint: isNamed ? .green : .red)
    }
  }
}
