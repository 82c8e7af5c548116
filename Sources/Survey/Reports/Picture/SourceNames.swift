import DNS
import Providers

/// What the names mean that sources sign with and send from. The same few stand in thousands of sources, so each is looked
/// at once.
final class SourceNames {
  /// The organizational domain of the policy domain; nil when reports name none.
  private let home: DomainName?
  private var own: [String: Bool] = [:]
  private var signers: [String: Provider?] = [:]
  private var senders: [String: Provider?] = [:]

  init(home: DomainName?) { self.home = home }

  /// Whether a name is the organizational domain or lies below it.
  func isOwn(_ text: String) -> Bool {
    if let known = own[text] { return known }
    let isOwn = home.flatMap { home in text.domainName.map { $0.isEqual(toOrBelow: home) } } ?? false
    own[text] = isOwn
    return isOwn
  }

  /// The service that signs with a domain.
  func signer(_ domain: String) -> Provider? {
    if let known = signers[domain] { return known }
    let provider = domain.domainName.flatMap { name in
      ProviderDirectory.recognise(dkimTarget: name).first?.provider
        ?? ProviderDirectory.operators(ofHost: name).first
    }
    signers[domain] = .some(provider)
    return provider
  }

  /// The service that sends from a domain.
  func sender(_ domain: String) -> Provider? {
    if let known = senders[domain] { return known }
    let provider = domain.domainName.flatMap { ProviderDirectory.operators(ofHost: $0).first }
    senders[domain] = .some(provider)
    return provider
  }
}
