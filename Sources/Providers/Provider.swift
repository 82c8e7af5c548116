public import DNS

/// A service that sends or receives mail for others, and what it leaves in the DNS of its customers.
public struct Provider: Sendable, Hashable {
  /// A short name for ever, in lower case.
  public let id: String
  /// The name for people.
  public let name: String
  /// Names that customers include in their SPF records.
  public let spfIncludes: [NamePattern]
  /// Hosts that customers name in their MX records.
  public let mxHosts: [NamePattern]
  /// Selectors that are the same for all customers.
  public let selectors: [String]
  /// Targets of the CNAME records that customers publish for their selectors.
  public let dkimTargets: [NamePattern]

  init(
    _ id: String, _ name: String, spf: [NamePattern] = [], mx: [NamePattern] = [], dkim: [String] = [],
    targets: [NamePattern] = []
  ) {
    self.id = id
    self.name = name
    spfIncludes = spf
    mxHosts = mx
    selectors = dkim
    dkimTargets = targets
  }
}

/// A provider, and what it was recognised by.
public struct RecognisedProvider: Sendable, Hashable {
  /// The provider.
  public let provider: Provider
  /// What it was recognised by.
  public let sign: Sign

  /// What a provider is recognised by.
  public enum Sign: Sendable, Hashable, CustomStringConvertible {
    /// A name that the SPF record includes (RFC 7208 §5.2).
    case spfInclude(DomainName)
    /// A host of an MX record.
    case mxHost(DomainName)
    /// The target of a selector's CNAME record.
    case dkimTarget(DomainName)

    /// The sign in a phrase.
    public var description: String {
      switch self {
      case .spfInclude(let name): "include:\(name) in SPF"
      case .mxHost(let name): "the MX host \(name)"
      case .dkimTarget(let name): "the CNAME target \(name)"
      }
    }
  }
}
