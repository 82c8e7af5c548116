import AuditTesting
import DNS
import LDNSKit
import NIOCore
import NIOPosix

/// Serves scenarios whose servers misbehave: over UDP and TCP.
struct ScriptedServer: Sendable {
  private let resolver: ZoneResolver
  private let truncated: Set<DomainName>
  private let authorities: [DNSRecord]

  init(_ scenarios: [LabScenario]) {
    let scripted = scenarios.filter(\.isScripted)
    resolver = ZoneResolver(scripted.map(\.zone), uncovered: .refused)
    truncated = Set(scripted.filter(\.isTruncated).flatMap(\.zone.apexes))
    authorities = scripted.flatMap(\.zone.records).filter { $0.type == .soa }
  }

  /// Serves until the process ends.
  func serve(_ place: Endpoint) async throws {
    let group = MultiThreadedEventLoopGroup.singleton
    let tcp = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(StreamHandler(self)) }
      }
      .bind(host: place.address, port: place.port).get()
    _ = try await DatagramBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(PacketHandler(self)) }
      }
      .bind(host: place.address, port: place.port).get()
    try await tcp.closeFuture.get()
  }

  /// The answer to send; nil to keep silent.
  func response(to query: [UInt8], isStream: Bool) -> [UInt8]? {
    guard let message = WireMessage(query: query) else { return nil }
    let answer = resolver.answer(to: message.question)
    let records = answer.aliases + answer.records
    switch answer.outcome {
    case .records, .failure(.aliasLoop), .failure(.aliasChainTooLong):
      let octets = message.response(answers: records)
      return isStream || octets.count <= 1232 ? octets : message.response(isTruncated: true)
    case .noData: return message.response(answers: records, authority: authority(of: answer))
    case .nameError: return message.response(code: 3, answers: records, authority: authority(of: answer))
    case .failure(.timeout): return silence(message, isStream)
    case .failure(.refused): return refusal(message, answer)
    case .failure: return message.response(code: 2)
    }
  }

  /// REFUSED where the scenario says so; the aliases that lead out of the zones; and NXDOMAIN in place of the
  /// top-level domain.
  private func refusal(_ message: WireMessage, _ answer: DNSAnswer) -> [UInt8] {
    if !answer.aliases.isEmpty { return message.response(answers: answer.aliases) }
    let isOurs = authorities.contains { message.question.name.isEqual(toOrBelow: $0.owner) }
    return isOurs
      ? message.response(code: 5) : message.response(code: 3, authority: [Self.top(of: message.question.name)])
  }

  private static func top(of name: DomainName) -> DNSRecord {
    let authority = StartOfAuthority(primary: .root, mailbox: .root, serial: 1, refresh: 3_600, minimum: 300)
    return DNSRecord(owner: name.suffix(labels: 1), ttl: 300, data: .soa(authority))
  }

  private func silence(_ message: WireMessage, _ isStream: Bool) -> [UInt8]? {
    let isTruncated = truncated.contains { message.question.name.isEqual(toOrBelow: $0) }
    return isTruncated && !isStream ? message.response(isTruncated: true) : nil
  }

  /// RFC 2308 §3: a negative answer carries the SOA record of its zone.
  private func authority(of answer: DNSAnswer) -> [DNSRecord] {
    let above = authorities.filter { answer.canonicalName.isEqual(toOrBelow: $0.owner) }
    return above.max { $0.owner.labelCount < $1.owner.labelCount }.map { [$0] } ?? []
  }
}

/// One datagram, one question.
private final class PacketHandler: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = AddressedEnvelope<ByteBuffer>
  private let server: ScriptedServer

  init(_ server: ScriptedServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    guard let octets = server.response(to: Array(envelope.data.readableBytesView), isStream: false) else { return }
    let reply = AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: octets))
    context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
  }
}

/// Questions with two octets of length before each (RFC 1035 §4.2.2); a question without an answer ends the connection.
private final class StreamHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private let server: ScriptedServer
  private var received = ByteBuffer()

  init(_ server: ScriptedServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var fresh = unwrapInboundIn(data)
    received.writeBuffer(&fresh)
    while let query = received.readLengthPrefixedSlice(as: UInt16.self) {
      guard let octets = server.response(to: Array(query.readableBytesView), isStream: true) else {
        return context.close(promise: nil)
      }
      var reply = ByteBuffer(integer: UInt16(truncatingIfNeeded: octets.count))
      reply.writeBytes(octets)
      context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
    }
  }
}
