import DNS
import NIOCore
import NIOPosix

/// Asks for the SOA record of a name until an answer without error comes: a server that listens may not be ready.
struct Asker {
  private let place: Endpoint

  init(_ place: Endpoint) {
    self.place = place
  }

  /// Whether a good answer came in time.
  func isAnswered(_ name: DomainName, within limit: Duration) async throws -> Bool {
    let end = ContinuousClock.now + limit
    let query: [UInt8] = [0x4D, 0x41, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] + name.wire + [0, 6, 0, 1]
    while ContinuousClock.now < end {
      if let answer = try await ask(query), answer.count > 12, answer[3] & 0x0F == 0, answer[7] > 0 { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  /// One datagram there and one back within half a second.
  private func ask(_ query: [UInt8]) async throws -> [UInt8]? {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let reply = loop.makePromise(of: [UInt8]?.self)
    // An address, and no name to look up: where the machine has IPv6, that would yield a mapped address.
    let address = try SocketAddress(ipAddress: place.address, port: place.port)
    let channel = try await DatagramBootstrap(group: loop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(ReplyHandler(reply)) }
      }
      .connect(to: address).get()
    let envelope = AddressedEnvelope(remoteAddress: address, data: ByteBuffer(bytes: query))
    channel.writeAndFlush(envelope, promise: nil)
    let timer = loop.scheduleTask(in: .milliseconds(500)) { reply.succeed(nil) }
    let answer = try await reply.futureResult.get()
    timer.cancel()
    try await channel.close()
    return answer
  }
}

/// Hands on the first datagram, or nothing when the port is closed.
private final class ReplyHandler: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  private let reply: EventLoopPromise<[UInt8]?>

  init(_ reply: EventLoopPromise<[UInt8]?>) {
    self.reply = reply
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    reply.succeed(Array(unwrapInboundIn(data).data.readableBytesView))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    reply.succeed(nil)
  }
}
