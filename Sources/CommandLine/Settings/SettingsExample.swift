import ApplicationSettings
import DNS
import Providers

/// A block of settings for an application and a provider: `--write-example`.
struct WrittenExample {
  let application: Application
  let provider: SubmissionFacts
  let domain: DomainName
  let hostName: String?
  let from: String?

  /// The block with its notes; nil when the application cannot be written, or the provider takes no mail by SMTP.
  var text: String? {
    guard let (host, port) = server else { return nil }
    let wish = ExampleWish(
      host: host.name, port: port.number, security: security(port), userName: userName, domain: domain.description,
      hostName: hostName ?? "\(application.name).\(domain)", from: sender)
    return application.example(wish, notes: notes(host, port))
  }

  private var sender: String { from ?? "\(application.name)@\(domain)" }

  /// A server that still serves, and its best port: TLS before none, what is known before what is remembered, TLS from
  /// the start before STARTTLS (RFC 8314 §3.3).
  private var server: (SubmissionHost, SubmissionPort)? {
    let all = provider.hosts.filter { $0.state == .current && !$0.isTestSink }.flatMap { host in
      host.ports.map { (host, $0) }
    }
    let safe = all.filter { $0.1.tls != .none }
    for candidates in [safe.filter { $0.1.basis.allowsFailure }, safe, all] {
      if let best = candidates.first(where: { $0.1.tls == .implicit }) ?? candidates.first { return best }
    }
    return nil
  }

  private func security(_ port: SubmissionPort) -> ConnectionSecurity {
    switch port.tls {
    case .implicit: .implicitTLS
    case .startTLS: .startTLS
    case .none: .none
    }
  }

  /// The one name of all customers, the sender where the login is an address, or a word to fill in.
  private var userName: String? {
    if provider.authentication?.mechanisms.isEmpty == true { return nil }
    if let literal = provider.userName?.literal { return literal }
    return provider.userName?.example?.contains("@") == true ? sender : "<user name>"
  }

  private func notes(_ host: SubmissionHost, _ port: SubmissionPort) -> [String] {
    var notes = ["Mail of \(application.title) through \(provider.name): fill in what stands in angle brackets."]
    if let secret = provider.secret { notes.append("The password is \(secret.words).") }
    if let note = provider.userName?.note, !note.isEmpty, userName == "<user name>" {
      notes.append("The user name: \(note)")
    }
    if !port.basis.allowsFailure { notes.append("Port \(port.number) is not confirmed; 'mailaudit probe' tells.") }
    if let spf = provider.spf, !spf.terms.isEmpty {
      notes.append("SPF of \(spf.placeWords) has to hold: \(spf.terms.joined(separator: " "))")
    }
    let records = (provider.dkim?.records ?? []).map { $0.filled(for: domain) }
    notes += records.filter(\.isComplete).map { "Publish: \($0.words)" }
    if records.contains(where: { !$0.isComplete }) {
      notes.append("DKIM: publish the records that \(provider.name) shows for \(domain).")
    }
    return notes
  }
}
