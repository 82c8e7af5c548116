public import FailureCatalogue
public import FeedbackReports

/// What bounces say: the reasons, by receiver.
public struct BounceTally: Sendable {
  /// How many bounces were counted.
  public private(set) var readCount = 0
  /// How many recipients they name.
  public private(set) var recipients = 0
  /// How many of them got the message.
  public private(set) var delivered = 0
  /// The reasons, those of most recipients first.
  public var reasons: [BounceReason] { groups.values.sorted { ($1.count, $0.order) < ($0.count, $1.order) } }
  /// Recipients whose reasons are not told apart, since there are too many.
  public private(set) var others = 0
  private var groups: [BounceReason.Kind: BounceReason] = [:]
  /// How many recipients may still be named.
  private var room = ReportLimits.namedRecipients

  mutating func take(_ bounce: BouncedMail, _ source: ReportSource, _ options: ReportsOptions) {
    if let since = options.since, let arrival = bounce.arrival, arrival < since { return }
    readCount += 1
    for recipient in bounce.recipients {
      recipients += 1
      guard let explanation = recipient.explanation else {
        delivered += 1
        continue
      }
      let kind = BounceReason.Kind(recipient, explanation)
      guard groups[kind] != nil || groups.count < ReportLimits.bounceReasons else {
        others += 1
        continue
      }
      groups[kind, default: BounceReason(kind, recipient, explanation, source)].take(recipient, &room)
    }
  }
}

/// Recipients that did not get a message for the same reason.
public struct BounceReason: Sendable {
  /// What they have in common.
  public let kind: Kind
  /// What the catalogue of failures says.
  public let explanation: FailureExplanation
  /// What was said, without the local parts of addresses.
  public let said: String
  /// The bounce that told first.
  public let source: ReportSource
  /// How many recipients.
  public private(set) var count = 0
  /// The recipients, as reading gives them, with how often each was named; the most named first.
  public var recipients: [NamedCount] {
    names.map { NamedCount(name: $0, messages: $1) }.sorted { ($1.messages, $0.name) < ($0.messages, $1.name) }
  }
  private var names: [String: Int] = [:]

  /// What the recipients have in common.
  public struct Kind: Sendable, Hashable {
    /// Why it failed.
    public let cause: FailureCause
    /// Who refused: the server, or else the domain of the recipient.
    public let receiver: String
    /// The reply code and the enhanced status code.
    public let codes: String
    /// The entry of the catalogue that tells: receivers use the same code for different things.
    public let entry: String?

    init(_ recipient: BouncedMail.Recipient, _ explanation: FailureExplanation) {
      cause = explanation.cause
      let domain = recipient.address.flatMap { $0.split(separator: "@").last }.map(String.init)
      receiver = (explanation.host ?? recipient.remoteMTA ?? domain ?? "").lowercased()
      let status = explanation.enhanced ?? explanation.reported
      codes = [explanation.code.map { "\($0)" }, status.map { "\($0)" }].compactMap(\.self).joined(separator: " ")
      entry = explanation.entry?.id
    }
  }

  fileprivate init(
    _ kind: Kind, _ recipient: BouncedMail.Recipient, _ explanation: FailureExplanation, _ source: ReportSource
  ) {
    self.kind = kind
    self.explanation = explanation
    self.source = source
    said = recipient.said ?? ""
  }

  fileprivate mutating func take(_ recipient: BouncedMail.Recipient, _ room: inout Int) {
    count += 1
    guard let address = recipient.address else { return }
    if names[address] == nil {
      if room == 0 { return }
      room -= 1
    }
    names[address, default: 0] += 1
  }

  fileprivate var order: String { "\(kind.cause) \(kind.receiver) \(kind.codes)" }
}

extension ReportLimits {
  /// So many reasons of bounces are told apart.
  static let bounceReasons = 1_000
  /// So many recipients of bounces are named; the others are counted.
  static let namedRecipients = 10_000
}
