import NIOCore
public import OpenSSLKit

/// A web server on a real port that gives one text to every request, with real TLS: for tests and the lab.
public final class ScriptedWebServer: Sendable {
  /// The port it listens on.
  public var port: UInt16 { listener.port }
  private let listener: LoopbackListener

  /// What the server does with a request.
  public enum Behaviour: Sendable {
    /// Sends this text, and closes if told to.
    case says(String, closes: Bool = true)
    /// Never answers.
    case isSilent
    /// Answers the first octets of a connection in clear text.
    case speaksNoTLS
  }

  /// Starts to listen; port 0 stands for any free one.
  public init(
    _ behaviour: Behaviour, identity: TLSServerIdentity?, address: String = "127.0.0.1", port: Int = 0
  ) async throws {
    listener = try await LoopbackListener(address, port: port) { ScriptedWebSession(behaviour, identity) }
  }

  /// Stops listening.
  public func stop() async { await listener.stop() }
}

/// One connection of a scripted web server.
private final class ScriptedWebSession: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let behaviour: ScriptedWebServer.Behaviour
  private let tls: TLSSession?
  private var request: [UInt8] = []

  init(_ behaviour: ScriptedWebServer.Behaviour, _ identity: TLSServerIdentity?) {
    self.behaviour = behaviour
    tls = identity.flatMap { try? TLSSession(server: $0) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard let tls else {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n")), promise: nil)
      return context.close(promise: nil)
    }
    tls.feed(Array(unwrapInboundIn(data).readableBytesView))
    do {
      if try tls.handshake() == .done { _ = try tls.read(into: &request) }
    } catch {
      flush(context)
      return context.close(promise: nil)
    }
    flush(context)
    if isComplete { answer(context) }
  }

  /// Whether the request has come, with the content that its head tells of.
  private var isComplete: Bool {
    let parts = String(decoding: request, as: UTF8.self).split(
      separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let length = parts[0].split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
    return parts[1].utf8.count >= length.flatMap { Int($0.dropFirst(16)) } ?? 0
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ context: ChannelHandlerContext) {
    guard case .says(let text, let closes) = behaviour else { return }
    try? tls?.write(Array(text.replacing("{request}", with: String(decoding: request, as: UTF8.self)).utf8))
    request = []
    if closes { tls?.close() }
    flush(context)
    if closes { context.close(promise: nil) }
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard let octets = tls?.drain(), !octets.isEmpty else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)), promise: nil)
  }
}
