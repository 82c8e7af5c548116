public import MailMessage
import Syntax

/// What the other messages of one run tell about a message: whether its Message-ID is its own.
public struct MessageBatch: Sendable {
  /// How many messages of the run carry each Message-ID, the one that is looked at included.
  public private(set) var counts: [String: Int] = [:]
  /// How many messages were added.
  private var count = 0
  /// The Message-IDs by their right sides, in the order of the messages: each message is compared with its own host's only.
  private var byHost: [Substring: [String]] = [:]
  /// What is known of the first messages that carry each Message-ID.
  private var marks: [String: [Mark?]] = [:]

  /// Message-IDs that are kept; a run of more messages compares each with the first so many.
  static let limit = 100_000
  /// More identifiers of one host say nothing new.
  private static let identifiersOfHost = 1000
  /// Messages with one Message-ID that are compared with each other.
  private static let marksOfOne = 8

  /// No other message.
  public init() {}

  /// Adds the Message-ID of one message of the run, of which no more is known: it counts as a message of its own.
  public mutating func add(_ messageID: String) { add(messageID, nil) }

  /// Adds one message of the run; without a Message-ID there is nothing to add.
  public mutating func add(_ message: Message) throws(MessageReadError) {
    guard let field = message.field("Message-ID"),
      let token = MessageIDToken.parse(message.body(of: field)).value
    else { return }
    add(token.text, try Mark(message))
  }

  private mutating func add(_ messageID: String, _ mark: Mark?) {
    guard count < Self.limit else { return }
    count += 1
    counts[messageID, default: 0] += 1
    let host = Self.host(of: messageID)
    if byHost[host]?.count ?? 0 < Self.identifiersOfHost { byHost[host, default: []].append(messageID) }
    if marks[messageID]?.count ?? 0 < Self.marksOfOne { marks[messageID, default: []].append(mark) }
  }

  /// The first thousand Message-IDs of the run with the same right side as one, in the order of the messages.
  public func messageIDs(like messageID: String) -> [String] { byHost[Self.host(of: messageID)] ?? [] }

  /// What stands behind the last `@`.
  private static func host(of messageID: String) -> Substring {
    messageID.lastIndex(of: "@").map { messageID[$0...] } ?? messageID[...]
  }

  /// How many different messages carry a Message-ID: the same message, read in several places or sent to several
  /// recipients, counts once.
  public func differentMessages(with messageID: String) -> Int {
    var different: [Mark?] = []
    for mark in marks[messageID] ?? [] {
      let isCopy = different.contains { other in
        guard let mark, let other else { return false }
        return mark.isCopy(of: other)
      }
      if !isCopy { different.append(mark) }
    }
    return different.count
  }

  /// What tells one message from another.
  private struct Mark: Sendable {
    /// Author, subject and date.
    let origin: UInt64
    let recipients: UInt64
    let body: UInt64

    init(_ message: Message) throws(MessageReadError) {
      origin = Self.mark(["From", "Subject", "Date"], message)
      recipients = Self.mark(["To", "Cc"], message)
      var hash = FNV1a()
      let end = min(message.body.upperBound, message.body.lowerBound + Self.bodyOctets)
      try message.source.read(all: message.body.lowerBound..<end) { piece in
        // Line ends differ between a mailbox and the wire.
        for index in piece.indices where piece[index] != 0x0D { hash.add(piece[index]) }
      }
      body = hash.value
    }

    /// Whether both are one message: written at one time with one subject, and with the same recipients or the same text.
    /// A footer that was added on the way to one of them makes no other message of it.
    func isCopy(of other: Mark) -> Bool {
      origin == other.origin && (recipients == other.recipients || body == other.body)
    }

    private static func mark(_ names: [HeaderName], _ message: Message) -> UInt64 {
      var hash = FNV1a()
      for name in names {
        for octet in message.field(name).map({ message.text(of: $0) })?.utf8 ?? "".utf8 { hash.add(octet) }
        hash.add(0x0A)
      }
      return hash.value
    }

    /// Two messages of one second and one subject differ in what they say first.
    private static let bodyOctets = 64 << 10
  }
}

/// The hash FNV-1a of 64 bits: the same in every run, which the hash of the standard library is not.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ octet: UInt8) { value = (value ^ UInt64(octet)) &* 0x100_0000_01B3 }
}
