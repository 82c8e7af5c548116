public import DNS
public import Providers

/// What the world of an example holds beside zone text: what instruments other than the DNS would see there.
public struct CheckStage: Sendable {
  /// What DNSSEC says of names, the nearest name above counting; nil when nobody validates.
  public var dnssec: [DomainName: DNSSECVerdict]?
  /// What web servers answer, by URL, to a POST by `POST URL`; nil when nothing is fetched. A URL that is not named
  /// cannot be reached.
  public var https: [String: StagedPage]?
  /// What collectors of TLS reports answer, by URL; nil when they are not asked.
  public var reportCollectors: [String: StagedPage]?
  /// What the web sites of sending hosts answer, by URL; nil when they are not looked at.
  public var hostSites: [String: StagedPage]?
  /// The mail servers by address; nil when nobody asks them. An address that is not named refuses connections.
  public var mailServers: [IPAddress: StagedMailServer]?

  /// The servers of the zone at their addresses; nil when they are not asked. An address that is missing is silent.
  public var authorities: [IPAddress: StagedAuthority]?
  /// The block lists that are asked; their entries stand in the zone text. Nil when none is.
  public var blockLists: [BlockList]?

  /// An empty stage: there is the DNS and nothing else.
  public init() {}
}

/// What an authoritative server of an example does.
public enum StagedAuthority: Sendable {
  /// It serves this zone text, `example.org` being its origin.
  case serving(String)
  /// It refuses, because it is not in charge of the zone.
  case lame
}
