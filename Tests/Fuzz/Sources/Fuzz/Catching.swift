import OpenSSLKit
import SMTPSubmission

extension FuzzTarget {
  /// What clients send to the catching server.
  static let catching = [
    FuzzTarget(name: "smtp-server") { input in
      var policy = CatchingPolicy(hostName: "catch.example")
      (policy.maximumSize, policy.mode) = (1000, .startTLS)
      var run = CatchingRun(session: CatchingSession(policy, challenge: 7))
      // Every piece of the input is one packet; the first may come before the greeting.
      for (index, packet) in input.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
        if index == 1 { run.session.greet() }
        run.session.receive(Array(packet))
        run.act()
      }
      run.session.greet()
      run.act()
      let commands = input.count { $0 == 10 }
      promise(run.sent <= 400 * (commands + input.count / 4 + 3), "replies are bounded")
      promise(run.stored <= input.count, "a message is made of what came")
      promise(run.session.transcript.count <= 400, "a transcript is bounded")
    }
  ]
}

/// Does what the session wants.
private struct CatchingRun {
  var session: CatchingSession
  var (sent, stored, kept) = (0, 0, 0)
  private var isClosed = false

  init(session: CatchingSession) { self.session = session }

  mutating func act() {
    while let action = session.next() {
      promise(!isClosed, "nothing follows the end")
      switch action {
      case .send(let octets):
        promise(octets.suffix(2).elementsEqual([13, 10]), "a reply is made of lines")
        sent += octets.count
      case .store(let octets):
        stored += octets.count
        kept += octets.count
        promise(kept <= session.policyOctets, "a message is no larger than allowed")
      case .discard: kept = 0
      case .caught:
        promise(session.reversePath != nil && !session.recipients.isEmpty, "a message has an envelope")
        session.settle(number: stored % 3 == 0 ? nil : 1)
        kept = 0
      case .startTLS: session.startedTLS(TLSFacts())
      case .close: isClosed = true
      }
    }
  }
}

extension CatchingSession {
  /// The size that the target allows.
  fileprivate var policyOctets: Int { 1000 }
}
