/// What the other messages of one run tell about a message: whether its Message-ID is its own.
public struct MessageBatch: Sendable {
  /// How many messages of the run carry each Message-ID, the one that is looked at included.
  public private(set) var counts: [String: Int] = [:]
  /// The Message-IDs in the order of the messages.
  public private(set) var messageIDs: [String] = []

  /// Message-IDs that are kept; a run of more messages compares each with the first so many.
  static let limit = 100_000

  /// No other message.
  public init() {}

  /// Adds the Message-ID of one message of the run.
  public mutating func add(_ messageID: String) {
    guard messageIDs.count < Self.limit else { return }
    counts[messageID, default: 0] += 1
    messageIDs.append(messageID)
  }
}
