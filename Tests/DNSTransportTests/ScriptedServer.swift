import DNS
import LDNSKit
import NIOCore
import NIOPosix
import Synchronization

@testable import DNSTransport

/// A query as the server got it.
struct ReceivedQuery: Sendable {
  let octets: [UInt8]
  let question: DNSQuestion
  let isStream: Bool
  /// How many queries came before it.
  let number: Int

  var hasEDNS: Bool { octets[11] == 1 }
}

/// One message that the server sends back.
struct Reply: Sendable {
  var octets: [UInt8]
  var delay: TimeAmount = .zero
  /// From a port that was not asked.
  var isFromElsewhere = false
}

/// A server on loopback, by UDP and TCP at the same port, that answers what its script says.
final class ScriptedServer: Sendable {
  typealias Script = @Sendable (ReceivedQuery) -> [Reply]

  let address: ServerAddress
  private let channels: [any Channel]
  private let received: Recorder

  /// What came in, in order.
  var queries: [ReceivedQuery] { received.queries.withLock { $0 } }

  private final class Recorder: Sendable {
    let queries = Mutex<[ReceivedQuery]>([])
    let script: Script

    init(_ script: @escaping Script) { self.script = script }

    func replies(to octets: [UInt8], isStream: Bool) -> [Reply] {
      guard let question = (try? DNSMessage(decoding: octets))?.question else { return [] }
      let query = queries.withLock { all in
        let query = ReceivedQuery(octets: octets, question: question, isStream: isStream, number: all.count)
        all.append(query)
        return query
      }
      return script(query)
    }
  }

  private init(address: ServerAddress, channels: [any Channel], received: Recorder) {
    (self.address, self.channels, self.received) = (address, channels, received)
  }

  /// Another process may hold the TCP port of the number that the system chose for UDP: then another number is tried.
  static func start(servesTCP: Bool = true, _ script: @escaping Script) async throws -> ScriptedServer {
    for _ in 0..<8 { if let server = try? await open(servesTCP, script) { return server } }
    return try await open(servesTCP, script)
  }

  private static func open(_ servesTCP: Bool, _ script: @escaping Script) async throws -> ScriptedServer {
    let group = MultiThreadedEventLoopGroup.singleton
    let recorder = Recorder(script)
    let elsewhere = try await DatagramBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
    let udp = try await DatagramBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(DatagramPeer(recorder.replies, elsewhere))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = udp.localAddress?.port ?? 0
    var channels = [udp, elsewhere]
    if servesTCP {
      let tcp = ServerBootstrap(group: group).serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(StreamPeer(recorder.replies))
          }
        }
      channels.append(try await tcp.bind(host: "127.0.0.1", port: port).get())
    }
    return ScriptedServer(
      address: ServerAddress(.v4(0x7F00_0001), port: UInt16(port)), channels: channels, received: recorder)
  }

  func stop() async {
    for channel in channels { try? await channel.close() }
  }
}

/// Runs `body` with a resolver that asks one server for each script, and ends all of them.
func withResolver(
  _ scripts: [ScriptedServer.Script], configure: (inout ResolverConfiguration) -> Void = { _ in },
  _ body: (LiveResolver, [ScriptedServer]) async throws -> Void
) async throws {
  var servers: [ScriptedServer] = []
  for script in scripts { servers.append(try await ScriptedServer.start(script)) }
  var configuration = ResolverConfiguration(servers: servers.map(\.address))
  configuration.timeout = .seconds(20)
  configure(&configuration)
  let resolver = try LiveResolver(configuration)
  try await body(resolver, servers)
  await resolver.shutDown()
  for server in servers { await server.stop() }
}

private final class DatagramPeer: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = AddressedEnvelope<ByteBuffer>
  private let replies: ([UInt8], Bool) -> [Reply]
  private let elsewhere: any Channel

  init(_ replies: @escaping ([UInt8], Bool) -> [Reply], _ elsewhere: any Channel) {
    (self.replies, self.elsewhere) = (replies, elsewhere)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    let (own, elsewhere) = (context.channel, elsewhere)
    for reply in replies(Array(buffer: envelope.data), false) {
      let message = AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: reply.octets))
      let channel = reply.isFromElsewhere ? elsewhere : own
      context.eventLoop.scheduleTask(in: reply.delay) { channel.writeAndFlush(message, promise: nil) }
    }
  }
}

private final class StreamPeer: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  private let replies: ([UInt8], Bool) -> [Reply]
  private var received = ByteBuffer()

  init(_ replies: @escaping ([UInt8], Bool) -> [Reply]) { self.replies = replies }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    received.writeBuffer(&buffer)
    let channel = context.channel
    while let message = received.readLengthPrefixedSlice(as: UInt16.self) {
      for reply in replies(Array(buffer: message), true) {
        if reply.octets.isEmpty { return context.close(promise: nil) }
        var out = ByteBuffer(integer: UInt16(reply.octets.count))
        out.writeBytes(reply.octets)
        context.eventLoop.scheduleTask(in: reply.delay) { [out] in channel.writeAndFlush(out, promise: nil) }
      }
    }
  }
}
