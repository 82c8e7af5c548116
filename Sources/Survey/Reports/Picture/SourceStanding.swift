public import DNS

/// What a source is to the domain.
public enum SourceStanding: Sendable, Hashable {
  /// A host of the domain's own.
  case own(OwnSign)
  /// A service that sends for many.
  case provider(name: String, ProviderSign)
  /// A service that signs with a key of the domain which no other source uses: somebody gave it that key, and its mail was
  /// not merely passed on.
  case signer(selector: String)
  /// Receivers saw SPF of the domain pass: whoever it is, the domain lets it send.
  case authorized
  /// Nothing ties it to the domain.
  case unknown

  /// What a host of the domain's own is known by.
  public enum OwnSign: Sendable, Hashable {
    /// A term of the domain's own SPF record.
    case spfTerm(String)
    /// It is an address of the domain, or of a mail server in it.
    case host(DomainName)
    /// Its PTR name lies in the domain, and leads back to it.
    case reverseName(DomainName)
  }

  /// What a service is known by.
  public enum ProviderSign: Sendable, Hashable {
    /// The domain's SPF record includes it for the address.
    case include(DomainName)
    /// The PTR name of the address, which leads back to it, is one of the service.
    case reverseName(DomainName)
    /// The service signs its mail with a domain of its own.
    case signature(String)
    /// The service sends from a domain of its own, and SPF passes.
    case envelope(String)
  }
}

extension SourceStanding {
  /// Whether it is a host or a service of the domain's choice, so that its mail is to arrive.
  public var isDeclared: Bool {
    switch self {
    case .own, .authorized, .signer, .provider(_, .include): true
    case .provider, .unknown: false
    }
  }
}
