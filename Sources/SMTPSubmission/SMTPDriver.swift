public import DNS
public import OpenSSLKit
import TLSTransport

/// Where a conversation is to be had, and how TLS is begun there.
public struct SMTPEndpoint: Sendable {
  /// The address.
  public var address: IPAddress
  /// The port.
  public var port: UInt16
  /// How TLS begins.
  public var tls: TLSClientConfiguration
  /// How long each step may take.
  public var timeouts = SMTPTimeouts()
  /// What chains are judged by during the conversation; nil when they are not.
  public var trust: ChainTrust?
  /// When the conversation is over, whatever it has come to; nil when its steps alone limit it.
  public var deadline: ContinuousClock.Instant?

  /// Makes the value of its parts.
  public init(address: IPAddress, port: UInt16 = 25, tls: TLSClientConfiguration) {
    self.address = address
    self.port = port
    self.tls = tls
  }
}

extension SMTPClient.Plan {
  /// Has the conversation over the network. It never throws: what went wrong stands in the session.
  public func carryOut(at endpoint: SMTPEndpoint) async -> SMTPSession {
    var client = SMTPClient(self)
    let began = ContinuousClock.now
    let clock = StepClock(endpoint: endpoint, step: .connect)
    guard !clock.isOver else {
      client.runOutOfTime(connecting: true)
      return client.session
    }
    let connection: Connection
    do throws(ConnectionFailure) {
      connection = try await Connection.open(to: endpoint.address, port: endpoint.port, within: clock.rest)
    } catch {
      if clock.isCut(error) { client.runOutOfTime(connecting: true) } else { client.failToConnect(error) }
      return client.session
    }
    var current: StepClock?
    client.elapsed = .now - began
    client.connected()
    while await client.advance(over: connection, endpoint, since: began, &current) {}
    connection.close()
    return client.session
  }
}

/// The time of one step: an instant, so that a server that sends octet by octet gains none.
private struct StepClock {
  let step: SMTPStep
  private let end: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant?

  init(endpoint: SMTPEndpoint, step: SMTPStep) {
    self.step = step
    deadline = endpoint.deadline
    let own = ContinuousClock.now + endpoint.timeouts.duration(of: step)
    end = deadline.map { min($0, own) } ?? own
  }

  var isOver: Bool { end <= .now }

  var rest: Duration { end - .now }

  /// Whether a failure comes of the deadline of the whole conversation.
  func isCut(_ failure: ConnectionFailure) -> Bool { failure == .timedOut && deadline.map { $0 <= end } ?? false }
}

extension SMTPClient {
  /// Does what comes next; false when nothing does. `clock` runs as long as a step takes.
  fileprivate mutating func advance(
    over connection: Connection, _ endpoint: SMTPEndpoint, since began: ContinuousClock.Instant,
    _ clock: inout StepClock?
  ) async -> Bool {
    switch next() {
    case .send(let octets):
      connection.send(octets)
      // Every command has its time, but the answers in a login share one: a server could ask without end.
      clock = nil
    case .sendSecret(let secret): connection.send(secret)
    case .receive(let step):
      let time = clock.flatMap { $0.step == step ? $0 : nil } ?? StepClock(endpoint: endpoint, step: step)
      clock = time
      await wait(time) { (client, rest) async throws(ConnectionFailure) in
        let octets = try await connection.receive(within: rest)
        client.elapsed = .now - began
        client.receive(octets)
      }
    case .startTLS:
      await wait(StepClock(endpoint: endpoint, step: .handshake)) { (client, rest) async throws(ConnectionFailure) in
        let facts = try await connection.startTLS(endpoint.tls, within: rest)
        client.elapsed = .now - began
        client.started(
          facts, verdict: endpoint.trust?.verdict(on: facts.chain), bindings: await connection.channelBindings())
      }
    case .finish: return false
    }
    return true
  }

  private mutating func wait(
    _ clock: StepClock, _ work: (inout SMTPClient, Duration) async throws(ConnectionFailure) -> Void
  ) async {
    do throws(ConnectionFailure) {
      // What lies in the buffer is given out at once, however late it is.
      guard !clock.isOver else { throw .timedOut }
      try await work(&self, clock.rest)
    } catch {
      if clock.isCut(error) { runOutOfTime() } else { fail(error) }
    }
  }
}

extension SMTPTimeouts {
  func duration(of step: SMTPStep) -> Duration {
    switch step {
    case .connect: connect
    case .greeting: greeting
    case .handshake: handshake
    case .data, .message: message
    default: reply
    }
  }
}

/// What a chain is judged by while the conversation goes on: a login may depend on it.
public struct ChainTrust: Sendable {
  /// The roots.
  public let store: TrustStore
  /// Whom the certificate has to be for.
  public let identity: ServerIdentity
  /// Seconds since 1970, UTC.
  public let time: Int

  /// Makes the value of its parts.
  public init(_ store: TrustStore, identity: ServerIdentity, time: Int) {
    self.store = store
    self.identity = identity
    self.time = time
  }

  /// Judges a chain as sent.
  public func verdict(on chain: [Certificate]) -> ChainVerdict { store.verdict(on: chain, at: time, as: identity) }
}
