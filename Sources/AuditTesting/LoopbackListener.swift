import NIOCore
import NIOPosix

/// Listens for the servers of tests and the lab: one thread for all of them, a handler for each connection.
final class LoopbackListener: Sendable {
  /// The port it listens on.
  let port: UInt16
  private let channel: any Channel
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// Starts to listen; port 0 stands for any free one.
  init(
    _ address: String, port: Int, _ makeHandler: @escaping @Sendable () -> some ChannelInboundHandler
  ) async throws {
    // An address, and no name to look up: where the machine has IPv6, that would yield a mapped address.
    let place = try SocketAddress(ipAddress: address, port: port)
    channel = try await ServerBootstrap(group: Self.group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(makeHandler()) }
      }
      .bind(to: place).get()
    self.port = UInt16(clamping: channel.localAddress?.port ?? 0)
  }

  /// Stops listening.
  func stop() async { try? await channel.close() }
}
