/// One rule of a receiver, in words of ours, and the checks that show whether a sender keeps it.
public struct ReceiverRule: Sendable {
  /// A short name, its own among the rules of the receiver.
  public let id: String
  /// What the receiver asks for, a phrase.
  public let statement: String
  /// Ways to keep the rule: one of them is enough, and each holds when all of its checks do.
  public let ways: [[Demand]]
  /// What the rule is to bulk senders.
  public let bulk: Role
  /// What the rule is to everybody else.
  public let others: Role
  /// Whether it concerns advertising and subscribed mail only.
  public let concernsListMailOnly: Bool
  /// What follows when it is broken.
  public let enforcement: Enforcement
  /// The figure in it, a phrase.
  public let threshold: String?
  /// What a receiver answers when it is broken, as far as known.
  public let codes: [String]
  /// Where it stands.
  public let source: Source

  /// A rule that all of `checks` show.
  public init(
    _ id: String, _ statement: String, _ checks: [Demand], bulk: Role = .required, others: Role = .required,
    listMailOnly: Bool = false, _ enforcement: Enforcement, threshold: String? = nil, codes: [String] = [],
    source: Source
  ) {
    self.init(
      id, statement, ways: [checks], bulk: bulk, others: others, listMailOnly: listMailOnly, enforcement,
      threshold: threshold, codes: codes, source: source)
  }

  /// A rule that can be kept in several ways.
  public init(
    _ id: String, _ statement: String, ways: [[Demand]], bulk: Role = .required, others: Role = .required,
    listMailOnly: Bool = false, _ enforcement: Enforcement, threshold: String? = nil, codes: [String] = [],
    source: Source
  ) {
    self.id = id
    self.statement = statement
    self.ways = ways
    self.bulk = bulk
    self.others = others
    concernsListMailOnly = listMailOnly
    self.enforcement = enforcement
    self.threshold = threshold
    self.codes = codes
    self.source = source
  }

  /// Every check of the rule.
  public var checks: [CheckID] { ways.flatMap { $0.map(\.check) } }

  /// What the rule is to mail of `mailClass`; nil when it does not concern such mail.
  public func role(for mailClass: MailClass) -> Role? {
    if concernsListMailOnly, mailClass.isListMail == false { return nil }
    return mailClass.isBulk ? bulk : others
  }

  /// How much a receiver asks for something.
  public enum Role: String, Sendable, CaseIterable {
    /// It has to be.
    case required
    /// It is recommended.
    case advised
    /// The receiver does not tell. That is not the same as "not needed".
    case notStated = "not_stated"
  }

  /// What follows when a rule is broken.
  public enum Enforcement: String, Sendable, CaseIterable {
    /// Mail is refused, by the documents of the receiver.
    case refusal
    /// Mail is delayed, filtered, or loses support, but not refused for this alone.
    case disadvantage
    /// The receiver does not tell.
    case notStated = "not_stated"
  }
}

extension ReceiverRule {
  /// A check in a rule, and what its warning means to the rule.
  public struct Demand: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The check.
    public let check: CheckID
    /// What a warning of the check means.
    public let warning: Warning

    /// What the warning of a check means to a rule.
    public enum Warning: Sendable, Hashable {
      /// The rule is in danger.
      case risk
      /// The rule is kept, and the check warns of something else.
      case remark
      /// The rule is broken.
      case breach
    }

    /// Whether only a failure of its own breaks the rule, not one that another failing check explains.
    public let isItsOwn: Bool

    /// A check whose warning puts the rule in danger.
    public init(stringLiteral value: String) {
      self.init(check: CheckID(rawValue: value), warning: .risk)
    }

    private init(check: CheckID, warning: Warning, isItsOwn: Bool = false) {
      self.check = check
      self.warning = warning
      self.isItsOwn = isItsOwn
    }

    /// A check whose warning breaks the rule.
    public static func strictly(_ check: CheckID) -> Demand { .init(check: check, warning: .breach) }

    /// A check whose warning is of no concern to the rule.
    public static func leniently(_ check: CheckID) -> Demand { .init(check: check, warning: .remark) }

    /// A check whose warning is of no concern to the rule, and whose failure only puts it in danger when another failing
    /// check explains it.
    public static func onlyItself(_ check: CheckID) -> Demand {
      .init(check: check, warning: .remark, isItsOwn: true)
    }

    /// The verdict of the check as the rule takes it.
    func reading(of verdict: Verdict, isExplained: Bool) -> Verdict {
      if isItsOwn, isExplained, verdict == .fail { return .warn }
      guard verdict == .warn else { return verdict }
      switch warning {
      case .risk: return .warn
      case .remark: return .info
      case .breach: return .fail
      }
    }
  }

  /// Where a rule stands.
  public enum Source: Sendable, Hashable {
    /// In a text of the receiver itself, with the date of its edition as written; nil when it carries none.
    case receiver(document: String, edition: String?)
    /// Known through others only: to be read again.
    case others(document: String, edition: String?)
    /// Nowhere.
    case notStated
  }
}
