import DNS

/// Asks what is wanted, and knows nothing of any other name.
struct ScopedResolver: Resolver {
  private let base: any Resolver
  private let isWanted: @Sendable (DNSQuestion) -> Bool

  /// Passes on the questions for which `isWanted` holds.
  init(_ base: any Resolver, _ isWanted: @escaping @Sendable (DNSQuestion) -> Bool) {
    self.base = base
    self.isWanted = isWanted
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    await base.answers(to: questions, unless: { isWanted($0) ? nil : .notAsked($0) })
  }
}

extension SurveyScope {
  /// What SPF is looked at with: the TXT records of the domain itself are asked for in any case, since a domain that
  /// allows nobody to send is judged otherwise in several areas.
  func senderPolicyResolver(_ base: any Resolver, for domain: DomainName) -> any Resolver {
    contains(.spf) ? base : ScopedResolver(base) { $0 == DNSQuestion(domain, .txt) }
  }

  /// What DMARC is looked at with.
  func receiverPolicyResolver(_ base: any Resolver) -> any Resolver {
    contains(.dmarc) ? base : ScopedResolver(base) { _ in false }
  }
}
