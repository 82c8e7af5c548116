import NIOCore
import OpenSSLKit

/// The end of a connection in NIO's pipeline: holds what came, wakes who waits. Touched on its loop only.
final class ConnectionHandler: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Who waits, and for what.
  enum Waiter {
    case octets(Promise<[UInt8]>)
    case handshake(Promise<TLSFacts>)
  }

  private let loop: any EventLoop
  private var context: ChannelHandlerContext?
  private var session: TLSSession?
  private var received: [UInt8] = []
  private var waiter: Waiter?
  private var timer: Scheduled<Void>?
  private var end: ConnectionFailure?

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  // What the connection asks for.

  func send(_ octets: [UInt8]) {
    guard end == nil else { return }
    guard let session else { return write(octets) }
    attempt { () throws(OpenSSLError) in try session.write(octets) }
    write(session.drain())
  }

  func send(_ secret: Secret) {
    guard end == nil else { return }
    guard let session else { return write(secret.reveal { octets in octets.indices.map { octets[$0] } }) }
    attempt { () throws(OpenSSLError) in try session.write(secret) }
    write(session.drain())
  }

  var channelBindings: [TLSChannelBinding] { session?.channelBindings ?? [] }

  func begin(_ configuration: TLSClientConfiguration) {
    guard end == nil, session == nil else { return }
    // RFC 3207 §6: what came before the handshake was not protected.
    if !received.isEmpty { return finish(.octetsBeforeTLS(received.count)) }
    attempt { () throws(OpenSSLError) in session = try TLSSession(client: configuration) }
    advance()
  }

  func wait(_ waiter: Waiter, for time: TimeAmount) {
    // One waits at a time: a second one would have nobody to wake it.
    guard self.waiter == nil else { return waiter.fail(.broken("somebody waits already")) }
    self.waiter = waiter
    timer = loop.scheduleTask(in: time) { [weak self] in self?.expire() }
    serve()
  }

  func close() {
    session?.close()
    if let session, end == nil { write(session.drain()) }
    finish(.closed)
    context?.close(promise: nil)
  }

  // What happens.

  fileprivate func take(_ octets: [UInt8]) {
    guard end == nil else { return }
    guard let session else {
      received += octets
      if received.count > Limits.waitingOctets { return lose(.tooMuch) }
      return serve()
    }
    session.feed(octets)
    advance()
  }

  fileprivate func lose(_ failure: ConnectionFailure) {
    finish(failure)
    if failure == .tooMuch { context?.close(promise: nil) }
  }

  private func expire() {
    timer = nil
    let late = waiter
    waiter = nil
    late?.fail(.timedOut)
  }

  /// Wakes who waits when there is something for it.
  private func serve() {
    switch waiter {
    case .octets(let promise) where !received.isEmpty:
      release()
      let octets = received
      received = []
      promise.succeed(octets)
    case .handshake(let promise):
      guard let facts = session?.facts else {
        if session?.isEstablished == true, end == nil { end = .tls(.unreadableCertificate) }
        return serveEnd()
      }
      release()
      promise.succeed(facts)
    default: serveEnd()
    }
  }

  private func serveEnd() {
    guard let end, let waiter else { return }
    release()
    waiter.fail(end)
  }

  private func release() {
    timer?.cancel()
    timer = nil
    waiter = nil
  }

  private func finish(_ failure: ConnectionFailure) {
    if end == nil { end = failure }
    serve()
  }

  /// Goes on with the handshake, or with reading behind it.
  private func advance() {
    guard let session, end == nil else { return }
    var progress = TLSSession.Progress.done
    attempt { () throws(OpenSSLError) in progress = try session.handshake() }
    if progress == .done, end == nil {
      attempt { () throws(OpenSSLError) in progress = try session.read(into: &received) }
    }
    // An alert is to reach the peer also when the handshake failed.
    write(session.drain())
    if progress == .closed { finish(.closed) }
    if received.count > Limits.waitingOctets { return lose(.tooMuch) }
    serve()
  }

  private func attempt(_ step: () throws(OpenSSLError) -> Void) {
    do throws(OpenSSLError) { try step() } catch { finish(.tls(error)) }
  }

  private func write(_ octets: [UInt8]) {
    guard !octets.isEmpty, let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)), promise: nil)
  }
}

extension ConnectionHandler.Waiter {
  func fail(_ failure: ConnectionFailure) {
    switch self {
    case .octets(let promise): promise.fail(failure)
    case .handshake(let promise): promise.fail(failure)
    }
  }
}

extension ConnectionHandler {
  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    take(Array(unwrapInboundIn(data).readableBytesView))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    lose(ConnectionFailure(error))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { lose(.closed) }
}
