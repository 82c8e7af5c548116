public import OpenSSLKit

/// The server's side of one conversation without a socket: told what happens, it gives what to do. Touched by one thread
/// at a time.
public protocol ServerConversation: AnyObject {
  /// The connection stands, inside TLS when it begins with that, and it is the server's turn to speak.
  func begin() -> [ServerAction]
  /// Octets came, decrypted once TLS has been started; also before ``begin()``, when the client does not wait.
  func receive(_ octets: [UInt8]) -> [ServerAction]
  /// TLS has been started.
  func startedTLS(_ facts: TLSFacts) -> [ServerAction]
  /// The conversation is to end, for this reason; something may be said before.
  func leave(_ reason: ServerFarewell) -> [ServerAction]
  /// The connection is closed. The failure is nil when the server closed it.
  func ended(_ failure: ConnectionFailure?)
}

/// What a server does with a connection.
public enum ServerAction: Sendable, Equatable {
  /// Send these octets, encrypted once TLS has been started.
  case send([UInt8])
  /// Start TLS.
  case startTLS
  /// Close the connection when all has been sent.
  case close
}

/// Why a server ends a conversation.
public enum ServerFarewell: Sendable, Hashable {
  /// The client was silent for too long.
  case idle
  /// The conversation took too long altogether.
  case overlong
  /// The server ends.
  case ending
}
