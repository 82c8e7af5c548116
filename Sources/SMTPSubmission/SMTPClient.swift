public import OpenSSLKit
public import TLSTransport

/// The client's side of SMTP as a state machine without sockets: octets go in, what to do comes out (RFC 5321 §4.3).
///
/// Whoever drives it does what ``next`` says, and tells what came of it.
public struct SMTPClient: Sendable {
  /// What the driver is to do.
  public enum Action: Sendable, Equatable {
    /// Send these octets, then go on.
    case send([UInt8])
    /// Wait for octets, as long as the step may take.
    case receive(SMTPStep)
    /// Start TLS.
    case startTLS
    /// Close the connection: all is done, or nothing more can be.
    case finish
  }

  /// What is to be learned or done.
  public struct Plan: Sendable, Hashable {
    /// The name that the client greets with.
    public var clientName: String
    /// Whether TLS is started where it is offered.
    public var usesTLS = true

    /// Looks at what the server offers, with TLS.
    public init(clientName: String) {
      self.clientName = clientName
    }
  }

  /// What was seen so far.
  public private(set) var session = SMTPSession()
  private let plan: Plan
  private var parser = SMTPReplyParser()
  private var step = SMTPStep.greeting
  private var actions: [Action] = [.receive(.greeting)]

  /// Begins a conversation over a connection that stands.
  public init(_ plan: Plan) {
    self.plan = plan
  }

  /// What to do now. An action stays the next one until its outcome was told, but for sending, which is told by asking.
  public mutating func next() -> Action {
    guard let first = actions.first else { return .finish }
    if case .send = first { actions.removeFirst() }
    return first
  }

  /// Tells octets that came.
  public mutating func receive(_ octets: [UInt8]) {
    guard case .receive? = actions.first else { return }
    parser.feed(octets)
    do throws(SMTPReplyFault) {
      let reply = try parser.next()
      note(.server, parser.takeSeen())
      guard let reply else { return }
      actions.removeFirst()
      take(reply)
    } catch {
      note(.server, parser.takeSeen() + [parser.takeRest()].filter { !$0.isEmpty && error == .lineTooLong })
      stop(.malformed(error))
    }
  }

  /// Tells that TLS has been started.
  public mutating func started(_ facts: TLSFacts) {
    guard actions.first == .startTLS else { return }
    session.tls = facts
    note(.event, ["\(facts.version), \(facts.cipher)"])
    say("EHLO \(plan.clientName)", .ehloInTLS)
  }

  /// Tells that there is no connection at all.
  public mutating func failToConnect(_ failure: ConnectionFailure) {
    step = .connect
    fail(failure)
  }

  /// Tells that the time for the whole conversation is over, perhaps before there is a connection.
  public mutating func runOutOfTime(connecting: Bool = false) {
    if connecting { step = .connect }
    note(.event, ["no time was left"])
    if step == .quit { actions = [] } else { stop(.noTimeLeft) }
  }

  /// Tells that the connection or the handshake failed.
  public mutating func fail(_ failure: ConnectionFailure) {
    note(.event, [failure.description])
    // What was to be learned is known when only the farewell is missing.
    if step == .quit { actions = [] } else { stop(.connection(failure)) }
  }
}

extension SMTPClient {
  private mutating func note(_ speaker: SMTPTranscriptLine.Speaker, _ lines: [String]) {
    let room = SMTPLimits.transcriptLines - session.transcript.count
    session.transcript += lines.prefix(max(0, room)).map { SMTPTranscriptLine(speaker, $0) }
  }

  private mutating func say(_ command: String, _ step: SMTPStep) {
    self.step = step
    note(.client, [command])
    actions = [.send(Array((command + "\r\n").utf8)), .receive(step)]
  }

  private mutating func stop(_ reason: SMTPStop.Reason) {
    session.stop = SMTPStop(step, reason)
    actions = []
  }

  /// Ends with QUIT (RFC 5321 §4.1.1.10), keeping the reason when there is one.
  private mutating func quit(_ reason: SMTPStop.Reason? = nil) {
    if let reason { session.stop = SMTPStop(step, reason) }
    say("QUIT", .quit)
  }

  private mutating func take(_ reply: SMTPReply) {
    switch step {
    case .greeting: greet(reply)
    case .ehlo: offer(reply)
    case .helo: answerHELO(reply)
    case .startTLS: consent(reply)
    case .ehloInTLS: offerInTLS(reply)
    case .connect, .handshake, .quit: actions = []
    }
  }

  /// RFC 5321 §3.1: 220 welcomes, 554 and every other code does not.
  private mutating func greet(_ reply: SMTPReply) {
    session.greeting = reply
    if reply.code == 220 { say("EHLO \(plan.clientName)", .ehlo) } else { quit(.reply(reply)) }
  }

  /// RFC 5321 §3.2: a server without extensions refuses EHLO with 500, 502 and the like, and takes HELO.
  private mutating func offer(_ reply: SMTPReply) {
    switch reply.replyClass {
    case .positive:
      let extensions = SMTPExtension.list(in: reply)
      session.extensions = extensions
      if plan.usesTLS, extensions.offers("STARTTLS") { say("STARTTLS", .startTLS) } else { quit() }
    case .permanent where [500, 501, 502, 504].contains(reply.code): say("HELO \(plan.clientName)", .helo)
    default: quit(.reply(reply))
    }
  }

  private mutating func answerHELO(_ reply: SMTPReply) {
    guard reply.replyClass == .positive else { return quit(.reply(reply)) }
    session.usedHELO = true
    session.extensions = []
    quit()
  }

  /// RFC 3207 §4: 220 consents. Octets behind it came in clear text, and are not to be taken for protected ones (§6).
  private mutating func consent(_ reply: SMTPReply) {
    session.startTLSReply = reply
    guard reply.code == 220 else { return quit(.reply(reply)) }
    step = .handshake
    let surplus = parser.surplus
    if surplus > 0 {
      note(.server, [parser.takeRest()])
      return stop(.connection(.octetsBeforeTLS(surplus)))
    }
    actions = [.startTLS]
  }

  private mutating func offerInTLS(_ reply: SMTPReply) {
    guard reply.replyClass == .positive else { return quit(.reply(reply)) }
    session.extensionsInTLS = SMTPExtension.list(in: reply)
    quit()
  }
}
