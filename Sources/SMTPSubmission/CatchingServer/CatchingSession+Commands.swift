import DNS

extension CatchingSession {
  mutating func carryOut(_ command: SMTPCommand, _ argument: ArraySlice<UInt8>) {
    switch command {
    case .ehlo(let name): greet(name, isExtended: true)
    case .helo(let name): greet(name, isExtended: false)
    case .mail(let path): begin(path)
    case .rcpt(let path): add(path)
    case .data: beginData(argument)
    case .bdat(let size, let isLast): beginChunk(size, isLast)
    case .startTLS(let hasArgument): beginTLS(hasArgument)
    case .auth(let mechanism): authenticate(mechanism, argument)
    case .rset:
      reset()
      answer(argument.isEmpty ? .ok : .noArgument)
    case .noop: answer(.ok)
    case .help: answer(.help)
    case .vrfy: answer(.notVerified)
    case .quit: end(nil, saying: .farewell)
    case .unavailable: answer(.unavailable)
    case .foreign: end(.foreign, saying: .unknown)
    case .unknown: answer(.unknown)
    }
  }

  /// RFC 5321 §4.1.1.1. A second greeting begins anew, as RSET does.
  private mutating func greet(_ name: String, isExtended: Bool) {
    guard !name.isEmpty else { return answer(.badArgument) }
    reset()
    greeting = ClientGreeting(name, isExtended: isExtended)
    answer(CatchingReply(250, nil, lines: [policy.hostName] + (isExtended ? extensions : [])))
  }

  private var extensions: [String] {
    let startTLS = policy.mode == .startTLS && tls == nil ? ["STARTTLS"] : []
    let mechanisms = AuthenticationMechanism.allCases.map(\.rawValue).joined(separator: " ")
    return ["PIPELINING", "SIZE \(policy.maximumSize)"] + startTLS
      + ["AUTH \(mechanisms)", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "CHUNKING"]
  }

  /// RFC 5321 §4.1.1.2.
  private mutating func begin(_ path: EnvelopePath?) {
    endPrologue()
    guard greeting != nil else { return answer(.greetFirst) }
    guard reversePath == nil else { return answer(.inTransaction) }
    guard let path else { return answer(.badArgument) }
    if let refusal = refusal(of: path) { return answer(refusal) }
    reversePath = path
    answer(CatchingReply(250, "2.1.0", "sender taken"))
  }

  /// RFC 5321 §4.1.1.11: parameters that were not announced are refused.
  private func refusal(of path: EnvelopePath) -> CatchingReply? {
    if !path.parameters.isEmpty, greeting?.isExtended != true { return .unknownParameter }
    for parameter in path.parameters {
      switch (parameter.keyword, parameter.value) {
      case ("SIZE", let value?):
        guard let size = Int(value), size >= 0 else { return .badArgument }
        if size > policy.maximumSize { return .tooLarge }
      case ("BODY", let value?):
        if !["7BIT", "8BITMIME"].contains(value.uppercased()) { return .badArgument }
      case ("SMTPUTF8", nil), ("AUTH", _?): break
      default: return .unknownParameter
      }
    }
    return nil
  }

  /// RFC 5321 §4.1.1.3.
  private mutating func add(_ path: EnvelopePath?) {
    guard reversePath != nil else { return answer(greeting == nil ? .greetFirst : .mailFirst) }
    guard let path, !path.address.isEmpty else { return answer(.badArgument) }
    guard path.parameters.isEmpty else { return answer(.unknownParameter) }
    guard recipients.count < CatchingLimits.recipients else { return answer(.tooManyRecipients) }
    recipients.append(path)
    answer(CatchingReply(250, "2.1.5", "recipient taken"))
  }

  /// RFC 3207 §4: TLS follows at once. What stands behind the command could have been put there by anybody (§6).
  private mutating func beginTLS(_ hasArgument: Bool) {
    guard policy.mode == .startTLS else { return answer(.unavailable) }
    guard tls == nil else { return answer(CatchingReply(503, "5.5.1", "TLS is on")) }
    guard greeting != nil else { return answer(.greetFirst) }
    guard !hasArgument else { return answer(.noArgument) }
    guard !hasMore else { return end(.injected, saying: .injected) }
    reset()
    say(.startTLS)
    mode = .handshake
    act(.startTLS)
  }
}
