import DNS
import LDNSKit
import NIOCore
import NIOPosix

/// A TCP connection to one server (RFC 7766): queries one behind the other, answers in any order, kept for a while.
final class StreamConnection: ChannelInboundHandler, Carrier, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let server: Server
  private let engine: QueryEngine
  private var context: ChannelHandlerContext?
  private var waiting = WaitingTable()
  private var unsent: [DNSQuery] = []
  private var received = ByteBuffer()
  private var isClosed = false
  private var lastUse: NIODeadline

  private init(_ server: Server, _ engine: QueryEngine) {
    self.server = server
    self.engine = engine
    lastUse = .now()
  }

  /// Starts to connect; queries may be sent at once.
  static func open(_ server: Server, _ engine: QueryEngine) -> StreamConnection {
    let connection = StreamConnection(server, engine)
    ClientBootstrap(group: engine.loop)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .connectTimeout(.nanoseconds(engine.configuration.timeout.inNanoseconds))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(connection) }
      }
      .connect(to: server.socketAddress)
      .whenFailure { connection.end(NetworkError.failure($0)) }
    return connection
  }

  /// Writes and sends a query for the lookup.
  func send(_ lookup: Lookup) {
    let id = waiting.insert(lookup, using: &engine.random)
    let query = engine.encode(lookup, id: id, mixesCase: server.echoesCase)
    lookup.query = query
    lookup.carrier = self
    if context?.channel.isActive == true { write(query) } else { unsent.append(query) }
  }

  /// Two octets of length before each message (RFC 1035 §4.2.2), in one write.
  private func write(_ query: DNSQuery) {
    let octets = query.octets
    var buffer = ByteBuffer(integer: UInt16(octets.count))
    buffer.writeBytes(octets)
    context?.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
  }

  func forget(_ id: UInt16) {
    waiting.remove(id)
    lastUse = .now()
  }

  /// Closes the connection when nothing was asked for a while.
  func closeIfIdle(at now: NIODeadline) {
    if waiting.isEmpty, now - lastUse > TransportLimits.connectionIdle { close() }
  }

  func close() { context?.close(promise: nil) }

  /// Tells the engine once that the connection is over.
  private func end(_ failure: DNSFailure) {
    guard !isClosed else { return }
    isClosed = true
    engine.lost(self, waiting.removeAll(), with: failure)
  }
}

extension StreamConnection {
  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelActive(context: ChannelHandlerContext) {
    for query in unsent { write(query) }
    unsent = []
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    received.writeBuffer(&buffer)
    while let message = received.readLengthPrefixedSlice(as: UInt16.self) { accept(message) }
    received.discardReadBytes()
  }

  private func accept(_ message: ByteBuffer) {
    let octets = message.readableBytesUInt8Span
    guard let header = DNSMessageHeader(octets), header.isResponse, let lookup = waiting[header.id],
      let query = lookup.query
    else { return engine.reject() }
    let match = query.match(octets, header)
    if match == .different { return engine.reject() }
    // By TCP nobody forges: now it is known whether the server echoes the case.
    if lookup.isCaseTest, match == .caseDiffers { server.echoesCase = false }
    engine.receive(octets, for: lookup, by: .tcp)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(NetworkError.failure(error))
    close()
  }

  func channelInactive(context: ChannelHandlerContext) { end(.unreachable("the server closed the connection")) }
}

extension Duration {
  /// The duration in nanoseconds, as far as 64 bits reach.
  var inNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if whole.overflow { return seconds < 0 ? .min : .max }
    let sum = whole.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000)
    return sum.overflow ? whole.partialValue : sum.partialValue
  }
}
