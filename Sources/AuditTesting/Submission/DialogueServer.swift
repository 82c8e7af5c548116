public import OpenSSLKit
import Synchronization

/// A mail server on a real port that follows a ``MailDialogue``, with real TLS: for tests and the lab.
public final class DialogueServer: Sendable {
  /// The port it listens on.
  public var port: UInt16 { listener.port }
  private let listener: LoopbackListener

  /// Starts to listen; port 0 stands for any free one.
  public init(
    _ dialogue: MailDialogue, identity: TLSServerIdentity?, address: String = "127.0.0.1", port: Int = 0
  ) async throws {
    let memory = DialogueMemory(dialogue)
    listener = try await LoopbackListener(address, port: port) { DialogueSession(memory, identity) }
  }

  /// Stops listening.
  public func stop() async { await listener.stop() }
}

/// A dialogue, and how often each of its answers was given: greylisting remembers earlier conversations.
final class DialogueMemory: Sendable {
  let dialogue: MailDialogue
  private let counts: Mutex<[Int]>

  init(_ dialogue: MailDialogue) {
    self.dialogue = dialogue
    counts = Mutex(Array(repeating: 0, count: dialogue.answers.count))
  }

  /// What is done at a command.
  func actions(at command: String, isInTLS: Bool) -> [MailDialogue.Action] {
    counts.withLock { counts in
      guard let index = dialogue.answer(to: command, isInTLS: isInTLS, counts) else {
        let closing: [MailDialogue.Action] = command.hasPrefix("QUIT") ? [.close] : []
        return [.say(dialogue.common(command))] + closing
      }
      counts[index] += 1
      return dialogue.answers[index].actions
    }
  }
}
