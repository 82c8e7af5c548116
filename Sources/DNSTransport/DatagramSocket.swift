import DNS
import Glibc
import LDNSKit
import NIOCore
import NIOPosix

/// A UDP socket connected to one server, so that the kernel throws away what comes from anywhere else.
///
/// NIO watches it, reads the first datagram of many, and writes what the kernel does not take at once; the rest is read
/// and written here.
final class DatagramSocket: ChannelInboundHandler, Carrier, @unchecked Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = ByteBuffer

  let server: Server
  private let engine: QueryEngine
  private let retirement: Int
  private var context: ChannelHandlerContext?
  private var waiting = WaitingTable()
  private var sent = 0
  private var isRetired = false
  /// The queries that ``flush()`` sends, one behind the other, and the sizes of each.
  private var unsent: [UInt8] = []
  private var lengths: [Int] = []
  /// The socket, until it is closed; NIO owns it.
  private var descriptor: CInt?

  private init(_ server: Server, _ engine: QueryEngine, _ descriptor: CInt) {
    self.server = server
    self.engine = engine
    self.descriptor = descriptor
    retirement = Int.random(in: TransportLimits.queriesPerSocket)
  }

  /// How many answers are awaited.
  var load: Int { waiting.count }

  /// Opens a socket to the server; the engine hears of it when it is ready or has failed.
  static func open(_ server: Server, _ engine: QueryEngine) -> EventLoopFuture<DatagramSocket> {
    let descriptor: CInt
    do {
      descriptor = try server.connectedSocket()
    } catch {
      return engine.loop.makeFailedFuture(error)
    }
    let socket = DatagramSocket(server, engine, descriptor)
    return DatagramBootstrap(group: engine.loop)
      .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: TransportLimits.datagramOctets))
      .channelOption(.maxMessagesPerRead, value: 1)
      .channelOption(.socketOption(.so_rcvbuf), value: TransportLimits.receiveBufferOctets)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(socket) }
      }
      .withBoundSocket(descriptor)
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

  /// Writes the same octets again.
  func write(_ query: DNSQuery) {
    query.append(to: &unsent)
    lengths.append(query.octetCount)
  }

  /// Sends what was written, and tells how many datagrams that were.
  func flush() -> Int {
    let (messages, lengths) = (unsent, lengths)
    unsent.removeAll(keepingCapacity: true)
    self.lengths.removeAll(keepingCapacity: true)
    var (position, sent) = (0, 0)
    while let descriptor, sent < lengths.count {
      switch engine.outbound.send(messages, lengths[sent...], from: position, to: descriptor) {
      case .datagrams(let count):
        for length in lengths[sent..<(sent + count)] { position += length }
        sent += count
      case .wouldBlock:
        writeLater(messages[position...], lengths[sent...])
        return lengths.count
      case .error(let number):
        refuse(number)
        return lengths.count
      }
    }
    return lengths.count
  }

  /// The kernel has no room: NIO waits for it.
  private func writeLater(_ messages: ArraySlice<UInt8>, _ lengths: ArraySlice<Int>) {
    var rest = messages
    for length in lengths {
      context?.write(wrapOutboundOut(ByteBuffer(bytes: rest.prefix(length))), promise: nil)
      rest = rest.dropFirst(length)
    }
    context?.flush()
  }

  /// An ICMP message says that the server does not listen or cannot be reached.
  private func refuse(_ number: CInt) {
    engine.fail(waiting.removeAll(), with: .unreachable(NetworkError.text(number)))
  }

  func forget(_ id: UInt16) {
    waiting.remove(id)
    if isRetired, waiting.isEmpty { close() }
  }

  func close() {
    descriptor = nil
    context?.close(promise: nil)
  }
}

extension DatagramSocket {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data).data
    accept(buffer.readableBytesUInt8Span)
    receiveMore()
  }

  /// Reads what came behind the first datagram; what is left after some calls, NIO tells of anew.
  private func receiveMore() {
    for _ in 0..<TransportLimits.readsInARow {
      guard let descriptor else { return }
      switch engine.inbound.receive(from: descriptor, { accept($0) }) {
      case .datagrams(let count) where count == engine.inbound.capacity: continue
      case .error(let number): return refuse(number)
      default: return
      }
    }
  }

  private func accept(_ octets: Span<UInt8>) {
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

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    engine.fail(waiting.removeAll(), with: NetworkError.failure(error))
  }

  func channelInactive(context: ChannelHandlerContext) {
    descriptor = nil
    engine.lost(self)
    engine.fail(waiting.removeAll(), with: .unreachable("the network refused the datagram"))
  }
}
