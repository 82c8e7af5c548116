import NIOCore
import NIOPosix
import ProcessKit

extension Bench {
  /// `delay --listen ADDRESS --server ADDRESS --milliseconds M`: forwards questions by UDP, port 53, and holds every
  /// answer until M milliseconds have passed since its question: a resolver that far away. Of a hundred questions,
  /// `--drop P` are lost, `--fail P` get SERVFAIL, and `--late P` are answered after three seconds. Runs until it is
  /// ended.
  @Sendable static func delay(_ arguments: BenchArguments) async {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let server = try SocketAddress(ipAddress: arguments["server"] ?? "127.0.0.1", port: 53)
      let forwarder = DelayingForwarder(
        to: server, delay: .milliseconds(Int64(arguments.number("milliseconds") ?? 20)),
        faults: ForwarderFaults(
          drop: arguments.number("drop") ?? 0, fail: arguments.number("fail") ?? 0, late: arguments.number("late") ?? 0)
      )
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
  private var faults: ForwarderFaults
  private var front: (any Channel)?
  private var back: (any Channel)?
  private var waiting: [UInt16: Question] = [:]
  private var nextID: UInt16 = 0

  private struct Question {
    let client: SocketAddress
    let id: UInt16
    var due: NIODeadline
  }

  init(to server: SocketAddress, delay: TimeAmount, faults: ForwarderFaults) {
    self.server = server
    self.delay = delay
    self.faults = faults
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
    var question = Question(client: datagram.remoteAddress, id: id, due: .now() + delay)
    switch faults.next() {
    case .none: break
    case .drop: return
    case .fail: return fail(message, question)
    case .late: question.due = question.due + ForwarderFaults.lateness
    }
    nextID &+= 1
    waiting[nextID] = question
    message.setInteger(nextID, at: message.readerIndex)
    back.writeAndFlush(AddressedEnvelope(remoteAddress: server, data: message), promise: nil)
  }

  private func answer(_ datagram: AddressedEnvelope<ByteBuffer>) {
    var message = datagram.data
    guard let id = message.getInteger(at: message.readerIndex, as: UInt16.self),
      let question = waiting.removeValue(forKey: id)
    else { return }
    message.setInteger(question.id, at: message.readerIndex)
    send(message, question)
  }

  /// The question itself as an answer with QR, RA and the code SERVFAIL (RFC 1035 §4.1.1).
  private func fail(_ message: ByteBuffer, _ question: Question) {
    let place = message.readerIndex + 2
    guard let flags = message.getInteger(at: place, as: UInt16.self) else { return }
    var message = message
    message.setInteger(flags | 0x8082, at: place)
    send(message, question)
  }

  private func send(_ message: ByteBuffer, _ question: Question) {
    guard let front else { return }
    let envelope = AddressedEnvelope(remoteAddress: question.client, data: message)
    front.eventLoop.scheduleTask(deadline: question.due) { front.writeAndFlush(envelope, promise: nil) }
  }
}

/// What goes wrong with questions, drawn for each anew.
struct ForwarderFaults {
  /// Shares of a hundred.
  private let drop, fail, late: Int
  private var random = WorldRandom(seed: 1, stream: 0)

  /// How late answers are that are late: later than anybody waits for one.
  static let lateness: TimeAmount = .seconds(3)

  enum Fault { case none, drop, fail, late }

  init(drop: Int, fail: Int, late: Int) {
    self.drop = drop
    self.fail = fail
    self.late = late
  }

  mutating func next() -> Fault {
    random.pick([(drop, .drop), (fail, .fail), (late, .late), (max(0, 100 - drop - fail - late), .none)])
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
