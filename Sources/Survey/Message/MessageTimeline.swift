public import MailMessage

/// The way of a message in time, from its first hop to its last one: the order in which it happened.
public struct MessageTimeline: Sendable {
  /// The steps, the first hop first.
  public let steps: [Step]

  /// One hop in time.
  public struct Step: Sendable {
    /// The place among the hops of the trace, the newest being 0.
    public let hop: Int
    /// When the message was taken, in seconds since 1970; nil when the field tells no time.
    public let time: Int?
    /// Seconds since the nearest hop before it that tells its time, negative when a clock is wrong; nil for the first.
    public let delay: Int?
    /// Who gave it, by its own words.
    public let from: String?
    /// Who took it.
    public let by: String?
    /// The protocol as it is written.
    public let with: String?
    /// Whether the transfer was encrypted; nil when the field does not tell.
    public let isEncrypted: Bool?
    /// The version of TLS, as it is written.
    public let tlsVersion: String?
  }

  /// Puts the hops of a trace in the order of time.
  init(_ hops: [MessageFields.Read<ReceivedField>]) {
    var (steps, last): ([Step], Int?) = ([], nil)
    for (index, hop) in hops.enumerated().reversed() {
      let (field, time) = (hop.value, hop.value?.date?.secondsSince1970)
      let delay = time.flatMap { now in last.map { now - $0 } }
      steps.append(
        Step(
          hop: index, time: time, delay: delay, from: field?.from.flatMap(Self.words), by: field?.by,
          with: field?.with?.text, isEncrypted: field?.isEncrypted, tlsVersion: field?.tls?.version))
      last = time ?? last
    }
    self.steps = steps
  }

  /// Seconds from the first to the last hop that tell their time; nil without two of them.
  public var duration: Int? {
    let times = steps.compactMap(\.time)
    guard times.count > 1, let first = times.first, let last = times.last else { return nil }
    return last - first
  }

  private static func words(_ sender: ReceivedField.Sender) -> String? {
    guard let address = sender.address else { return sender.heloName ?? sender.reverseName }
    guard let name = sender.heloName ?? sender.reverseName else { return "\(address)" }
    return "\(name) [\(address)]"
  }
}

extension MessageTrace {
  /// The way in time.
  public var timeline: MessageTimeline { MessageTimeline(hops) }
}

extension ReceivedField {
  /// Whether the transfer was encrypted; nil when the field does not tell: only the words that IANA registers say that
  /// it was not (RFC 3848).
  public var isEncrypted: Bool? {
    if tls != nil { return true }
    guard let with, with.isRegistered else { return nil }
    return with.isTLS
  }
}
