public import OpenSSLKit

/// The server's side of SMTP as a state machine without sockets (RFC 5321 §4.1.4): octets go in, what to do comes out.
///
/// Whoever drives it tells what happens, and then does what ``next()`` gives until that is nil. Memory is bounded: what
/// came is held until its line is complete, and the octets of messages are passed on at once.
public struct CatchingSession: Sendable {
  /// What the driver is to do.
  public enum Action: Sendable, Equatable {
    /// Send these octets.
    case send([UInt8])
    /// Keep these octets: they are the next of the message.
    case store([UInt8])
    /// Forget what was kept of the message.
    case discard
    /// The message is complete: take it, and tell with ``CatchingSession/settle(number:)``.
    case caught
    /// Start TLS.
    case startTLS
    /// Close the connection.
    case close
  }

  enum Mode: Sendable {
    case reserved, command, data, settling, handshake, over
    case login(LoginStep)
    case chunk(rest: Int, isLast: Bool)
  }

  enum LoginStep: Sendable {
    case plain, loginUser, cramMD5
    case loginPassword(user: String)
  }

  let policy: CatchingPolicy
  let challenge: String
  var mode = Mode.reserved
  var input: [UInt8] = []
  var position = 0
  /// How far the input was searched for the end of a line.
  var searched = 0
  /// How much of a line that is too long was dropped; nil when none is being dropped.
  private var skipped: Int?
  private var commands = 0
  private var actions: [Action] = []
  /// What belongs to the session, not to a message, in the transcript.
  private var prologue: Int?

  var decoder = DataDecoder()
  var counter = ChunkCounter()
  var messageOctets = 0
  var isTooLarge = false

  /// How the client greeted; nil before it did.
  public internal(set) var greeting: ClientGreeting?
  /// What TLS is on.
  public internal(set) var tls: CaughtTLS?
  /// How the client logged in.
  public internal(set) var login: CaughtLogin?
  /// The sender of the transaction; nil when none is under way.
  public internal(set) var reversePath: EnvelopePath?
  /// The recipients of the transaction.
  public internal(set) var recipients: [EnvelopePath] = []
  /// What the client did.
  public internal(set) var conduct = ClientConduct()
  /// The commands and replies.
  public internal(set) var transcript: [SMTPTranscriptLine] = []
  /// Messages that were taken.
  public private(set) var messages = 0
  /// Why the server ended the session.
  public internal(set) var stop: CatchingStop?

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - policy: what is offered and allowed.
  ///   - challenge: what CRAM-MD5 asks with, different each time (RFC 2195 §2).
  public init(_ policy: CatchingPolicy, challenge: UInt64) {
    self.policy = policy
    self.challenge = "<\(challenge)@\(policy.hostName)>"
  }

  /// Whether the client is in the middle of starting TLS.
  public var isInHandshake: Bool { if case .handshake = mode { true } else { false } }

  /// What to do now; nil when more has to happen first.
  public mutating func next() -> Action? {
    while actions.isEmpty, step() {}
    return actions.isEmpty ? nil : actions.removeFirst()
  }

  private mutating func step() -> Bool {
    switch mode {
    case .reserved, .settling, .handshake, .over: false
    case .command, .login: readLine()
    case .data: readData()
    case .chunk(let rest, let isLast): readChunk(rest, isLast)
    }
  }

  /// Tells that it is the server's turn to speak.
  public mutating func greet() {
    guard case .reserved = mode else { return }
    mode = .command
    answer(CatchingReply(220, nil, "\(policy.hostName) ESMTP mailaudit catches messages"))
  }

  /// Tells octets that came.
  public mutating func receive(_ octets: [UInt8]) {
    switch mode {
    case .over, .handshake: return
    case .reserved: conduct.spokeBeforeGreeting = true
    default: break
    }
    if position > 0 {
      input.removeFirst(position)
      searched -= position
      position = 0
    }
    input += octets
    // Nobody needs so much before the greeting.
    if case .reserved = mode, input.count > CatchingLimits.lineOctets { end(.tooMuch) }
  }

  /// Tells that TLS has been started.
  public mutating func startedTLS(_ facts: TLSFacts) {
    tls = CaughtTLS(facts, mode: policy.mode)
    note(.event, ["\(facts.version), \(facts.cipher)"])
    // RFC 3207 §4.2: what was known of the client before is forgotten.
    if case .handshake = mode { mode = .command }
    (greeting, login) = (nil, nil)
    reset()
  }

  /// Tells that the message was taken, under a number; nil when it could not be.
  public mutating func settle(number: Int?) {
    guard case .settling = mode else { return }
    mode = .command
    if let number {
      messages += 1
      answer(CatchingReply(250, "2.0.0", "caught as message \(number)"))
      if let prologue { transcript.removeSubrange(prologue...) }
    } else {
      answer(.putOff)
    }
    reset()
  }

  /// Tells that the session is to end.
  public mutating func leave(_ reason: CatchingStop) {
    switch mode {
    case .over: return
    case .handshake, .reserved: end(reason)
    default: end(reason, saying: reason == .idle ? .idle : reason == .overlong ? .overlong : .ending)
    }
  }
}

extension CatchingSession {
  /// The session is over; nothing more is read.
  mutating func end(_ reason: CatchingStop?, saying reply: CatchingReply? = nil) {
    if let reply { say(reply) }
    if stop == nil { stop = reason }
    (input, position, searched, mode) = ([], 0, 0, .over)
    actions.append(.close)
  }

  mutating func act(_ action: Action) { actions.append(action) }

  mutating func say(_ reply: CatchingReply) {
    note(.server, reply.texts)
    actions.append(.send(reply.octets))
  }

  /// Says a reply, counting errors.
  mutating func answer(_ reply: CatchingReply) {
    say(reply)
    guard reply.isError else { return }
    conduct.errors += 1
    if conduct.errors >= CatchingLimits.errors { end(.tooMuch, saying: .tooManyErrors) }
  }

  mutating func note(_ speaker: SMTPTranscriptLine.Speaker, _ lines: [String]) {
    let room = SMTPLimits.transcriptLines - transcript.count
    transcript += lines.prefix(max(0, room)).map {
      SMTPTranscriptLine(speaker, String($0.prefix(SMTPLimits.shownOctets)))
    }
  }

  /// No transaction is under way any more.
  mutating func reset() {
    if messageOctets > 0 { actions.append(.discard) }
    (reversePath, recipients, messageOctets, isTooLarge) = (nil, [], 0, false)
    (decoder, counter) = (DataDecoder(), ChunkCounter())
    (conduct.octets, conduct.usedChunks) = (OctetCounts(), false)
  }

  /// What came before the first MAIL belongs to every message of the session.
  mutating func endPrologue() {
    if prologue == nil { prologue = max(0, transcript.count - 1) }
  }

  /// Octets that came and were not read yet.
  var hasMore: Bool { position < input.count }

  /// Reads one line; false when it is not complete.
  private mutating func readLine() -> Bool {
    // RFC 9846 §5.1: a handshake record begins so. No command does.
    if tls == nil, greeting == nil, input.count - position > 0, input[position] == 0x16 {
      end(.tlsInClearText)
      return true
    }
    guard let end = input[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = input.count
      return skip()
    }
    let line = input[position..<end]
    (position, searched) = (end + 1, end + 1)
    if skipped != nil || line.count > CatchingLimits.lineOctets {
      skipped = nil
      if case .login = mode { mode = .command }
      note(.client, ["(a line too long)"])
      answer(.lineTooLong)
      return true
    }
    if line.last != UInt8(ascii: "\r") { conduct.bareLineFeeds += 1 }
    take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    return true
  }

  /// Drops what is too long for a line.
  private mutating func skip() -> Bool {
    let count = input.count - position
    guard skipped != nil || count > CatchingLimits.lineOctets else { return false }
    skipped = (skipped ?? 0) + count
    (input, position, searched) = ([], 0, 0)
    if (skipped ?? 0) > CatchingLimits.skippedOctets { end(.tooMuch, saying: .lineTooLong) }
    return false
  }

  private mutating func take(_ line: ArraySlice<UInt8>) {
    if case .login(let step) = mode { return takeResponse(line, step) }
    commands += 1
    if commands > CatchingLimits.commands { return end(.tooMuch, saying: .tooManyCommands) }
    let (command, argument) = SMTPCommand.read(line)
    note(.client, [command.shown])
    if hasMore { noteHaste(command) }
    carryOut(command, argument)
  }

  private mutating func noteHaste(_ command: SMTPCommand) {
    if greeting?.isExtended != true { conduct.pipelinedUnannounced = true }
    if command.isLastOfGroup, !conduct.unwaited.contains(command.verb) { conduct.unwaited.append(command.verb) }
  }
}
