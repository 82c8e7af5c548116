public import DNS
public import SMTPSubmission

/// Everything that a survey can look with. What is nil was not asked for, and what it would show is unknown.
public struct Instruments: Sendable {
  /// Answers questions of the DNS.
  public var resolver: any Resolver
  /// Says whether DNSSEC vouches for answers.
  public var validator: (any DNSSECValidator)?
  /// Talks to the mail servers.
  public var mailServers: (any MailServerAccess)?
  /// Asks authoritative servers at their addresses.
  public var authorities: (any AuthorityClient)?
  /// Asks block lists.
  public var blockLists: BlockListInstrument?

  /// Starts with the DNS alone.
  public init(resolver: any Resolver) {
    self.resolver = resolver
  }
}
