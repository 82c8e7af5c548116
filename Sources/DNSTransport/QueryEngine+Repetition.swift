import NIOCore

// Sending again what has no answer, within the time of a try.
extension QueryEngine {
  /// Sets the pauses of a try that begins.
  func beginPauses(_ lookup: Lookup, at now: NIODeadline) {
    lookup.tryStart = now
    lookup.lastSent = now
    lookup.repetitions = 0
    if !lookup.isByStream, let server = lookup.server {
      server.patience.begin()
      lookup.pause = server.patience.pause
    } else {
      lookup.pause = timeout
    }
    setWake(lookup)
  }

  /// Sends the datagram again if the server has time left and its patience allows that; false when its time is over.
  func mayGoOn(_ lookup: Lookup, at server: Server, _ now: NIODeadline) -> Bool {
    guard now < lookup.tryStart + timeout else { return false }
    if let query = lookup.query, let socket = lookup.carrier as? DatagramSocket,
      server.patience.allowsRepetition(after: lookup.pause)
    {
      lookup.repetitions += 1
      lookup.attempts += 1
      lookup.lastSent = now
      lookup.pause = server.patience.next(after: lookup.pause, repetitions: lookup.repetitions)
      server.pace?.spend()
      count { $0.retries += 1 }
      socket.write(query)
      scheduleFlush(socket)
    } else if lookup.query == nil {
      // It still waits for a socket.
      lookup.lastSent = now
    } else {
      lookup.pause = server.patience.patientPause
    }
    setWake(lookup)
    return true
  }

  /// Learns how long the server took for an answer by UDP.
  func learnRoundTrip(_ lookup: Lookup, of server: Server, at now: NIODeadline) {
    server.patience.learn(
      sinceFirst: now - lookup.tryStart, sinceLast: now - lookup.lastSent, repetitions: lookup.repetitions)
  }

  private func setWake(_ lookup: Lookup) {
    lookup.wake = min(lookup.lastSent + lookup.pause, lookup.tryStart + timeout, lookup.end)
  }
}
