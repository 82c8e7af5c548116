import NIOCore
import NIOPosix
import ProcessKit

extension Bench {
  /// `delay --listen ADDRESS --server ADDRESS --milliseconds M`: forwards questions by UDP, port 53, and holds every
  /// answer until M milliseconds have passed since its question: a resolver that far away. Runs until it is ended.
  @Sendable static func delay(_ arguments: BenchArguments) async {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let server = try SocketAddress(ipAddress: arguments["server"] ?? "127.0.0.1", port: 53)
      let forwarder = DelayingForwarder(
        to: server, delay: .milliseconds(Int64(arguments.number("milliseconds") ?? 20)))
      let channel = try await forwarder.start(on: arguments["listen"] ?? "127.0.0.3", loop: group.next())
      try await channel.closeFuture.get()
    } catch {
      print("Bench: delay: \(error)")
      Surroundings.end(status: 74)
    }
  }
}

/// Passes questions on under IDs of its own, and answers back late. Touched on one event loop only.
final class DelayingForwarder: @unchecked Sendable {
  private let server: SocketAddress
  private let delay: TimeAmount
  private var front: (any Channel)?
  private var back: (any Channel)?
  private var waiting: [UInt16: Question] = [:]
  private var nextID: UInt16 = 0

  private struct Question {
    let client: SocketAddress
    let id: UInt16
    let due: NIODeadline
  }

  init(to server: SocketAddress, delay: TimeAmount) {
    self.server = server
    self.delay = delay
  }

  /// Opens both sockets; gives the one that clients talk to.
  func start(on address: String, loop: any EventLoop) async throws -> any Channel {
    let back = try await DatagramBootstrap(group: loop)
      .channelInitializer { $0.pipeline.addHandler(DatagramReader { self.answer($0) }) }
      .bind(host: "0.0.0.0", port: 0).get()
    let front = try await DatagramBootstrap(group: loop)
      .channelInitializer { $0.pipeline.addHandler(DatagramReader { self.ask($0) }) }
      .bind(host: address, port: 53).get()
    try await loop.submit {
      self.back = back
      self.front = front
    }.get()
    return front
  }

  private func ask(_ datagram: AddressedEnvelope<ByteBuffer>) {
    var message = datagram.data
    guard let back, let id = message.getInteger(at: message.readerIndex, as: UInt16.self) else { return }
    nextID &+= 1
    waiting[nextID] = Question(client: datagram.remoteAddress, id: id, due: .now() + delay)
    message.setInteger(nextID, at: message.readerIndex)
    back.writeAndFlush(AddressedEnvelope(remoteAddress: server, data: message), promise: nil)
  }

  private func answer(_ datagram: AddressedEnvelope<ByteBuffer>) {
    var message = datagram.data
    guard let front, let id = message.getInteger(at: message.readerIndex, as: UInt16.self),
      let question = waiting.removeValue(forKey: id)
    else { return }
    message.setInteger(question.id, at: message.readerIndex)
    let envelope = AddressedEnvelope(remoteAddress: question.client, data: message)
    front.eventLoop.scheduleTask(deadline: question.due) { front.writeAndFlush(envelope, promise: nil) }
  }
}

/// Hands every datagram to a function.
private final class DatagramReader: ChannelInboundHandler, Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  private let read: @Sendable (AddressedEnvelope<ByteBuffer>) -> Void

  init(_ read: @escaping @Sendable (AddressedEnvelope<ByteBuffer>) -> Void) {
    self.read = read
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { read(unwrapInboundIn(data)) }
}
