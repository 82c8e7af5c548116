public import DNS
public import MailAuthentication

/// DMARC of one message by both standards, with every identifier.
public struct MessageDMARC: Sendable {
  /// The evaluation by RFC 9989.
  public let evaluation: DMARCEvaluation
  /// The evaluation by RFC 7489, as receivers do that have not moved.
  public let former: DMARC7489Evaluation
  /// The domain of the author.
  public let authorDomain: DomainName
  /// Whether SPF is among the identifiers: without envelope and client nobody can tell.
  public let knowsSPF: Bool

  /// Walks from every identifier's domain, in one batch, and evaluates.
  static func evaluate(
    _ survey: DMARCSurvey, identifiers: [Identifier], knowsSPF: Bool, list: PublicSuffixList,
    using resolver: any Resolver
  ) async -> MessageDMARC {
    var domains: [DomainName] = []
    for identifier in identifiers where !domains.contains(identifier.domain) { domains.append(identifier.domain) }
    let walks = await DMARCTreeWalk.walks(from: domains, resolver: resolver).walks
    let organizations = Dictionary(zip(domains, walks.map(\.organizationalDomain))) { first, _ in first }
    let judged = identifiers.map { identifier in
      DMARCIdentifier(
        identifier.mechanism, identifier.domain, identifier.outcome,
        organizationalDomain: organizations[identifier.domain] ?? .known(identifier.domain))
    }
    return MessageDMARC(
      evaluation: DMARCEvaluation(survey.discovery, identifiers: judged),
      former: DMARC7489Evaluation(survey.former, identifiers: judged, list: list),
      authorDomain: survey.discovery.authorDomain, knowsSPF: knowsSPF)
  }

  /// A domain that a mechanism looked at, before its organizational domain is known.
  struct Identifier {
    let mechanism: DMARCIdentifier.Mechanism
    let domain: DomainName
    let outcome: DMARCIdentifier.Outcome
  }
}

extension MessageDMARC.Identifier {
  /// RFC 9989 §4.4.2: the domain that SPF looked at; nil when there is none.
  init?(_ spf: SPFEvaluation) {
    guard let domain = spf.identity.domainName else { return nil }
    let outcome: DMARCIdentifier.Outcome =
      switch spf.result {
      case .pass: .pass
      case .temperror: .temporaryError
      case .none, .neutral, .fail, .softfail, .permerror: .fail
      }
    self.init(mechanism: .spf, domain: domain, outcome: outcome)
  }

  /// RFC 9989 §4.4.1: the `d=` of a signature; nil when it has none.
  init?(_ signature: DKIMSignatureResult) {
    guard let domain = signature.value?.domain else { return nil }
    let outcome: DMARCIdentifier.Outcome =
      switch signature.result {
      case .pass: .pass
      case .temperror: .temporaryError
      case .policy, .neutral, .fail, .permerror: .fail
      }
    self.init(mechanism: .dkim, domain: domain, outcome: outcome)
  }
}
