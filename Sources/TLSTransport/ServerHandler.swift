import NIOCore
import OpenSSLKit

/// The end of a server's connection in NIO's pipeline. Touched on its loop only.
final class ServerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let conversation: any ServerConversation
  private let floor: ConversationFloor
  private let loop: any EventLoop
  private var context: ChannelHandlerContext?
  private var tls: TLSSession?
  /// Whether the handshake is done.
  private var isSecure = false
  private var hasStarted = false
  private var hasPlace = false
  private var isOver = false
  private var lastHeard = NIODeadline.now()
  private var timers: [Scheduled<Void>] = []

  init(_ conversation: any ServerConversation, _ floor: ConversationFloor, _ loop: any EventLoop) {
    (self.conversation, self.floor, self.loop) = (conversation, floor, loop)
  }

  private func start() {
    guard !hasStarted else { return }
    hasStarted = true
    guard floor.enter(self) else {
      isOver = true
      if !floor.terms.isImplicitTLS { write(floor.terms.refusal) }
      return closeWhenWritten()
    }
    hasPlace = true
    watch(floor.terms.idle)
    schedule(floor.terms.total) { $0.end(.overlong) }
    if floor.terms.isImplicitTLS { perform([.startTLS]) } else { greet() }
  }

  private func greet() {
    schedule(floor.terms.reserve) { handler in handler.perform(handler.conversation.begin()) }
  }

  /// Ends a client that has been silent for too long.
  private func watch(_ time: Duration) {
    schedule(time) { handler in
      let silence = Duration.nanoseconds((NIODeadline.now() - handler.lastHeard).nanoseconds)
      let idle = handler.floor.terms.idle
      if silence >= idle { handler.end(.idle) } else { handler.watch(idle - silence) }
    }
  }

  private func schedule(_ time: Duration, _ body: @escaping (ServerHandler) -> Void) {
    timers.append(
      loop.assumeIsolated().scheduleTask(in: .nanoseconds(time.nanosecondsToWait)) { [weak self] in
        if let self, !self.isOver { body(self) }
      })
    if timers.count > ListenerLimits.timers { timers.removeFirst(timers.count - ListenerLimits.timers) }
  }

  func end(_ reason: ServerFarewell) {
    guard !isOver else { return }
    perform(conversation.leave(reason))
    finish(nil)
  }

  private func take(_ octets: [UInt8]) {
    guard !isOver else { return }
    lastHeard = .now()
    guard let tls else { return perform(conversation.receive(octets)) }
    tls.feed(octets)
    advance(tls)
  }

  /// Goes on with the handshake, or with reading behind it.
  private func advance(_ tls: TLSSession) {
    var plain: [UInt8] = []
    var progress = TLSSession.Progress.waiting
    do throws(OpenSSLError) {
      if !isSecure, try tls.handshake() == .done {
        isSecure = true
        if let facts = tls.facts { perform(conversation.startedTLS(facts)) }
        if floor.terms.isImplicitTLS { greet() }
      }
      if isSecure { progress = try tls.read(into: &plain) }
    } catch {
      // The alert is to reach the peer.
      flush()
      return finish(.tls(error))
    }
    flush()
    if !plain.isEmpty, !isOver { perform(conversation.receive(plain)) }
    if progress == .closed { finish(.closed) }
  }

  private func perform(_ actions: [ServerAction]) {
    for action in actions where !isOver {
      switch action {
      case .send(let octets): send(octets)
      case .startTLS: begin()
      case .close: finish(nil)
      }
    }
  }

  private func begin() {
    guard tls == nil, let identity = floor.terms.identity else { return finish(nil) }
    do throws(OpenSSLError) { tls = try TLSSession(server: identity) } catch { finish(.tls(error)) }
  }

  private func send(_ octets: [UInt8]) {
    guard let tls else { return write(octets) }
    do throws(OpenSSLError) { try tls.write(octets) } catch { return finish(.tls(error)) }
    flush()
  }

  private func flush() {
    if let octets = tls?.drain() { write(octets) }
  }

  private func write(_ octets: [UInt8]) {
    guard !octets.isEmpty, let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)), promise: nil)
  }

  private func finish(_ failure: ConnectionFailure?) {
    guard !isOver else { return }
    isOver = true
    for timer in timers { timer.cancel() }
    if hasPlace {
      floor.leave(self)
      conversation.ended(failure)
    }
    if isSecure {
      tls?.close()
      flush()
    }
    closeWhenWritten()
  }

  /// NIO writes what waits before it closes: the writes stand before the close in the queue.
  private func closeWhenWritten() {
    guard let context else { return }
    let bound = NIOLoopBound(context, eventLoop: loop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in bound.value.close(promise: nil) }
  }
}

extension ServerHandler {
  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { start() }
  }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelActive(context: ChannelHandlerContext) { start() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    take(Array(unwrapInboundIn(data).readableBytesView))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    finish(ConnectionFailure(error))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { finish(.closed) }
}
