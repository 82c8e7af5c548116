/// What a client did that SMTP does not allow, and what the octets of its message are like: facts, to be judged later.
public struct ClientConduct: Sendable, Hashable {
  /// Whether it spoke before the greeting (RFC 5321 §3.1: a client waits for it).
  public var spokeBeforeGreeting = false
  /// Whether it sent commands in one go without EHLO having announced PIPELINING (RFC 2920 §3).
  public var pipelinedUnannounced = false
  /// The commands behind which it did not wait for the reply though it has to (RFC 2920 §3.1), each once.
  public var unwaited: [String] = []
  /// Command lines that ended with LF alone (RFC 5321 §2.3.8).
  public var bareLineFeeds = 0
  /// Commands that were answered with an error.
  public var errors = 0
  /// Whether BDAT was used (RFC 3030).
  public var usedChunks = false
  /// What was counted in the octets of this message.
  public var octets = OctetCounts()

  /// Nothing was seen.
  public init() {}
}
