import DNS
import NIOCore

// Sockets and connections.
extension QueryEngine {
  /// Opens sockets until there are enough for the load.
  func openSockets(_ server: Server) {
    guard server.sockets.count + server.opening < TransportLimits.sockets else { return }
    let load = server.sockets.reduce(server.parked.count) { $0 + $1.load }
    let wanted = load > 4 * TransportLimits.firstSockets ? TransportLimits.sockets : TransportLimits.firstSockets
    while server.sockets.count + server.opening < wanted {
      server.opening += 1
      let opened = DatagramSocket.open(server, self)
      opened.whenSuccess { self.opened($0) }
      // What failed at once is told later: now there may be a lookup that is about to wait for it.
      opened.whenFailure { error in self.loop.execute { self.failedToOpen(server, error) } }
    }
  }

  private func opened(_ socket: DatagramSocket) {
    let server = socket.server
    server.opening -= 1
    if isClosed { return socket.close() }
    server.sockets.append(socket)
    unpark(server) { self.send($0, on: socket) }
  }

  private func failedToOpen(_ server: Server, _ error: any Error) {
    server.opening -= 1
    guard server.sockets.isEmpty, server.opening == 0 else { return }
    unpark(server) { self.failTry($0, NetworkError.failure(error), isFinal: true) }
  }

  /// Takes the lookups that waited for a socket and still do.
  private func unpark(_ server: Server, _ body: (Lookup) -> Void) {
    let parked = server.parked
    server.parked = []
    for (lookup, serial) in parked where lookup.place >= 0 && lookup.serial == serial { body(lookup) }
  }

  /// A socket that has sent enough gets no more queries, and a successor.
  func retire(_ socket: DatagramSocket) {
    socket.server.sockets.removeAll { $0 === socket }
    openSockets(socket.server)
  }

  /// A socket is closed.
  func lost(_ socket: DatagramSocket) {
    socket.server.sockets.removeAll { $0 === socket }
    if socket.server.burst === socket { socket.server.burst = nil }
  }

  /// A connection is closed: servers close idle ones at will (RFC 7766 §6.2.3), so what was on it is asked once more.
  func lost(_ connection: StreamConnection, _ lookups: [Lookup], with failure: DNSFailure) {
    if connection.server.stream === connection { connection.server.stream = nil }
    for lookup in lookups where lookup.place >= 0 {
      if lookup.connectionTries < TransportLimits.connectionTries {
        retryByStream(lookup, isCaseTest: lookup.isCaseTest)
      } else if lookup.isCaseTest {
        withoutCase(lookup, connection.server, at: .now())
      } else {
        failTry(lookup, failure, isFinal: true)
      }
    }
  }
}

extension Server {
  /// Closes everything.
  func close() {
    for socket in sockets { socket.close() }
    stream?.close()
    sockets = []
    parked = []
  }
}
