import NIOCore
import OpenSSLKit
import SASL

/// One conversation of a scripted server.
final class DialogueSession: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let memory: DialogueMemory
  private let identity: TLSServerIdentity?
  private var tls: TLSSession?
  private var isShakingHands = false
  private var line: [UInt8] = []
  private var commands: [String] = []
  private var actions: [MailDialogue.Action] = []
  private var isPausing = false
  private var isInData = false
  private var scram: ScriptedSCRAMServer?
  /// A client that takes a gigabyte of nonsense is no client to wait for.
  private static let floodLimit = 1 << 28

  init(_ memory: DialogueMemory, _ identity: TLSServerIdentity?) {
    self.memory = memory
    self.identity = identity
  }

  func channelActive(context: ChannelHandlerContext) {
    actions = memory.dialogue.opening
    if memory.dialogue.isImplicit { startTLS(context) }
    act(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let octets = Array(unwrapInboundIn(data).readableBytesView)
    guard let tls else { return take(octets, context) }
    tls.feed(octets)
    var plain: [UInt8] = []
    do {
      if try tls.handshake() == .done {
        isShakingHands = false
        _ = try tls.read(into: &plain)
      }
    } catch {
      flush(context)
      return context.close(promise: nil)
    }
    flush(context)
    take(plain, context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  /// The message of DATA is one command, the dot at its end.
  private func take(_ octets: [UInt8], _ context: ChannelHandlerContext) {
    for octet in octets {
      line.append(octet)
      guard octet == UInt8(ascii: "\n") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      line = []
      if !isInData || text == ".\r\n" { commands.append(text) }
    }
    act(context)
  }

  /// Goes on with what is to be done, one command after the other.
  private func act(_ context: ChannelHandlerContext) {
    while !isPausing, !isShakingHands {
      if actions.isEmpty {
        guard !commands.isEmpty else { return }
        actions = answer(commands.removeFirst())
      } else {
        perform(actions.removeFirst(), context)
      }
    }
  }

  private func answer(_ command: String) -> [MailDialogue.Action] {
    if scram != nil { return scramActions(command) }
    let words = command.uppercased()
    let actions = memory.actions(at: isInData ? "." : words, isInTLS: tls != nil)
    isInData = words.hasPrefix("DATA") && !isInData && actions.contains { $0.says("354") }
    if case .scram(let fault)? = actions.first {
      let hash: HashFunction = words.contains("SCRAM-SHA-256") ? .sha256 : .sha1
      scram = ScriptedSCRAMServer(hash, password: Secret(DialogueScenario.password), fault: fault)
      return scramActions(String(command.split(separator: " ").last ?? ""))
    }
    return actions
  }

  private func scramActions(_ line: String) -> [MailDialogue.Action] {
    let message = Base64Line.decode(Array(line.utf8.prefix { $0 > 0x20 })[...]) ?? []
    switch try? scram?.reply(to: message) {
    case .challenge(let octets): return [.say(Array("334 \(Base64Line.encode(octets))\r\n".utf8))]
    case .success:
      scram = nil
      return [.say(Array("235 2.7.0 welcome\r\n".utf8))]
    case .failure, nil:
      scram = nil
      return [.say(Array("535 5.7.8 authentication failed\r\n".utf8))]
    }
  }

  private func perform(_ action: MailDialogue.Action, _ context: ChannelHandlerContext) {
    switch action {
    case .say(let octets): say(octets, context)
    case .startTLS: startTLS(context)
    case .close:
      actions = []
      commands = []
      isPausing = true
      context.close(promise: nil)
    case .pause(let milliseconds): pause(.milliseconds(milliseconds), context)
    case .flood(let octets): flood(octets, context)
    case .scram: break
    }
  }

  private func startTLS(_ context: ChannelHandlerContext) {
    tls = identity.flatMap { try? TLSSession(server: $0) }
    isShakingHands = tls != nil
    if tls == nil { context.close(promise: nil) }
  }

  private func pause(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    isPausing = true
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: time) {
      let (session, context) = bound.value
      session.isPausing = false
      session.act(context)
    }
  }

  private func flood(_ octets: [UInt8], _ context: ChannelHandlerContext, already count: Int = 0) {
    isPausing = true
    guard count < Self.floodLimit, context.channel.isActive else { return }
    let chunk = Array(repeatElement(octets + [13, 10], count: 1024).joined())
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    say(chunk, context).whenSuccess {
      let (session, context) = bound.value
      session.flood(octets, context, already: count + chunk.count)
    }
  }

  @discardableResult
  private func say(_ octets: [UInt8], _ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
    guard let tls else { return context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets))) }
    try? tls.write(octets)
    return flush(context)
  }

  @discardableResult
  private func flush(_ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
    guard let octets = tls?.drain(), !octets.isEmpty else { return context.eventLoop.makeSucceededVoidFuture() }
    return context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: octets)))
  }
}

extension MailDialogue.Action {
  /// Whether the first reply is this one.
  fileprivate func says(_ code: String) -> Bool {
    if case .say(let octets) = self { octets.starts(with: code.utf8) } else { false }
  }
}
