public import DNS
public import HTTPS
public import SMTPSubmission

/// Everything that a survey can look with. What is nil was not asked for, and what it would show is unknown.
public struct Instruments: Sendable {
  /// Answers questions of the DNS.
  public var resolver: any Resolver
  /// Says whether DNSSEC vouches for answers.
  public var validator: (any DNSSECValidator)?
  /// Asks authoritative servers at their addresses.
  public var authorities: (any AuthorityClient)?
  /// Asks block lists.
  public var blockLists: BlockListInstrument?
  /// Gets files over HTTPS.
  public var https: (any HTTPSFetcher)?
  /// Sends the request of one-click unsubscription.
  public var unsubscriber: (any HTTPSFetcher)?
  /// Asks the collectors of TLS reports whether they take any.
  public var reportCollectors: (any HTTPSFetcher)?
  /// Looks at the web sites of sending hosts.
  public var hostSites: (any HTTPSFetcher)?
  /// Talks to the mail servers.
  public var mailServers: (any MailServerAccess)?

  /// Starts with the DNS alone.
  public init(resolver: any Resolver) {
    self.resolver = resolver
  }

  /// The same instruments with another validator.
  func validating(with validator: (any DNSSECValidator)?) -> Instruments {
    var instruments = self
    instruments.validator = validator
    return instruments
  }
}
