import OpenSSLKit
import SMTPSubmission
import Testing

/// A conversation with the catching server, as a person can read it.
///
/// `C` is a line of the client, `c` octets without a line end, both with `\r`, `\n`, `\0` and `\xHH`. `S` is the beginning
/// of the next line of the server. `*` starts TLS, `!` closes the connection, `-` is a message that could not be kept.
/// A `C` in front of the first `S` comes before the greeting.
struct CatchingDialogue: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let lines: [String]
  let policy: CatchingPolicy
  let check: @Sendable (Outcome) -> Bool

  /// What a conversation came to.
  struct Outcome: Sendable {
    var session: CatchingSession
    /// Each message, and the session when it was complete.
    var messages: [(text: String, session: CatchingSession)] = []
    var isClosed = false

    var first: CatchingSession? { messages.first?.session }
    var text: String? { messages.first?.text }
    var transcript: String { session.transcript.map(\.description).joined(separator: "\n") }
  }

  init(
    _ name: String, _ text: String, size: Int = 1000, mode: CatchingPolicy.TLSMode = .startTLS,
    _ check: @escaping @Sendable (Outcome) -> Bool = { _ in true }
  ) {
    testDescription = name
    lines = text.split(separator: "\n").map(String.init)
    var policy = CatchingPolicy(hostName: "catch.example")
    (policy.maximumSize, policy.mode) = (size, mode)
    self.policy = policy
    self.check = check
  }

  /// Octets of a text with escapes.
  static func octets(_ text: String) -> [UInt8] {
    var (result, rest): ([UInt8], Substring) = ([], text[...])
    while let character = rest.popFirst() {
      guard character == "\\", let kind = rest.popFirst() else {
        result += Array(String(character).utf8)
        continue
      }
      switch kind {
      case "r": result.append(0x0D)
      case "n": result.append(0x0A)
      case "0": result.append(0)
      case "x":
        result.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      default: result += Array(String(kind).utf8)
      }
    }
    return result
  }
}

/// Has a conversation.
struct CatchingDialogueRun {
  private(set) var outcome: CatchingDialogue.Outcome
  private(set) var said: [String] = []
  private var stored: [UInt8] = []
  private var wantsTLS = false
  private var isBroken = false

  init(_ policy: CatchingPolicy) {
    outcome = CatchingDialogue.Outcome(session: CatchingSession(policy, challenge: 7))
  }

  /// Takes each line of a dialogue.
  mutating func run(_ dialogue: CatchingDialogue) {
    var hasGreeted = false
    for line in dialogue.lines {
      let (kind, rest) = (line.prefix(1), String(line.dropFirst(2)))
      if kind != "C", kind != "c", !hasGreeted {
        outcome.session.greet()
        hasGreeted = true
        act()
      }
      switch kind {
      case "C": send(CatchingDialogue.octets(rest) + [0x0D, 0x0A])
      case "c": send(CatchingDialogue.octets(rest))
      case "S":
        let next = said.isEmpty ? "(nothing)" : said.removeFirst()
        #expect(next.hasPrefix(rest), "\(dialogue.testDescription): \(rest)")
      case "*":
        #expect(wantsTLS, "\(dialogue.testDescription): TLS")
        outcome.session.startedTLS(TLSFacts())
        act()
      case "-": isBroken = true
      case "!": #expect(outcome.isClosed, "\(dialogue.testDescription): closed")
      default: Issue.record("a line that means nothing: \(line)")
      }
    }
    #expect(said.isEmpty, "\(dialogue.testDescription)")
  }

  mutating func greet() {
    outcome.session.greet()
    act()
  }

  mutating func leave(_ reason: CatchingStop) {
    outcome.session.leave(reason)
    act()
  }

  mutating func send(_ octets: [UInt8]) {
    outcome.session.receive(octets)
    act()
  }

  mutating func act() {
    while let action = outcome.session.next() {
      switch action {
      case .send(let octets):
        let lines = String(decoding: octets, as: UTF8.self)
        #expect(lines.hasSuffix("\r\n"))
        said += lines.split(separator: "\r\n").map(String.init)
      case .store(let octets): stored += octets
      case .discard: stored = []
      case .startTLS: wantsTLS = true
      case .close: outcome.isClosed = true
      case .caught:
        let session = outcome.session
        if !isBroken { outcome.messages.append((String(decoding: stored, as: UTF8.self), session)) }
        outcome.session.settle(number: isBroken ? nil : outcome.messages.count)
        (stored, isBroken) = ([], false)
      }
    }
  }
}
