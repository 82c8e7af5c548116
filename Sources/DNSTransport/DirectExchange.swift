import DNS
import LDNSKit
import NIOCore
import NIOPosix

/// Sends queries as datagrams to one server and waits for the answers; lives on its event loop.
final class DirectDatagrams: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = ByteBuffer

  private var replies: DirectReplies

  private init(_ queries: [DirectQuery], _ done: EventLoopPromise<[[UInt8]?]>) {
    replies = DirectReplies(queries, done)
  }

  /// The answers in the order of the queries, nil for silence.
  static func ask(
    _ queries: [DirectQuery], at address: SocketAddress, within time: Duration
  ) async throws -> [[UInt8]?] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let done = loop.makePromise(of: [[UInt8]?].self)
    let handler = DirectDatagrams(queries, done)
    let channel: any Channel
    do {
      channel = try await DatagramBootstrap(group: loop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler) }
        }
        .connect(to: address).get()
    } catch {
      done.fail(error)
      throw error
    }
    for pause in [.zero] + DirectLimits.repetitions {
      loop.scheduleTask(in: pause) { handler.send(on: channel) }
    }
    loop.scheduleTask(in: .nanoseconds(time.inNanoseconds)) { handler.replies.end() }
    defer { channel.close(promise: nil) }
    return try await done.futureResult.get()
  }

  private func send(on channel: any Channel) {
    for query in replies.open { channel.write(ByteBuffer(bytes: query.octets), promise: nil) }
    channel.flush()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    replies.take(Array(buffer: unwrapInboundIn(data).data))
  }

  /// An ICMP message says that the server does not listen or cannot be reached.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { replies.fail(error) }

  func channelInactive(context: ChannelHandlerContext) { replies.end() }
}

/// Sends queries over one TCP connection (RFC 7766) and waits for the answers; lives on its event loop.
final class DirectStream: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var replies: DirectReplies
  private var received = ByteBuffer()

  private init(_ queries: [DirectQuery], _ done: EventLoopPromise<[[UInt8]?]>) {
    replies = DirectReplies(queries, done)
  }

  /// The answers in the order of the queries, nil for silence.
  static func ask(
    _ queries: [DirectQuery], at address: SocketAddress, within time: Duration
  ) async throws -> [[UInt8]?] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let done = loop.makePromise(of: [[UInt8]?].self)
    let handler = DirectStream(queries, done)
    let channel: any Channel
    do {
      channel = try await ClientBootstrap(group: loop)
        .connectTimeout(.nanoseconds(time.inNanoseconds))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler) }
        }
        .connect(to: address).get()
    } catch {
      done.fail(error)
      throw error
    }
    loop.scheduleTask(in: .nanoseconds(time.inNanoseconds)) { handler.replies.end() }
    defer { channel.close(promise: nil) }
    return try await done.futureResult.get()
  }

  /// RFC 1035 §4.2.2: two octets of length before each message.
  func channelActive(context: ChannelHandlerContext) {
    var buffer = ByteBuffer()
    for query in replies.open {
      buffer.writeInteger(UInt16(truncatingIfNeeded: query.octets.count))
      buffer.writeBytes(query.octets)
    }
    context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var fresh = unwrapInboundIn(data)
    received.writeBuffer(&fresh)
    while let message = received.readLengthPrefixedSlice(as: UInt16.self) { replies.take(Array(buffer: message)) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { replies.fail(error) }

  func channelInactive(context: ChannelHandlerContext) { replies.end() }
}

/// The answers that came so far.
private struct DirectReplies {
  private let queries: [DirectQuery]
  private let done: EventLoopPromise<[[UInt8]?]>
  private var answers: [[UInt8]?]
  private var isDone = false

  init(_ queries: [DirectQuery], _ done: EventLoopPromise<[[UInt8]?]>) {
    self.queries = queries
    self.done = done
    answers = Array(repeating: nil, count: queries.count)
  }

  /// The queries without an answer.
  var open: [DirectQuery] { isDone ? [] : queries.indices.filter { answers[$0] == nil }.map { queries[$0] } }

  /// Takes a message; one that answers no open query is dropped.
  mutating func take(_ octets: [UInt8]) {
    let index = queries.indices.first { answers[$0] == nil && queries[$0].isAnswered(by: octets) }
    guard !isDone, let index else { return }
    answers[index] = octets
    if !answers.contains(nil) { end() }
  }

  /// Ends the waiting with what there is.
  mutating func end() {
    if isDone { return }
    isDone = true
    done.succeed(answers)
  }

  /// Ends the waiting: what is open cannot be had.
  mutating func fail(_ error: any Error) {
    guard answers.allSatisfy({ $0 == nil }), !isDone else { return end() }
    isDone = true
    done.fail(error)
  }
}
