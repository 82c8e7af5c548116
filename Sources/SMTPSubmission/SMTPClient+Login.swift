public import OpenSSLKit

extension SMTPClient {
  /// What the server offers for logging in, as things stand.
  private var mechanisms: [String] {
    (session.offered ?? []).filter { $0.keyword == "AUTH" }.flatMap(\.parameters).map { $0.uppercased() }
  }

  /// Logs in, where that is planned; otherwise goes on.
  mutating func logIn() {
    guard login != nil, plan.logsIn else { return beginTransaction() }
    let offer = LoginOffer(
      mechanisms: mechanisms, isEncrypted: session.tls != nil, isVerified: session.chainVerdict.map(\.isTrusted),
      bindings: bindings)
    guard let move = login?.begin(offer) else { return }
    (step, stepBegan) = (.auth, elapsed)
    take(move, isFirst: true)
  }

  /// RFC 4954 §4: 334 asks for more, 235 is success. Every other code that does not refuse answers another command.
  mutating func takeLoginReply(_ reply: SMTPReply) {
    switch reply.code {
    case _ where isCancelled: quit()
    case 334: answerChallenge(reply)
    case 235: finishLogin(reply)
    case 200..<400: breakOff("the server answered \(reply), which is no answer to AUTH (RFC 4954 §4)")
    default:
      session.login = .refused(reply)
      quit(.reply(reply))
    }
  }

  private mutating func answerChallenge(_ reply: SMTPReply) {
    challenges += 1
    guard challenges <= SMTPLimits.challenges else { return cancel("the server goes on asking without end") }
    guard let move = login?.answer(reply.lines.first ?? "") else { return }
    take(move, isFirst: false)
  }

  private mutating func finishLogin(_ reply: SMTPReply) {
    if let objection = login?.objection() { return breakOff(objection) }
    session.login = .accepted(reply)
    beginTransaction()
  }

  private mutating func take(_ move: LoginMove, isFirst: Bool) {
    switch move {
    case .say(let wire, let shown): say(wire, shown: shown, .auth)
    case .withhold(let reason) where !isFirst: cancel(reason)
    case .withhold(let reason):
      session.login = .withheld(reason)
      quit(.withheld(reason))
    }
  }

  /// RFC 4954 §4: a line of one asterisk cancels.
  private mutating func cancel(_ reason: String) {
    isCancelled = true
    session.login = .broken(reason)
    session.stop = SMTPStop(.auth, .loginBroken(reason))
    say("*", .auth)
  }

  private mutating func breakOff(_ reason: String) {
    session.login = .broken(reason)
    quit(.loginBroken(reason))
  }
}

extension ChainVerdict {
  /// Whether nothing is wrong with the chain.
  public var isTrusted: Bool { faults.isEmpty }
}
