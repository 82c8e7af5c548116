public import DNS
import NIOCore
import NIOPosix
public import OpenSSLKit

/// A port on which conversations are had with everybody who connects, several at once.
public final class Listener: Sendable {
  /// How a listener treats its clients.
  public struct Terms: Sendable {
    /// What is shown when TLS is started; nil when it never is.
    public var identity: TLSServerIdentity?
    /// Whether TLS begins with the connection.
    public var isImplicitTLS = false
    /// Conversations at once; more connections get ``refusal``, and are closed.
    public var conversations = 64
    /// What a connection too many is told; nothing where TLS would have to come first.
    public var refusal: [UInt8] = []
    /// How long a client may be silent.
    public var idle = Duration.seconds(300)
    /// How long a conversation may take altogether.
    public var total = Duration.seconds(3600)
    /// How long the server waits before it speaks, so that a client that does not wait for it is noticed.
    public var reserve = Duration.milliseconds(20)

    /// The defaults, without TLS.
    public init() {}
  }

  /// The port, also when any free one was asked for.
  public let port: UInt16
  private let channel: any Channel
  private let floor: ConversationFloor

  /// One thread for all conversations, started with the first listener.
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  private init(_ channel: any Channel, _ floor: ConversationFloor) {
    self.channel = channel
    self.floor = floor
    port = UInt16(clamping: channel.localAddress?.port ?? 0)
  }

  /// Starts to listen; port 0 stands for any free one.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - port: the port.
  ///   - terms: how clients are treated.
  ///   - conversation: makes the conversation with a client at an address; nil where the system does not tell.
  /// - Returns: the listener.
  /// - Throws: the system's reason not to listen there.
  public static func open(
    at address: IPAddress, port: UInt16, on terms: Terms,
    conversation: @escaping @Sendable (IPAddress?) -> any ServerConversation
  ) async throws(ConnectionFailure) -> Listener {
    let floor = ConversationFloor(terms)
    do {
      let place = try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.octets), port: Int(port))
      let channel = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let client = channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }?.unmapped
            let handler = ServerHandler(conversation(client), floor, channel.eventLoop)
            try channel.pipeline.syncOperations.addHandler(handler)
          }
        }
        .bind(to: place).get()
      return Listener(channel, floor)
    } catch {
      throw ConnectionFailure(error, isConnecting: true)
    }
  }

  /// Takes no more connections. Those that stand go on for a while, then they are ended too.
  public func close(after grace: Duration) async {
    try? await channel.close()
    let floor = floor
    let loop = channel.eventLoop
    loop.execute { floor.isClosing = true }
    let end = ContinuousClock.now + grace
    while ContinuousClock.now < end, await Self.count(floor, loop) > 0 {
      try? await Task.sleep(for: .milliseconds(10))
    }
    loop.execute { floor.endAll() }
    _ = await Self.count(floor, loop)
  }

  private static func count(_ floor: ConversationFloor, _ loop: any EventLoop) async -> Int {
    (try? await loop.submit { floor.count }.get()) ?? 0
  }
}

/// The conversations of a listener. Touched on its loop only.
final class ConversationFloor: @unchecked Sendable {
  let terms: Listener.Terms
  var isClosing = false
  private var handlers: [ObjectIdentifier: ServerHandler] = [:]

  init(_ terms: Listener.Terms) {
    self.terms = terms
  }

  var count: Int { handlers.count }

  /// Gives a place to a conversation; false when there is none.
  func enter(_ handler: ServerHandler) -> Bool {
    guard !isClosing, handlers.count < terms.conversations else { return false }
    handlers[ObjectIdentifier(handler)] = handler
    return true
  }

  func leave(_ handler: ServerHandler) { handlers[ObjectIdentifier(handler)] = nil }

  func endAll() {
    for handler in handlers.values { handler.end(.ending) }
  }
}
