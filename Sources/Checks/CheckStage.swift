public import DNS

/// What the world of an example holds beside zone text: what instruments other than the DNS would see there.
public struct CheckStage: Sendable {
  /// What DNSSEC says of names, the nearest name above counting; nil when nobody validates.
  public var dnssec: [DomainName: DNSSECVerdict]?
  /// What web servers answer, by URL; nil when nothing is fetched. A URL that is not named cannot be reached.
  public var https: [String: StagedPage]?
  /// The mail servers by address; nil when nobody asks them. An address that is not named refuses connections.
  public var mailServers: [IPAddress: StagedMailServer]?

  /// An empty stage: there is the DNS and nothing else.
  public init() {}
}
