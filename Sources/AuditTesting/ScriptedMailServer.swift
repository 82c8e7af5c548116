public import Checks
import NIOCore
public import OpenSSLKit

/// A mail server on a real port that says what a ``StagedMailServer`` says, with real TLS: for tests and the lab.
public final class ScriptedMailServer: Sendable {
  /// The port it listens on.
  public var port: UInt16 { listener.port }
  private let listener: LoopbackListener

  /// Starts to listen; port 0 stands for any free one.
  public init(
    _ server: StagedMailServer, identity: TLSServerIdentity?, address: String = "127.0.0.1", port: Int = 0
  ) async throws {
    listener = try await LoopbackListener(address, port: port) { ScriptedMailSession(server, identity) }
  }

  /// Stops listening.
  public func stop() async { await listener.stop() }
}

/// One conversation of a scripted server.
private final class ScriptedMailSession: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: StagedMailServer
  private let identity: TLSServerIdentity?
  private var tls: TLSSession?
  private var line: [UInt8] = []
  private var message: [UInt8]?
  private var kept: [UInt8] = []

  init(_ server: StagedMailServer, _ identity: TLSServerIdentity?) {
    self.server = server
    self.identity = identity
  }

  func channelActive(context: ChannelHandlerContext) { say(server.greeting, context) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let octets = Array(unwrapInboundIn(data).readableBytesView)
    guard let tls else { return take(octets, context) }
    tls.feed(octets)
    var plain: [UInt8] = []
    do {
      if try tls.handshake() == .done { _ = try tls.read(into: &plain) }
    } catch {
      flush(context)
      return context.close(promise: nil)
    }
    flush(context)
    if !plain.isEmpty { (plain, kept) = (kept + plain, []) }
    take(plain, context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func take(_ octets: [UInt8], _ context: ChannelHandlerContext) {
    let isClear = tls == nil
    for octet in octets {
      // What stood behind STARTTLS in the same packet.
      if isClear, tls != nil {
        if server.keepsCommands { kept.append(octet) }
        continue
      }
      if let text = message {
        message = text.suffix(4) + [octet]
        if server.ends(message ?? []) {
          message = nil
          say(["250 2.0.0 queued"], context)
        }
        continue
      }
      line.append(octet)
      if octet == UInt8(ascii: "\n") {
        let command = String(decoding: line, as: UTF8.self).uppercased()
        line = []
        answer(command, context)
      }
    }
  }

  private func answer(_ command: String, _ context: ChannelHandlerContext) {
    if command.hasPrefix("EHLO") {
      say(tls == nil ? server.ehlo : server.ehloInTLS, context)
    } else if command.hasPrefix("HELO") {
      say(["250 mail.example.org"], context)
    } else if command.hasPrefix("STARTTLS") {
      say(server.startTLS, behind: server.behindConsent, context)
      if server.startTLS.last?.hasPrefix("220") == true { begin(context) }
    } else if command.hasPrefix("QUIT") {
      say(["221 2.0.0 bye"], context)
      context.close(promise: nil)
    } else {
      let lines = server.envelopeAnswer(to: command)
      if lines.last?.hasPrefix("354") == true { message = [] }
      say(lines, context)
    }
  }

  private func begin(_ context: ChannelHandlerContext) {
    tls = identity.flatMap { try? TLSSession(server: $0) }
    if tls == nil { context.close(promise: nil) }
  }

  private func say(_ lines: [String], behind: String = "", _ context: ChannelHandlerContext) {
    let octets = Array((lines.map { $0 + "\r\n" }.joined() + behind).utf8)
    if let tls {
      try? tls.write(octets)
      flush(context)
    } else if let pause = server.dripping {
      drip(octets, every: pause, context)
    } else if !octets.isEmpty {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)), promise: nil)
    }
  }

  private func drip(_ octets: [UInt8], every pause: Duration, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    for (index, octet) in octets.enumerated() {
      context.eventLoop.scheduleTask(in: TimeAmount(pause) * (index + 1)) {
        let buffer = NIOAny(ByteBuffer(bytes: [octet]))
        bound.value.writeAndFlush(buffer, promise: nil)
      }
    }
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard let octets = tls?.drain(), !octets.isEmpty else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)), promise: nil)
  }
}
