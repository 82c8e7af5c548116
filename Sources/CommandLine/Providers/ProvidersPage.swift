import DNS
import Providers
import Reporting

extension TextPage {
  /// All providers, a line each, by kind.
  mutating func providers(_ all: [SubmissionFacts], isShort: Bool) {
    if isShort {
      for facts in all { line(Span(facts.id)) }
      return
    }
    let width = (all.map(\.id.utf8.count).max() ?? 0) + 2
    for (number, kind) in ProviderKind.allCases.enumerated() {
      if number > 0 { line() }
      line(Span(kind.title, .bold))
      for facts in all where facts.kind == kind.rawValue {
        paragraph(facts.name, label: Span(facts.id), labelWidth: width, indent: 2)
      }
    }
  }

  /// All about a provider.
  mutating func provider(_ found: FoundProvider, for domain: DomainName?, isWhole: Bool) {
    let facts = found.provider
    line(Span(facts.id, .bold), "  ", Span(facts.name))
    section("Set in the application")
    for host in found.hosts { self.host(host, isWhole: isWhole) }
    if found.hosts.isEmpty { row("host", "none: applications cannot submit mail to this provider") }
    login(facts, isWhole: isWhole)
    rules(facts, isWhole: isWhole)
    publishing(facts, for: domain, isWhole: isWhole)
    if !facts.quirks.isEmpty { section("Remarks") }
    for quirk in facts.quirks { row("-", quirk.text + basis(quirk.basis, isWhole), width: 2) }
    if !isWhole {
      line()
      paragraph("Unconfirmed: remembered without a source. Try it before you rely on it.", paint: .dim)
    }
  }

  private mutating func host(_ host: SubmissionHost, isWhole: Bool) {
    let region = host.region.map { " (\($0))" } ?? ""
    row("host", host.name + region, paint: .bold)
    if host.state == .legacy { row("", "an old name; the provider has moved on", paint: .yellow) }
    if host.state == .dead { row("", "shut down", paint: .red) }
    if host.isTestSink { row("", "keeps messages and delivers none", paint: .yellow) }
    for (number, port) in host.ports.enumerated() {
      row(number == 0 ? "port" : "", "\(port.number), \(port.tls.words)" + basis(port.basis, isWhole))
    }
    note(host.note)
  }

  private mutating func login(_ facts: SubmissionFacts, isWhole: Bool) {
    if let name = facts.userName {
      let example = name.tellingExample.map { ", such as \($0)" } ?? ""
      row("user name", name.words + example + basis(name.basis, isWhole))
      note(name.note)
    }
    if let secret = facts.secret {
      row("password", secret.words + basis(secret.basis, isWhole))
      note(secret.note)
    }
    if let login = facts.authentication {
      let names = login.mechanisms.map { $0.uppercased() }.joined(separator: ", ")
      row("AUTH", (names.isEmpty ? "none" : names) + basis(login.basis, isWhole))
      note(login.note)
    }
    if let name = facts.greetingName {
      row("EHLO", name.words + basis(name.basis, isWhole))
      note(name.note)
    }
  }

  private mutating func rules(_ facts: SubmissionFacts, isWhole: Bool) {
    if let rule = facts.senderRule {
      row("sender", "\(rule.placeWords): \(rule.words)" + basis(rule.basis, isWhole))
      note(rule.note)
      for text in rule.failureTexts { row("", "otherwise: \(text)", paint: .dim) }
    }
    for (number, limit) in facts.limits.enumerated() {
      row(number == 0 ? "limits" : "", limit.words + basis(limit.basis, isWhole))
      note(limit.note)
    }
  }

  private mutating func publishing(_ facts: SubmissionFacts, for domain: DomainName?, isWhole: Bool) {
    guard facts.spf != nil || facts.dkim != nil || facts.returnPath != nil else { return }
    section("Publish")
    if let spf = facts.spf {
      let place = spf.isAtFromDomain ? domain?.description : nil
      let terms = spf.terms.isEmpty ? "nothing" : spf.terms.joined(separator: " or ")
      row("SPF", "\(terms), at \(place ?? spf.placeWords)" + basis(spf.basis, isWhole))
      note(spf.note)
    }
    if let dkim = facts.dkim {
      let selectors = dkim.selectors.isEmpty ? "none that all customers share" : dkim.selectors.joined(separator: ", ")
      row("DKIM", "selectors: \(selectors)" + basis(dkim.basis, isWhole))
      for record in dkim.records { row("", (domain.map(record.filled(for:)) ?? record).words) }
      note(dkim.note)
    }
    if let path = facts.returnPath {
      row("return path", path.behaviour + basis(path.basis, isWhole))
      for record in path.records { row("", (domain.map(record.filled(for:)) ?? record).words) }
      note(path.note)
    }
  }

  private func basis(_ basis: FactBasis, _ isWhole: Bool) -> String {
    if isWhole { return " [\(basis.confidence.rawValue)\(basis.source.isEmpty ? "" : ": " + basis.source)]" }
    return basis.confidence == .remembered ? " (unconfirmed)" : ""
  }

  private mutating func note(_ text: String) {
    if !text.isEmpty { row("", text, paint: .dim) }
  }

  private mutating func row(_ label: String, _ words: String, width: Int = 13, paint: Paint = .plain) {
    paragraph(words, label: Span(label, .dim), labelWidth: width, indent: 2, paint: paint)
  }

  private mutating func section(_ title: String) {
    line()
    line(Span(title, .bold))
  }
}

/// What a provider is, in the order of the list.
enum ProviderKind: String, CaseIterable {
  case mailbox, transactional, relay, hosting, isp, gateway
  case selfHosted = "self-hosted"
  case local
  case testSink = "test-sink"

  /// The heading.
  var title: String {
    switch self {
    case .mailbox: "Mailboxes"
    case .transactional: "Mail of applications"
    case .relay: "Relays"
    case .hosting: "Hosting"
    case .isp: "Internet access"
    case .gateway: "Gateways"
    case .selfHosted: "Servers of your own"
    case .local: "This host"
    case .testSink: "For tests: nothing is delivered"
    }
  }
}
