public import DNS
public import OpenSSLKit
public import TLSTransport

/// A mail server that takes every message, and delivers none: what comes is handed to who asks for the ``next()`` event.
public final class CatchingServer: Sendable {
  /// What happens at a catching server.
  public enum Event: Sendable {
    /// A message was handed over.
    case message(CaughtMessage)
    /// A session ended in which no message was.
    case fruitless(FruitlessSession)
  }

  /// An address and a port.
  public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The address.
    public let address: IPAddress
    /// The port; 0 for any free one.
    public let port: UInt16

    /// Makes a place of its parts.
    public init(_ address: IPAddress, port: UInt16) {
      (self.address, self.port) = (address, port)
    }

    /// `127.0.0.1:2525`, `[::1]:2525`.
    public var description: String { address.description(port: port) }
  }

  /// Why a server could not start: the place, and the cause.
  public struct StartFailure: Error, Sendable, Hashable {
    /// Where it was to listen.
    public let place: Place
    /// The cause.
    public let cause: ConnectionFailure

    /// Makes the value of its parts.
    public init(place: Place, cause: ConnectionFailure) {
      (self.place, self.cause) = (place, cause)
    }
  }

  /// Where it listens, the ports being known.
  public let places: [Place]
  private let listeners: [Listener]
  private let room: WaitingRoom

  private init(_ places: [Place], _ listeners: [Listener], _ room: WaitingRoom) {
    (self.places, self.listeners, self.room) = (places, listeners, room)
  }

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - places: where.
  ///   - policy: what is offered and allowed.
  ///   - identity: what is shown in TLS; needed when the policy has TLS.
  ///   - count: how many messages are taken at all; nil for any number.
  /// - Returns: the server.
  /// - Throws: the first place where it cannot listen.
  public static func start(
    at places: [Place], policy: CatchingPolicy, identity: TLSServerIdentity?, count: Int? = nil
  ) async throws(StartFailure) -> CatchingServer {
    var policy = policy
    if identity == nil { policy.mode = .none }
    let room = WaitingRoom(limit: count)
    let (settled, terms) = (policy, terms(policy, identity))
    var (listeners, found): ([Listener], [Place]) = ([], [])
    for place in places {
      do throws(ConnectionFailure) {
        let listener = try await Listener.open(at: place.address, port: place.port, on: terms) { client in
          CatchingConversation(settled, client: client, room: room)
        }
        listeners.append(listener)
        found.append(Place(place.address, port: listener.port))
      } catch {
        for listener in listeners { await listener.close(after: .zero) }
        throw StartFailure(place: place, cause: error)
      }
    }
    return CatchingServer(found, listeners, room)
  }

  private static func terms(_ policy: CatchingPolicy, _ identity: TLSServerIdentity?) -> Listener.Terms {
    var terms = Listener.Terms()
    terms.identity = policy.mode == .none ? nil : identity
    terms.isImplicitTLS = policy.mode == .implicit
    terms.conversations = CatchingLimits.sessions
    terms.refusal = CatchingReply.tooManySessions.octets
    (terms.idle, terms.total) = (CatchingLimits.idle, CatchingLimits.total)
    return terms
  }

  /// What happens next; nil when the server has stopped and nothing waits any more. One task asks at a time.
  public func next() async -> Event? { await room.next() }

  /// Listens no more, gives sessions some time to end by themselves, then ends them.
  public func stop(after grace: Duration) async {
    for listener in listeners { await listener.close(after: grace) }
    room.close()
  }
}
