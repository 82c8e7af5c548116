import FeedbackReports

/// Why receivers did something else than the policy asks for (RFC 9990 §3.1.6), by the reason.
public struct OverrideTally: Sendable, Hashable {
  /// The reasons, in the order in which they were met.
  public private(set) var reasons: [Reason] = []

  /// A reason, and the messages that it was given for.
  public struct Reason: Sendable, Hashable {
    /// The type as reported, in lower case.
    public let type: String
    /// Whether the comment says that an ARC chain passes (RFC 8617 §7.2.2).
    public let isARC: Bool
    /// The messages.
    public internal(set) var shares = SourceTally.Shares()

    /// Whether the receiver takes the messages for forwarded ones.
    public var meansForwarding: Bool { isARC || Self.forwarding.contains(type) }

    /// RFC 9990 §3.1.6, and `forwarded` of RFC 7489 appendix C.
    private static let forwarding: Set<String> = ["mailing_list", "trusted_forwarder", "forwarded"]
  }

  mutating func take(_ record: AggregateRecord, names: inout NameStore) {
    for reason in record.reasons.prefix(ReportLimits.reasonsOfRecord) {
      let isARC = reason.comment.map(Self.tellsOfARC) ?? false
      let type = reason.type.folded
      if let index = reasons.firstIndex(where: { $0.type == type && $0.isARC == isARC }) {
        reasons[index].shares.take(record)
      } else if reasons.count < ReportLimits.reasons {
        reasons.append(Reason(type: names.shared(type), isARC: isARC))
        reasons[reasons.count - 1].shares.take(record)
      }
    }
  }

  /// Receivers write `arc=pass` into the comment of `local_policy`, blanks or not.
  private static func tellsOfARC(_ comment: String) -> Bool {
    comment.prefix(ReportLimits.comment).lowercased().filter { $0 != " " }.contains("arc=pass")
  }
}

extension ReportLimits {
  /// So many reasons of a record are looked at.
  static let reasonsOfRecord = 8
  /// The standards know seven types, each with and without ARC.
  static let reasons = 14
  /// So much of a comment is read.
  static let comment = 200
}
