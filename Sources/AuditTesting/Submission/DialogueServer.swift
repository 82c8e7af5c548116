import NIOCore
import NIOPosix
public import OpenSSLKit
import Synchronization

/// A mail server on a real port that follows a ``MailDialogue``, with real TLS: for tests and the lab.
public final class DialogueServer: Sendable {
  /// The port it listens on.
  public let port: UInt16
  private let channel: any Channel
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// Starts to listen; port 0 stands for any free one.
  public init(
    _ dialogue: MailDialogue, identity: TLSServerIdentity?, address: String = "127.0.0.1", port: Int = 0
  ) async throws {
    let memory = DialogueMemory(dialogue)
    // An address, and no name to look up: where the machine has IPv6, that would yield a mapped address.
    let place = try SocketAddress(ipAddress: address, port: port)
    channel = try await ServerBootstrap(group: Self.group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(DialogueSession(memory, identity))
        }
      }
      .bind(to: place).get()
    self.port = UInt16(clamping: channel.localAddress?.port ?? 0)
  }

  /// Stops listening.
  public func stop() async { try? await channel.close() }
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
