public import OpenSSLKit
public import TLSTransport

/// A mail server of an example: what it says and shows. The defaults are those of a good server.
public struct StagedMailServer: Sendable {
  /// Why it cannot be reached; nil when it can.
  public var refusal: ConnectionFailure?
  /// Whether TLS begins with the first octet.
  public var isImplicit = false
  /// The lines of its greeting; none when it says nothing.
  public var greeting = ["220 mail.example.org ESMTP"]
  /// The lines of its reply to EHLO.
  public var ehlo = ["250-mail.example.org", "250-PIPELINING", "250 STARTTLS"]
  /// Its reply to STARTTLS.
  public var startTLS = ["220 2.0.0 go ahead"]
  /// What it sends in the same packet behind its consent to TLS.
  public var behindConsent = ""
  /// The lines of its reply to EHLO inside TLS.
  public var ehloInTLS = ["250-mail.example.org", "250 PIPELINING"]
  /// What it answers to the other commands, by their first word; good answers to those that are not named. `.` stands
  /// for the end of the message.
  public var replies: [String: [String]] = [:]
  /// Its replies to MAIL and RCPT, by what the command begins with behind the colon, `<postmaster@` for example: the
  /// longest that fits counts, before those of ``replies``.
  public var envelope: [String: String] = [:]
  /// Whether it takes commands in front of TLS for protected ones.
  public var keepsCommands = false
  /// The line ends around a dot that it takes for the end of a message beside the true one.
  public var looseEndings: Set<String> = []
  /// The chains that it can show, PEM texts from its own certificate upwards, for RSA and ECDSA.
  public var chains: [[String]] = [[ExampleCertificates.good, ExampleCertificates.issuer]]
  /// The chain that it shows instead when it is asked for a name (SNI).
  public var named: [String: [String]] = [:]
  /// The kinds of key at which it breaks the connection off when it is asked for them alone.
  public var breaksOff: Set<TLSClientConfiguration.ServerKey> = []
  /// Whether it asks for a certificate of the client.
  public var asksForCertificate = false
  /// The versions that it speaks; none when every handshake fails.
  public var versions: Set<TLSVersion> = [.tls12, .tls13]
  /// The ways of agreeing on keys that it takes before TLS 1.3 beside the good one.
  public var weakExchanges: Set<TLSFacts.KeyExchange> = []
  /// Whether it takes ephemeral keys on elliptic curves before TLS 1.3.
  public var takesGoodExchange = true
  /// Whether it binds the master secret to the handshake in TLS 1.2.
  public var bindsMasterSecret = true
  /// Whether its renegotiation is secure.
  public var renegotiatesSecurely = true

  /// How long it waits before each octet that it sends in clear text; nil when it does not. On a real port only.
  public var dripping: Duration?

  /// What a hybrid key exchange leads to.
  public var hybrid = Hybrid.agreed

  /// What offering a hybrid key exchange first leads to.
  public enum Hybrid: Sendable {
    /// It is agreed on.
    case agreed
    /// Another group is agreed on.
    case unknownGroup
    /// The server refuses the handshake.
    case intolerant
    /// The connection breaks.
    case closed
  }

  /// A good server, changed by `configure`.
  public init(_ configure: (inout StagedMailServer) -> Void = { _ in }) {
    configure(&self)
  }

  /// A server that shows `certificates`, and is good in all else.
  public static func showing(_ certificates: String...) -> StagedMailServer {
    StagedMailServer { $0.chains = [certificates] }
  }
}

extension StagedMailServer {
  /// The lines that answer a command which is neither EHLO nor STARTTLS; none when it says nothing.
  ///
  /// - Parameter line: the command, or `.` for the end of the message.
  /// - Returns: the lines.
  public func answer(to line: String) -> [String] {
    let word = line.split(whereSeparator: \.isWhitespace).first.map { $0.uppercased() } ?? ""
    return replies[word] ?? Self.goodReplies[word] ?? ["502 5.5.1 not known"]
  }

  private static let goodReplies: [String: [String]] = [
    "HELO": ["250 mail.example.org"], "AUTH": ["235 2.7.0 welcome"], "MAIL": ["250 2.1.0 ok"],
    "RCPT": ["250 2.1.5 ok"], "DATA": ["354 go on"], ".": ["250 2.0.0 queued as 4F1"], "RSET": ["250 2.0.0 ok"],
    "NOOP": ["250 2.0.0 ok"], "QUIT": ["221 2.0.0 bye"], "*": ["501 5.7.0 cancelled"]
  ]
}
