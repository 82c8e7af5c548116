public import DNS
public import OpenSSLKit
public import SMTPSubmission

/// The server that an application hands its mail to, as its settings name it.
public struct SubmissionTarget: Sendable, Hashable {
  /// The host.
  public var host: Host
  /// The port.
  public var port: UInt16
  /// How TLS is used.
  public var security: SMTPClient.Plan.Security

  /// Makes the value of its parts.
  public init(_ host: Host, port: UInt16, security: SMTPClient.Plan.Security) {
    self.host = host
    self.port = port
    self.security = security
  }

  /// How a host is named.
  public enum Host: Sendable, Hashable, CustomStringConvertible {
    /// By a name.
    case name(DomainName)
    /// By its address.
    case address(IPAddress)

    /// The name or the address.
    public var description: String {
      switch self {
      case .name(let name): name.serverName
      case .address(let address): address.description
      }
    }

    /// The name; nil for an address.
    public var name: DomainName? { if case .name(let name) = self { name } else { nil } }
  }
}

extension SubmissionTarget: CustomStringConvertible {
  /// `smtp.example.org:587` and so on.
  public var description: String {
    switch host {
    case .name: "\(host):\(port)"
    case .address(let address): address.description(port: port)
    }
  }
}

/// What is to be tried at a submission server, and what the owner tells of it.
public struct SubmissionOptions: Sendable {
  /// The server.
  public var target: SubmissionTarget
  /// The name to greet with.
  public var clientName: String
  /// How to log in; nil for not at all.
  public var login: (any SMTPLogin)?
  /// The user name, for what is said about the login.
  public var userName: String?
  /// Whether the secret of the login is a token, not a password.
  public var usesToken = false
  /// What this machine shows to a server that asks for a certificate; nil for nothing.
  public var clientCertificate: ClientCertificate?
  /// The mail transaction; nil for none.
  public var envelope: SMTPEnvelope?
  /// Whether the null sender is tried behind it, with the same recipients (RFC 5321 §4.5.5).
  public var triesNullSender = false
  /// An address that the login must not send as: it is tried as the sender too, with the same recipients; nil for not at
  /// all.
  public var foreignSender: String?
  /// The Message-ID of the message in the envelope; nil when there is none.
  public var messageID: String?
  /// Whether the usual ports are tried in both modes of TLS.
  public var scansPorts = false
  /// Whether versions, keys and ciphers of TLS are tried one by one: some ten more connections.
  public var inspectsTLS = false
  /// How long to wait before a transaction that was put off is tried once more; nil for not at all.
  public var patience: Duration?
  /// How long each step may take.
  public var timeouts = SMTPTimeouts()
  /// Seconds since 1970, UTC: the time that certificates are judged at.
  public var time = 0
  /// Whether this machine delivers by itself, so that the address which the server sees it at is one that mail comes from.
  public var sendsFromSeenAddress = false
  /// What the owner tells of the domain of the sender.
  public var domain = SurveyOptions()

  /// Looks at a server as far as TLS.
  public init(_ target: SubmissionTarget, clientName: String) {
    self.target = target
    self.clientName = clientName
  }

  /// The domain of the sender; nil when no sender was named.
  public var senderDomain: DomainName? {
    guard let sender = envelope?.sender, let at = sender.lastIndex(of: "@") else { return nil }
    return DomainName(typed: String(sender[sender.index(after: at)...]))
  }
}

/// The certificate of a client, for servers that ask for one.
public struct ClientCertificate: Sendable {
  /// The chain, the client's own certificate first.
  public let chain: [Certificate]
  /// Whether an authority issued it that the public trusts; nil when nobody can tell.
  public let isPublic: Bool?
  /// What shows it in a session; nil to judge it without showing it.
  public let identity: TLSClientIdentity?

  /// Joins what is known of the certificate.
  public init(chain: [Certificate], isPublic: Bool?, identity: TLSClientIdentity? = nil) {
    self.chain = chain
    self.isPublic = isPublic
    self.identity = identity
  }
}
