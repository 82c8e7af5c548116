import DNS
import LDNSKit
import NIOCore

// Sending.
extension QueryEngine {
  /// Sends the question to the next server of the row, or gives up when there is none.
  func tryNext(_ lookup: Lookup, at now: NIODeadline) {
    guard let index = lookup.nextServer(rounds: configuration.rounds) else { return giveUp(lookup, at: now) }
    if lookup.wasSent { count { $0.retries += 1 } }
    let server = servers[index]
    lookup.server = server
    lookup.usesEDNS = server.usesEDNS && configuration.payloadSize != nil
    lookup.isCaseTest = false
    lookup.connectionTries = 0
    sendDatagram(lookup, to: server, at: now)
  }

  /// Begins a try by UDP; waits for a socket when none is open yet.
  private func sendDatagram(_ lookup: Lookup, to server: Server, at now: NIODeadline) {
    if server.pace != nil, !mayBegin(lookup, at: server, now) { return }
    transmit(lookup, to: server, at: now)
  }

  /// Sends the query of a try whose turn it is.
  func transmit(_ lookup: Lookup, to server: Server, at now: NIODeadline) {
    beginTry(lookup, byStream: false, at: now)
    if server.pace != nil {
      server.pace?.begin()
      lookup.isPaced = true
    }
    openSockets(server)
    if server.burstCount >= TransportLimits.burst { server.burst = nil }
    if let socket = server.burst ?? server.sockets.randomElement(using: &random) {
      send(lookup, on: socket)
    } else {
      server.parked.append((lookup, lookup.serial))
    }
  }

  private func beginTry(_ lookup: Lookup, byStream: Bool, at now: NIODeadline) {
    abandonTry(lookup)
    lookup.isByStream = byStream
    beginPauses(lookup, at: now)
  }

  /// What still arrives for the present try is thrown away.
  func abandonTry(_ lookup: Lookup) {
    if lookup.isPaced { endPaced(lookup, .abandoned) }
    if let query = lookup.query { lookup.carrier?.forget(query.id) }
    lookup.carrier = nil
    lookup.query = nil
    lookup.serial += 1
  }

  /// Sends the query in the present burst of the server, or begins one.
  func send(_ lookup: Lookup, on socket: DatagramSocket) {
    let server = socket.server
    if server.burst !== socket {
      (server.burst, server.burstCount) = (socket, 0)
      scheduleFlush(socket)
    }
    server.burstCount += 1
    lookup.attempts += 1
    socket.send(lookup)
  }

  /// The query for the lookup's present question.
  func encode(_ lookup: Lookup, id: UInt16, mixesCase: Bool) -> DNSQuery {
    let bits = mixesCase && configuration.mixesCase ? random.next() : 0
    return DNSQueryEncoder(
      payloadSize: lookup.usesEDNS ? configuration.payloadSize : nil, wantsSignatures: configuration.wantsSignatures
    )
    .encode(lookup.wireQuestion, id: id, caseBits: bits)
  }

  /// Asks the same server again by TCP (RFC 7766 §5): the answer was truncated, or its case has to be checked.
  func retryByStream(_ lookup: Lookup, isCaseTest: Bool) {
    guard let server = lookup.server else { return }
    beginTry(lookup, byStream: true, at: .now())
    lookup.isCaseTest = isCaseTest
    lookup.connectionTries += 1
    lookup.attempts += 1
    server.pace?.spend()
    let connection = server.stream ?? StreamConnection.open(server, self)
    count {
      $0.streamQueries += 1
      if server.stream == nil { $0.connections += 1 }
    }
    server.stream = connection
    connection.send(lookup)
  }
}

// Receiving.
extension QueryEngine {
  /// A datagram or message that answers nothing.
  func reject() { count { $0.rejected += 1 } }

  /// Reads the answer to the present question of a lookup.
  func receive(_ octets: Span<UInt8>, for lookup: Lookup, by transport: DNSProvenance.Transport) {
    guard let server = lookup.server else { return }
    server.hasSpoken()
    do throws(DNSFailure) {
      let message = try DNSMessage(decoding: octets, asked: lookup.interpreter.name)
      if lookup.usesEDNS, Self.refusesEDNS(message.responseCode) { return retryWithoutEDNS(lookup, server) }
      if lookup.isPaced { endPaced(lookup, Self.end(of: lookup, message.responseCode)) }
      abandonTry(lookup)
      if !lookup.usesEDNS, !Self.refusesEDNS(message.responseCode) { server.usesEDNS = false }
      interpret(message, octets, for: lookup, server, transport)
    } catch {
      failTry(lookup, error, isFinal: true)
    }
  }

  private func interpret(
    _ message: DNSMessage, _ octets: Span<UInt8>, for lookup: Lookup, _ server: Server,
    _ transport: DNSProvenance.Transport
  ) {
    let reading = lookup.interpreter.read(message)
    lookup.isAuthenticated = lookup.isAuthenticated && message.isAuthenticated
    switch reading {
    case .ask:
      lookup.messages.append(Self.copy(octets))
      restart(lookup)
    case .answered(.failure(let failure), _) where failure != .aliasLoop && failure != .aliasChainTooLong:
      failTry(lookup, failure, isFinal: failure != .serverFailure(extendedError: nil))
    case .answered(let outcome, let ttl):
      let now = NIODeadline.now()
      if transport == .udp { learnRoundTrip(lookup, of: server, at: now) }
      let provenance = DNSProvenance(
        server: server.label, duration: .nanoseconds((now - lookup.asked).nanoseconds), transport: transport,
        authenticated: lookup.isAuthenticated, attempts: lookup.attempts, messageOctets: message.octetCount)
      let answer = DNSAnswer(
        question: lookup.question, outcome: outcome, aliases: lookup.interpreter.aliases, provenance: provenance,
        messages: configuration.wantsSignatures ? lookup.messages + [Self.copy(octets)] : [])
      // An odd chain of aliases is kept as the failure it is.
      finish(lookup, answer, readFrom: answer.failure == nil ? octets : nil, negativeTTL: ttl, at: now)
    }
  }

  private static func copy(_ octets: Span<UInt8>) -> [UInt8] {
    unsafe octets.withUnsafeBufferPointer { unsafe Array($0) }
  }

  private static func refusesEDNS(_ code: UInt16) -> Bool {
    [ResponseCode.formatError, ResponseCode.notImplemented, ResponseCode.badVersion].contains(code)
  }

  /// RFC 6891 §6.2.2: a server that knows no EDNS may answer FORMERR, or NOTIMP; it is asked again without.
  private func retryWithoutEDNS(_ lookup: Lookup, _ server: Server) {
    lookup.usesEDNS = false
    count { $0.retries += 1 }
    sendDatagram(lookup, to: server, at: .now())
  }
}

// Failing.
extension QueryEngine {
  /// Ends the present try and goes on with the next server.
  func failTry(_ lookup: Lookup, _ failure: DNSFailure, isFinal: Bool) {
    guard lookup.place >= 0 else { return }
    if let server = lookup.server { lookup.note(failure, from: server, isFinal: isFinal) }
    if lookup.isPaced { endPaced(lookup, .failed) }
    abandonTry(lookup)
    tryNext(lookup, at: .now())
  }

  /// The network said that none of these can be answered by their server.
  func fail(_ lookups: [Lookup], with failure: DNSFailure) {
    for lookup in lookups { failTry(lookup, failure, isFinal: true) }
  }

  func giveUp(_ lookup: Lookup, at now: NIODeadline) {
    let server = lookup.failedServer ?? lookup.server
    abandonTry(lookup)
    let answer = lookup.failureAnswer(lookup.failure ?? (lookup.wasSent ? .timeout : .notAsked), server, at: now)
    finish(lookup, answer, at: now)
  }

  /// Looks at a lookup whose time has come: sends again, passes on, or gives up.
  func wake(_ lookup: Lookup, at now: NIODeadline) {
    guard let server = lookup.server, now < lookup.end else { return giveUp(lookup, at: now) }
    if mayGoOn(lookup, at: server, now) { return }
    server.wasSilent(at: now)
    if lookup.isPaced { endPaced(lookup, .failed) }
    if lookup.isCaseTest { return withoutCase(lookup, server, at: now) }
    failTry(lookup, .timeout, isFinal: false)
  }

  /// The server gives other case by UDP and nothing by TCP: it is asked in lower case from now on, as everybody asks.
  func withoutCase(_ lookup: Lookup, _ server: Server, at now: NIODeadline) {
    server.echoesCase = false
    lookup.isCaseTest = false
    count { $0.retries += 1 }
    sendDatagram(lookup, to: server, at: now)
  }
}
