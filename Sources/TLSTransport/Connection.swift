public import DNS
import NIOCore
import NIOPosix
public import OpenSSLKit

/// A TCP connection to one server, in clear text until TLS is started on it.
///
/// One task at a time waits on it. Every wait has an end of its own, so a silent peer holds nobody.
public struct Connection: Sendable {
  private let handler: ConnectionHandler
  private let loop: any EventLoop

  /// One thread for all connections, started with the first.
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// Connects.
  public static func open(
    to address: IPAddress, port: UInt16, within time: Duration
  ) async throws(ConnectionFailure) -> Connection {
    let loop = group.next()
    let handler = ConnectionHandler(loop)
    do {
      let target = try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.octets), port: Int(port))
      _ = try await ClientBootstrap(group: loop)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connectTimeout(.nanoseconds(time.nanosecondsToWait))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler) }
        }
        .connect(to: target).get()
    } catch {
      throw ConnectionFailure(error, isConnecting: true)
    }
    return Connection(handler: handler, loop: loop)
  }

  /// Sends octets, encrypted once TLS has been started. A failure shows when something is next waited for.
  public func send(_ octets: [UInt8]) {
    loop.execute { [handler] in handler.send(octets) }
  }

  /// Sends a secret. Inside TLS nothing but its encrypted form is kept on the way.
  public func send(_ secret: Secret) {
    loop.execute { [handler] in handler.send(secret) }
  }

  /// What a login can be bound to (RFC 5056), the best first: none before TLS is on.
  public func channelBindings() async -> [TLSChannelBinding] {
    await withCheckedContinuation { continuation in
      loop.execute { [handler] in continuation.resume(returning: handler.channelBindings) }
    }
  }

  /// Waits for octets, and gives all that have come; never none.
  public func receive(within time: Duration) async throws(ConnectionFailure) -> [UInt8] {
    try await wait(within: time) { .octets($0) }
  }

  /// Starts TLS as a client, and gives what was agreed on. The chain is not judged here.
  public func startTLS(
    _ configuration: TLSClientConfiguration, within time: Duration
  ) async throws(ConnectionFailure) -> TLSFacts {
    loop.execute { [handler] in handler.begin(configuration) }
    return try await wait(within: time) { .handshake($0) }
  }

  /// Closes the connection.
  public func close() {
    loop.execute { [handler] in handler.close() }
  }

  private func wait<Value: Sendable>(
    within time: Duration, _ waiter: @escaping @Sendable (Promise<Value>) -> ConnectionHandler.Waiter
  ) async throws(ConnectionFailure) -> Value {
    let result = await withCheckedContinuation { continuation in
      loop.execute { [handler] in
        handler.wait(waiter(Promise(continuation)), for: .nanoseconds(time.nanosecondsToWait))
      }
    }
    return try result.get()
  }
}

/// Wakes a task with a value or a failure.
struct Promise<Value: Sendable>: Sendable {
  private let continuation: CheckedContinuation<Result<Value, ConnectionFailure>, Never>

  init(_ continuation: CheckedContinuation<Result<Value, ConnectionFailure>, Never>) {
    self.continuation = continuation
  }

  func succeed(_ value: Value) { continuation.resume(returning: .success(value)) }

  func fail(_ failure: ConnectionFailure) { continuation.resume(returning: .failure(failure)) }
}

extension Duration {
  /// The duration in nanoseconds, not negative and not beyond what a timer takes.
  var nanosecondsToWait: Int64 {
    let (seconds, attoseconds) = components
    if seconds >= Limits.longestWait / 1_000_000_000 { return Limits.longestWait }
    return seconds < 0 ? 0 : seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

extension ConnectionFailure {
  /// The failure that an error of NIO stands for.
  init(_ error: any Error, isConnecting: Bool = false) {
    if let error = error as? IOError {
      self = Self.systemFailure(error, isConnecting)
    } else if let error = error as? NIOConnectionError, let single = error.connectionErrors.first?.error {
      self.init(single, isConnecting: isConnecting)
    } else if case .connectTimeout? = error as? ChannelError {
      self = .timedOut
    } else {
      self = isConnecting ? .unreachable("\(error)") : .broken("\(error)")
    }
  }

  private static func systemFailure(_ error: IOError, _ isConnecting: Bool) -> ConnectionFailure {
    if isConnecting, error.errnoCode == SystemError.refused { return .refused }
    let text = SystemError.text(error.errnoCode)
    return isConnecting ? .unreachable(text) : .broken(text)
  }
}
