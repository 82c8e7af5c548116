/// What a catching server offers and allows.
public struct CatchingPolicy: Sendable, Hashable {
  /// The name it greets with.
  public var hostName: String
  /// The largest message, announced with SIZE (RFC 1870).
  public var maximumSize = CatchingLimits.messageOctets
  /// Whether TLS can be started, or begins with the connection.
  public var mode = TLSMode.none

  /// How TLS begins.
  public enum TLSMode: String, Sendable {
    /// Never.
    case none
    /// With STARTTLS (RFC 3207).
    case startTLS = "STARTTLS"
    /// With the connection (RFC 8314 §3).
    case implicit = "implicit TLS"
  }

  /// A server without TLS.
  public init(hostName: String) {
    self.hostName = hostName
  }
}
