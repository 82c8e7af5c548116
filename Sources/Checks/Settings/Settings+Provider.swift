import ApplicationSettings
import AuditModel
import DNS
import Providers

extension SubmissionSettings {
  /// What is known of the provider of the server; nil when none is, or the server is not known.
  var service: SubmissionService? {
    guard let host = host.value, !Placeholder.isHostPlaceholder(host) || host.contains("<"), let name = DomainName(host)
    else { return nil }
    return SubmissionDirectory.services(ofHost: name).first
  }

  /// The provider of Internet access whose customers have mailboxes at a domain above the server.
  var accessProvider: SubmissionFacts? {
    if let provider = service?.provider { return provider.kind == "isp" ? provider : nil }
    guard let host = host.value else { return nil }
    let labels = host.lowercased().split(separator: ".")
    for start in labels.indices.dropFirst() where labels.count - start >= 2 {
      guard let name = DomainName(labels[start...].joined(separator: ".")) else { continue }
      if let found = SubmissionDirectory.providers(ofMailboxDomain: name).first(where: { $0.kind == "isp" }) {
        return found
      }
    }
    return nil
  }

  /// The address that logs in; nil where the user name is none, or a word of an example.
  var loginAddress: String? {
    guard authenticates.value == true, let name = userName.value, !Placeholder.isUserPlaceholder(name),
      let domain = SenderText.domain(name), !domain.isEmpty
    else { return nil }
    return name.lowercased()
  }
}

extension SubmissionFacts {
  /// The name without what stands behind it in parentheses.
  var shortName: String {
    name.firstRange(of: " (").map { String(name[..<$0.lowerBound]) } ?? name
  }
}

extension FactBasis {
  /// Where a fact was read.
  var evidence: String { source.isEmpty ? "remembered" : source }
}
