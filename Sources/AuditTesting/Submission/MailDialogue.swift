import Checks

/// What a scripted mail server says and does, step by step; written as lines.
///
/// - `S TEXT` is said, with CRLF behind it; `s TEXT` without. `\n`, `\r`, `\0`, `\\` and `\xFF` stand for octets.
/// - `C WORDS` begins the answer to commands that start so; `C` alone to whatever nothing else answers, such as the
///   lines of a login. The same words once more are the answer to the next such command, in the same conversation or a
///   later one; the last one holds for all that follow. Commands that are not named get the answers of a good server.
/// - `*` starts TLS; what follows counts inside TLS. A dialogue that begins with it has TLS from the first octet.
/// - `! close`, `! pause 300` (milliseconds), `! flood TEXT` (the line without end), `! repeat 9000 TEXT` (the text so
///   often, without line end) and `! scram FAULT` (the login of `ScriptedSCRAMServer`) do what they say.
public struct MailDialogue: Sendable {
  /// What happens before the first command; inside TLS when TLS begins with the first octet.
  public internal(set) var opening: [Action] = []
  /// Whether TLS begins with the first octet.
  public internal(set) var isImplicit = false
  /// The answers.
  public internal(set) var answers: [Answer] = []

  /// What a server does.
  public enum Action: Sendable, Hashable {
    /// Sends these octets.
    case say([UInt8])
    /// Begins the TLS handshake.
    case startTLS
    /// Ends the connection.
    case close
    /// Waits.
    case pause(milliseconds: Int64)
    /// Sends these octets again and again, as long as they are taken.
    case flood([UInt8])
    /// Goes through SCRAM with a fault.
    case scram(ScriptedSCRAMServer.Fault)
  }

  /// What is done at a command.
  public struct Answer: Sendable, Hashable {
    /// How the command begins, in capitals; empty for any.
    public let command: String
    /// Whether it counts inside TLS or in clear text.
    public let isInTLS: Bool
    /// What is done.
    public internal(set) var actions: [Action] = []
  }

  /// Has nothing to say.
  init() {}
}

extension MailDialogue {
  /// Where the answer to a command stands that came inside TLS or in clear text; nil when nothing answers it.
  ///
  /// - Parameters:
  ///   - command: the command, in capitals.
  ///   - isInTLS: whether it came inside TLS.
  ///   - count: how often each answer was given.
  /// - Returns: its index.
  func answer(to command: String, isInTLS: Bool, _ count: [Int]) -> Int? {
    let fitting = answers.indices.filter {
      answers[$0].isInTLS == isInTLS && !answers[$0].command.isEmpty && command.hasPrefix(answers[$0].command)
    }
    let longest = fitting.map { answers[$0].command.utf8.count }.max()
    let any = answers.indices.filter { answers[$0].isInTLS == isInTLS && answers[$0].command.isEmpty }
    let best = longest.map { length in fitting.filter { answers[$0].command.utf8.count == length } } ?? any
    return best.first { count[$0] == 0 } ?? best.last
  }

  /// What a server says that is good in all else.
  func common(_ command: String) -> [UInt8] {
    let lines = StagedMailServer().answer(to: command)
    return Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }
}
