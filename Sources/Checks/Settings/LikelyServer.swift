import ApplicationSettings
import DNS
import Providers

extension SubmissionSettings {
  /// The server that is meant where the host was lost: that of the user's mailbox, and the setting that names it.
  var likelyServer: (provider: String, host: String, setting: String)? {
    guard let domain = userName.value.flatMap(SenderText.domain)?.lowercased() else { return nil }
    let found = SubmissionDirectory.all.filter { $0.mailboxDomains.contains(domain) && !$0.hosts.isEmpty }
    guard found.count == 1, let provider = found.first else { return nil }
    // The port that is set decides where the provider serves it.
    let number = port.value ?? 587
    let host = provider.hosts.first { !$0.modes(ofPort: number).isEmpty } ?? provider.hosts.first
    guard let host, let mode = host.modes(ofPort: number).first ?? host.ports.first else { return nil }
    let scheme = application == .mediawiki && mode.tls == .implicit ? "ssl://" : ""
    return (provider.name, host.name, "Write \(self.host.name) = \(scheme)\(host.name), for \(mode.words).")
  }
}
