public import DNS

/// An address that mail of the domain comes from, or may come from, and the names that the DNS gives it.
public struct SendingHost: Sendable {
  /// The address.
  public let address: IPAddress
  /// How it was found, each way once; never empty.
  public let origins: [Origin]
  /// The PTR records of its reverse name (RFC 1035 §3.5, RFC 3596 §2.5).
  public let ptr: DNSAnswer
  /// The names of the PTR records, each once and in order, with what each leads to; at most ten of them.
  public let names: [ReverseName]
  /// How many different names the PTR records give.
  public let nameCount: Int
  /// The service whose address it is, when the SPF record includes that service for it, or its name is one of theirs.
  public let relay: SharedRelay?
  /// The answer without which nobody can tell whether the address is that of a service; nil when that is known.
  public let unreadRelay: DNSAnswer?

  /// How an address was found.
  public enum Origin: Sendable, Hashable {
    /// The owner named it.
    case named
    /// A term of the domain's own SPF record names it alone.
    case spfTerm(String)
    /// A host of the domain's own that receives its mail.
    case mxHost(DomainName)
  }

  /// A name of a PTR record, and its addresses of the family of the address.
  public struct ReverseName: Sendable {
    /// The name.
    public let name: DomainName
    /// Its A or AAAA records.
    public let forward: DNSAnswer
  }

  /// A service that sends from the address for many customers.
  public struct SharedRelay: Sendable, Hashable {
    /// The name of the service, for people.
    public let provider: String
    /// What it was recognised by, a phrase.
    public let sign: String
  }
}

extension SendingHost {
  /// Whether the owner named the address. Others may never send.
  public var isNamed: Bool { origins.contains(.named) }

  /// Whether the domain's own SPF record names the address alone.
  public var isListedAlone: Bool { origins.contains { if case .spfTerm = $0 { true } else { false } } }

  /// The names that lead back to the address (RFC 8601 §2.7.3).
  public var confirmedNames: [DomainName] {
    names.filter { $0.forward.addresses.contains(address) }.map(\.name)
  }

  /// The answers for names that failed.
  public var unreadNames: [DNSAnswer] { names.map(\.forward).filter { $0.failure != nil } }

  /// Why nobody outside ever sees the address; nil for one that can be seen. Documentation addresses stand for others.
  public var hiddenPurpose: IPAddress.SpecialPurpose? {
    address.specialPurpose.flatMap { $0 == .documentation ? nil : $0 }
  }
}

extension SendingHost.Origin: CustomStringConvertible {
  /// The origin in a phrase.
  public var description: String {
    switch self {
    case .named: "named"
    case .spfTerm(let term): "from \(term) in SPF"
    case .mxHost(let name): "of the MX host \(name)"
    }
  }
}
