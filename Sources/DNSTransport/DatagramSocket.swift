import DNS
import LDNSKit
import NIOCore
import NIOPosix

/// A UDP socket connected to one server, so that the kernel throws away what comes from anywhere else.
final class DatagramSocket: ChannelInboundHandler, Carrier, @unchecked Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = ByteBuffer

  let server: Server
  private let engine: QueryEngine
  private let retirement: Int
  private var context: ChannelHandlerContext?
  private var waiting = WaitingTable()
  private var sent = 0
  private var unflushed = 0
  private var isRetired = false

  init(_ server: Server, _ engine: QueryEngine) {
    self.server = server
    self.engine = engine
    retirement = Int.random(in: TransportLimits.queriesPerSocket)
  }

  /// How many answers are awaited.
  var load: Int { waiting.count }

  /// Opens a socket to the server; the engine hears of it when it is ready or has failed.
  static func open(_ server: Server, _ engine: QueryEngine) -> EventLoopFuture<DatagramSocket> {
    let socket = DatagramSocket(server, engine)
    let read = TransportLimits.datagramsPerRead
    return DatagramBootstrap(group: engine.loop)
      .channelOption(.datagramVectorReadMessageCount, value: read)
      .channelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: read * TransportLimits.datagramOctets)
      )
      .channelOption(.maxMessagesPerRead, value: 1)
      .channelOption(.socketOption(.so_rcvbuf), value: TransportLimits.receiveBufferOctets)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(socket) }
      }
      .connect(to: server.socketAddress)
      .map { _ in socket }
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  /// Writes a query for the lookup; ``flush()`` sends it.
  func send(_ lookup: Lookup) {
    let id = waiting.insert(lookup, using: &engine.random)
    let query = engine.encode(lookup, id: id, mixesCase: server.echoesCase)
    lookup.query = query
    lookup.carrier = self
    write(query)
    sent += 1
    if sent >= retirement, !isRetired {
      isRetired = true
      engine.retire(self)
    }
  }

  /// Sends the same octets again.
  func write(_ query: DNSQuery) {
    query.write(to: &engine.scratch)
    context?.write(wrapOutboundOut(ByteBuffer(bytes: engine.scratch)), promise: nil)
    unflushed += 1
  }

  /// Sends what was written, and tells how many datagrams that were.
  func flush() -> Int {
    if unflushed > 0 { context?.flush() }
    defer { unflushed = 0 }
    return unflushed
  }

  func forget(_ id: UInt16) {
    waiting.remove(id)
    if isRetired, waiting.isEmpty { close() }
  }

  func close() { context?.close(promise: nil) }
}

extension DatagramSocket {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data).data
    let octets = buffer.readableBytesUInt8Span
    guard let header = DNSMessageHeader(octets), header.isResponse, let lookup = waiting[header.id],
      let query = lookup.query
    else { return engine.reject() }
    switch query.match(octets, header) {
    case .exact: break
    case .caseDiffers:
      if server.echoesCase { return engine.retryByStream(lookup, isCaseTest: true) }
    case .none:
      // BIND and others send FORMERR without the question.
      if [ResponseCode.noError, ResponseCode.nameError].contains(header.responseCode) { return engine.reject() }
    case .different: return engine.reject()
    }
    if header.isTruncated { return engine.retryByStream(lookup, isCaseTest: false) }
    engine.receive(octets, for: lookup, by: .udp)
  }

  /// An ICMP message says that the server does not listen or cannot be reached.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    engine.fail(waiting.removeAll(), with: NetworkError.failure(error))
  }

  func channelInactive(context: ChannelHandlerContext) {
    engine.lost(self)
    engine.fail(waiting.removeAll(), with: .unreachable("the network refused the datagram"))
  }
}
