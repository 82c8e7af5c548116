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
    /// Send this secret, then go on.
    case sendSecret(Secret)
    /// Wait for octets, as long as the step may take.
    case receive(SMTPStep)
    /// Start TLS.
    case startTLS
    /// Close the connection: all is done, or nothing more can be.
    case finish
  }

  /// What is to be learned or done.
  public struct Plan: Sendable {
    /// The name that the client greets with.
    public var clientName: String
    /// How TLS is used.
    public var security = Security.offered
    /// How to log in; nil for not at all.
    public var login: (any SMTPLogin)?
    /// Whether the login is carried out. Otherwise it only keeps its secret out of what is shown: the server may know it
    /// from another conversation.
    public var logsIn = true
    /// The mail transaction behind the login; nil for none.
    public var envelope: SMTPEnvelope?
    /// More mail transactions behind it, one after the other.
    public var moreEnvelopes: [SMTPEnvelope] = []
    /// What is tried beyond what mail needs; nil for nothing.
    public var trial: Trial?

    /// Looks at what the server offers, with TLS.
    public init(clientName: String) {
      self.clientName = clientName
    }

    /// How TLS is used.
    public enum Security: String, Sendable, CaseIterable, Codable {
      /// Not at all.
      case none
      /// STARTTLS where it is offered (RFC 3207).
      case offered = "starttls"
      /// From the first octet (RFC 8314 §3.3).
      case implicit
    }
  }

  /// What was seen so far.
  public internal(set) var session = SMTPSession()
  /// The time since the conversation began, which whoever drives it tells: the transcript and the steps carry it.
  public var elapsed = Duration.zero
  let plan: Plan
  var login: (any SMTPLogin)?
  var bindings: [TLSChannelBinding] = []
  var step = SMTPStep.greeting
  var stepBegan = Duration.zero
  var isCancelled = false
  var challenges = 0
  var recipients: [String] = []
  var address = ""
  var envelope: SMTPEnvelope?
  var waitingEnvelopes: [SMTPEnvelope]
  private var parser = SMTPReplyParser()
  var actions: [Action]

  /// Begins a conversation over a connection that stands.
  public init(_ plan: Plan) {
    self.plan = plan
    login = plan.login
    envelope = plan.envelope
    waitingEnvelopes = plan.moreEnvelopes
    actions = plan.security == .implicit ? [.startTLS] : [.receive(.greeting)]
    if plan.security == .implicit { step = .handshake }
  }

  /// What to do now. An action stays the next one until its outcome was told, but for sending, which is told by asking.
  public mutating func next() -> Action {
    guard let first = actions.first else { return .finish }
    switch first {
    case .send, .sendSecret: actions.removeFirst()
    default: break
    }
    return first
  }

  /// Tells octets that came.
  public mutating func receive(_ octets: [UInt8]) {
    guard case .receive? = actions.first else { return }
    parser.feed(octets)
    do throws(SMTPReplyFault) {
      // Several replies may have come together where several are waited for.
      while case .receive? = actions.first {
        let reply = try parser.next()
        note(.server, parser.takeSeen())
        guard let reply else { return }
        actions.removeFirst()
        take(reply)
      }
    } catch {
      note(.server, parser.takeSeen() + [parser.takeRest()].filter { !$0.isEmpty && error == .lineTooLong })
      stop(.malformed(shown(error)))
    }
  }

  /// Tells that TLS has been started.
  ///
  /// - Parameters:
  ///   - facts: what was agreed on.
  ///   - verdict: what the chain is worth; nil when it was not judged.
  ///   - bindings: what ties a login to this session, the best first.
  public mutating func started(
    _ facts: TLSFacts, verdict: ChainVerdict? = nil, bindings: [TLSChannelBinding] = []
  ) {
    guard actions.first == .startTLS else { return }
    (session.tls, session.chainVerdict, self.bindings) = (facts, verdict, bindings)
    note(.event, ["\(facts.version), \(facts.cipher)"])
    session.durations[.handshake] = elapsed - stepBegan
    guard plan.security == .implicit else { return say("EHLO \(plan.clientName)", .ehloInTLS) }
    (step, stepBegan) = (.greeting, elapsed)
    actions = [.receive(.greeting)]
  }

  /// Tells that the connection stands, ``elapsed`` after the conversation began.
  public mutating func connected() {
    session.durations[.connect] = elapsed
    stepBegan = elapsed
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
    if step == .quit { leave() } else { stop(.noTimeLeft) }
  }

  /// Tells that the connection or the handshake failed.
  public mutating func fail(_ failure: ConnectionFailure) {
    note(.event, [failure.description])
    // What was to be learned is known when only the farewell is missing.
    if step == .quit { leave() } else { stop(.connection(failure)) }
  }
}

extension SMTPClient {
  private mutating func note(_ speaker: SMTPTranscriptLine.Speaker, _ lines: [String]) {
    let room = SMTPLimits.transcriptLines - session.transcript.count
    for line in lines.prefix(max(0, room)) {
      // What is left out comes first: half a secret would not be found any more.
      let text = Self.cut(speaker == .server ? shown(line) : line)
      session.transcript.append(SMTPTranscriptLine(speaker, text, at: elapsed))
    }
  }

  private static func cut(_ line: String) -> String {
    String(decoding: line.utf8.prefix(SMTPLimits.shownOctets), as: UTF8.self)
  }

  mutating func say(_ command: String, _ step: SMTPStep) {
    say(Array(command.utf8), shown: command, step)
  }

  /// Sends octets that the transcript does not show as they are.
  mutating func say(_ octets: [UInt8], shown: String, _ step: SMTPStep, isLine: Bool = true) {
    (self.step, stepBegan) = (step, elapsed)
    note(.client, [shown])
    actions = [.send(isLine ? octets + Array("\r\n".utf8) : octets), .receive(step)]
  }

  private mutating func stop(_ reason: SMTPStop.Reason) {
    session.stop = SMTPStop(step, reason)
    actions = []
  }

  /// Sends a line with its CRLF that the transcript does not show.
  mutating func say(_ line: Secret, shown: String, _ step: SMTPStep) {
    (self.step, stepBegan) = (step, elapsed)
    note(.client, [shown])
    actions = [.sendSecret(line), .receive(step)]
  }

  /// A line of the server as it may be shown.
  private func shown(_ line: String) -> String { login?.shown(line) ?? line }

  /// What is no reply may hold the secret too.
  private func shown(_ fault: SMTPReplyFault) -> SMTPReplyFault {
    if case .noCode(let line) = fault { .noCode(Self.cut(shown(line))) } else { fault }
  }

  /// Ends with QUIT (RFC 5321 §4.1.1.10), keeping the reason when there is one.
  mutating func quit(_ reason: SMTPStop.Reason? = nil) {
    if let reason { session.stop = SMTPStop(step, reason) }
    say("QUIT", .quit)
  }

  private mutating func take(_ reply: SMTPReply) {
    // Only the login itself reads a challenge; everything else may be shown to people.
    let isChallenge = step == .auth && reply.code == 334
    let reply =
      isChallenge || login == nil ? reply : SMTPReply(code: reply.code, lines: reply.lines.map(shown))
    session.durations[step, default: .zero] += elapsed - stepBegan
    if isEarly(reply) {
      note(.server, [shown(parser.takeRest())])
      return stop(.malformed(.early))
    }
    switch step {
    case .auth: takeLoginReply(reply)
    case .mailFrom, .nullSender: takeMailReply(reply)
    case .recipient: takeRecipientReply(reply)
    case .data: takeDataReply(reply)
    case .message: takeMessageReply(reply)
    case .reset: takeResetReply(reply)
    default: takeOpening(reply)
    }
  }

  /// Whether more came behind a good reply than one reply: it would be taken for the answer to the next command
  /// (RFC 5321 §4.3.1). Behind the consent to STARTTLS that is judged apart, and trials provoke it.
  private func isEarly(_ reply: SMTPReply) -> Bool {
    parser.surplus > 0 && plan.trial == nil && step != .startTLS && step != .quit && reply.code < 400
  }

  private mutating func takeOpening(_ reply: SMTPReply) {
    switch step {
    case .greeting: greet(reply)
    case .ehlo: offer(reply)
    case .helo: answerHELO(reply)
    case .startTLS: consent(reply)
    case .ehloInTLS: offerInTLS(reply)
    default: takeFarewell(reply)
    }
  }

  /// RFC 5321 §3.1: 220 welcomes, 554 and every other code does not.
  private mutating func greet(_ reply: SMTPReply) {
    session.greeting = reply
    guard reply.code == 220 else { return quit(.reply(reply)) }
    say("EHLO \(plan.clientName)", session.tls == nil ? .ehlo : .ehloInTLS)
  }

  /// RFC 5321 §3.2: a server without extensions refuses EHLO with 500, 502 and the like, and takes HELO.
  private mutating func offer(_ reply: SMTPReply) {
    switch reply.replyClass {
    case .positive:
      let extensions = SMTPExtension.list(in: reply)
      session.extensions = extensions
      session.clientAddress = reply.clientAddress(greetedWith: plan.clientName)
      session.serverName = reply.lines.first?.split(separator: " ").first.map(String.init)
      if plan.security == .offered, extensions.offers("STARTTLS") { sayStartTLS() } else { logIn() }
    case .permanent where [500, 501, 502, 504].contains(reply.code): say("HELO \(plan.clientName)", .helo)
    default: quit(.reply(reply))
    }
  }

  private mutating func answerHELO(_ reply: SMTPReply) {
    guard reply.replyClass == .positive else { return quit(.reply(reply)) }
    session.usedHELO = true
    session.extensions = []
    logIn()
  }

  /// RFC 3207 §4: 220 consents. Octets behind it came in clear text, and are not to be taken for protected ones (§6).
  private mutating func consent(_ reply: SMTPReply) {
    session.startTLSReply = reply
    guard reply.code == 220 else { return quit(.reply(reply)) }
    (step, stepBegan) = (.handshake, elapsed)
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
    session.clientAddress = reply.clientAddress(greetedWith: plan.clientName) ?? session.clientAddress
    logIn()
  }
}
