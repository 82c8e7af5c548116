import DNS
import OpenSSLKit
import ProcessKit
import TLSTransport

/// Drives a ``CatchingSession`` over a connection, and keeps the octets of its message.
final class CatchingConversation: ServerConversation {
  private var session: CatchingSession
  private var octets = CaughtOctets()
  /// Whether the octets could not be kept.
  private var isBroken = false
  private let client: IPAddress?
  private let room: WaitingRoom

  init(_ policy: CatchingPolicy, client: IPAddress?, room: WaitingRoom) {
    session = CatchingSession(policy, challenge: .random(in: .min ... .max))
    (self.client, self.room) = (client, room)
  }

  func begin() -> [ServerAction] {
    session.greet()
    return actions()
  }

  func receive(_ octets: [UInt8]) -> [ServerAction] {
    session.receive(octets)
    return actions()
  }

  func startedTLS(_ facts: TLSFacts) -> [ServerAction] {
    session.startedTLS(facts)
    return actions()
  }

  func leave(_ reason: ServerFarewell) -> [ServerAction] {
    switch reason {
    case .idle: session.leave(.idle)
    case .overlong: session.leave(.overlong)
    case .ending: session.leave(.ending)
    }
    return actions()
  }

  func ended(_ failure: ConnectionFailure?) {
    octets = CaughtOctets()
    guard session.messages == 0 else { return }
    let isImplicit = session.policy.mode == .implicit
    let state: FruitlessSession.TLSState =
      session.tls != nil ? .on : session.isInHandshake || isImplicit ? .beginning : .off
    room.tell(
      FruitlessSession(
        client: client, tls: state, stop: session.stop, failure: failure?.wordsOfServer,
        transcript: session.transcript))
  }

  private func actions() -> [ServerAction] {
    var result: [ServerAction] = []
    while let action = session.next() {
      switch action {
      case .send(let octets): result.append(.send(octets))
      case .startTLS: result.append(.startTLS)
      case .close: result.append(.close)
      case .store(let octets): keep(octets)
      case .discard: forget()
      case .caught: handOver()
      }
    }
    return result
  }

  private func keep(_ piece: [UInt8]) {
    guard !isBroken else { return }
    do throws(StreamError) { try octets.append(piece) } catch { isBroken = true }
  }

  private func forget() { (octets, isBroken) = (CaughtOctets(), false) }

  private func handOver() {
    let (session, client, octets) = (session, client, octets)
    let number = isBroken ? nil : room.offer { CaughtMessage(session, number: $0, client: client, octets: octets) }
    self.session.settle(number: number)
    forget()
  }
}

extension CaughtMessage {
  /// What a session shows when a message is complete; nil when it is not.
  init?(_ session: CatchingSession, number: Int, client: IPAddress?, octets: CaughtOctets) {
    guard let greeting = session.greeting, let path = session.reversePath else { return nil }
    self.init(
      number: number, client: client, greeting: greeting, tls: session.tls, login: session.login, reversePath: path,
      recipients: session.recipients, conduct: session.conduct, transcript: session.transcript, octets: octets)
  }
}

extension ConnectionFailure {
  /// The cause as a server sees it.
  fileprivate var wordsOfServer: String {
    self == .closed ? "the client closed the connection" : description
  }
}
