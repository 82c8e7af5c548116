public import OpenSSLKit

/// Why a connection could not be made, or did not bring what was waited for.
public enum ConnectionFailure: Error, Sendable, Hashable, Codable {
  /// The port is closed: the host refused the connection.
  case refused
  /// The host cannot be reached from here: the words of the system.
  case unreachable(String)
  /// Nothing came in time.
  case timedOut
  /// The peer closed the connection.
  case closed
  /// The peer broke the connection off: the words of the system.
  case broken(String)
  /// TLS failed: OpenSSL's words.
  case tls(OpenSSLError)
  /// The peer sent octets in clear text where TLS was to begin: behind its consent somebody on the way could have put
  /// them there, and a server that greets so does not begin with TLS.
  case octetsBeforeTLS(Int)
  /// The peer sent more than anybody may.
  case tooMuch
}

extension ConnectionFailure: CustomStringConvertible {
  /// The cause in a few words.
  public var description: String {
    switch self {
    case .refused: "connection refused"
    case .unreachable(let text): "unreachable: \(text)"
    case .timedOut: "nothing came in time"
    case .closed: "the server closed the connection"
    case .broken(let text): "the connection broke: \(text)"
    case .tls(let error): "TLS failed: \(error.plainReason)"
    case .octetsBeforeTLS(let count): "\(count) octets in clear text where TLS was to begin"
    case .tooMuch: "the server sent too much"
    }
  }
}
