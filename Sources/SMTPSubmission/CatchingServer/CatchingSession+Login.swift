import SASL

extension CatchingSession {
  /// RFC 4954 §4. Any login is taken; nothing but the name of the user is kept.
  mutating func authenticate(_ mechanism: AuthenticationMechanism?, _ argument: ArraySlice<UInt8>) {
    guard greeting?.isExtended == true else { return answer(.greetFirst) }
    guard reversePath == nil else { return answer(.inTransaction) }
    guard login == nil else { return answer(CatchingReply(503, "5.5.1", "logged in already")) }
    guard let mechanism else { return answer(.unknownMechanism) }
    let response = argument.drop { !$0.isBlank }.trimmingBlanks
    switch mechanism {
    case .plain: ask(.plain, "", response)
    case .login: ask(.loginUser, "Username:", response)
    case .cramMD5:
      // RFC 4954 §4: here the server speaks first.
      if response.isEmpty { ask(.cramMD5, challenge, []) } else { answer(.cancelled) }
    }
  }

  /// Asks for a response, unless it is there already (RFC 4954 §4, `initial-response`).
  private mutating func ask(_ step: LoginStep, _ challenge: String, _ response: ArraySlice<UInt8>) {
    if !response.isEmpty { return read(response, step) }
    mode = .login(step)
    say(CatchingReply(334, nil, Base64Line.encode(challenge)))
  }

  /// Takes a line in which the client responds.
  mutating func takeResponse(_ line: ArraySlice<UInt8>, _ step: LoginStep) {
    mode = .command
    note(.client, ["(a response, not kept)"])
    // RFC 4954 §4: an asterisk alone ends the exchange.
    if line.elementsEqual("*".utf8) { return answer(.cancelled) }
    read(line, step)
  }

  private mutating func read(_ response: ArraySlice<UInt8>, _ step: LoginStep) {
    switch step {
    case .plain: finish(.plain, AuthenticationResponse.plainUser(response))
    case .cramMD5: finish(.cramMD5, AuthenticationResponse.cramUser(response))
    case .loginUser:
      guard let user = AuthenticationResponse.loginUser(response) else { return answer(.badBase64) }
      ask(.loginPassword(user: user), "Password:", [])
    case .loginPassword(let user):
      finish(.login, AuthenticationResponse.isWellFormed(response) ? user : nil)
    }
  }

  private mutating func finish(_ mechanism: AuthenticationMechanism, _ user: String?) {
    guard let user else { return answer(.badBase64) }
    login = CaughtLogin(mechanism, user: user, isInTLS: tls != nil)
    answer(.authenticated)
  }
}
