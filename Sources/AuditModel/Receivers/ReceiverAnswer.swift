/// Whether mail will arrive at one receiver, in one of four fixed words, and what decides it.
public struct ReceiverAnswer: Sendable {
  /// The receiver, with its rules.
  public let receiver: Receiver
  /// What kind of mail the answer is for.
  public let mailClass: MailClass
  /// The answer.
  public let word: Word
  /// What speaks against the mail, worst first: each check once, with the worst that it causes.
  public let reasons: [Reason]
  /// Breaches of what is advised only, or of what the receiver does not state. They decide nothing.
  public let remarks: [Reason]
  /// The answer when every defect among the reasons is mended. What could not be looked at stays open.
  public let afterRemedies: Word

  /// Makes an answer of its parts.
  public init(
    receiver: Receiver, mailClass: MailClass, word: Word, reasons: [Reason], remarks: [Reason], afterRemedies: Word
  ) {
    self.receiver = receiver
    self.mailClass = mailClass
    self.word = word
    self.reasons = reasons
    self.remarks = remarks
    self.afterRemedies = afterRemedies
  }

  /// The reasons that make the answer what it is.
  public var deciding: [Reason] { reasons.filter { $0.word == word } }

  /// The answers. Nobody outside of a receiver can promise more.
  public enum Word: String, Sendable, CaseIterable, Comparable {
    /// Nothing that can be seen from outside stands in the way.
    case noKnownObstacle = "no_known_obstacle"
    /// Something required could not be looked at.
    case notEnoughData = "not_enough_data"
    /// Something required is missing or in danger.
    case atRisk = "at_risk"
    /// The receiver documents that it refuses such mail.
    case refused

    /// The better word is the smaller one.
    public static func < (left: Word, right: Word) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .noKnownObstacle: 0
      case .notEnoughData: 1
      case .atRisk: 2
      case .refused: 3
      }
    }

    /// The answer for people.
    public var title: String {
      switch self {
      case .noKnownObstacle: "no known obstacle"
      case .notEnoughData: "not enough data"
      case .atRisk: "at risk"
      case .refused: "refused"
      }
    }
  }

  /// One check that speaks against the mail.
  public struct Reason: Sendable {
    /// The check.
    public let check: CheckID
    /// Its verdict.
    public let verdict: Verdict
    /// What this check alone makes of the answer.
    public let word: Word
    /// What is the case, or why nobody could see, one sentence.
    public let statement: String
    /// What was seen; nil when nothing was.
    public let evidence: Evidence?
    /// The rule of the receiver.
    public let rule: ReceiverRule
    /// What to do, or what would make it visible.
    public let remedy: String
    /// What explains it, one behind the other; the last is the root. The remedy is that of the first.
    public let chain: [Cause]
    /// The failing check that explains this one; nil when none does.
    public var causedBy: CheckID? { chain.first?.check }
    /// The answer when this check passes, and with it what it alone explains.
    public let afterRemedy: Word
  }

  /// One link of a chain of causes: the setting, the record or the server that a failing check speaks of.
  public struct Cause: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What is the case, one sentence; empty when the check has none.
    public let statement: String
    /// What was seen, with its file and line or its record; nil when nothing was.
    public let evidence: Evidence?
  }
}

extension Collection<ReceiverAnswer> {
  /// The worst answer, and the receivers that give it, in order; nil for none.
  public var worst: (word: ReceiverAnswer.Word, receivers: [Receiver])? {
    guard let word = map(\.word).max() else { return nil }
    return (word, filter { $0.word == word }.map(\.receiver))
  }
}
