import FeedbackReports

/// Whether the next step of the policy would do harm, by what was reported (RFC 9989 §7.4).
public struct Readiness: Sendable {
  /// The next step.
  public enum Step: String, Sendable, Hashable {
    /// From `none` to `quarantine`.
    case quarantine
    /// From `quarantine` to `reject`.
    case reject
    /// The policy is `reject`: the question is whether that does harm.
    case stay
  }

  /// The answers.
  public enum Answer: String, Sendable, Hashable {
    /// Nothing of the domain's own mail that was seen would suffer.
    case yes
    /// Mail of the domain's own would suffer.
    case no
    /// Too little was seen.
    case undecided
  }

  /// Why the answer is what it is.
  public enum Reason: Sendable, Hashable {
    /// This share of the mail of own hosts and services fails, in permille, and is more than is borne.
    case ownMailFails(permille: Int)
    /// On so many of the last days with mail more fails than is borne.
    case badDays(Int)
    /// So many own hosts and services have no aligned signature: their mail is lost when it is passed on.
    case unsignedSources(Int)
    /// The reports are on so many days only.
    case fewDays(Int)
    /// So few have reported.
    case fewReporters(Int)
    /// No mail of own hosts and services was seen.
    case nothingOwn
    /// This share of all mail comes from sources that nobody could tie to the domain or rule out, in permille.
    case unclearSources(permille: Int)
    /// Nobody looked at the DNS.
    case notLookedUp
    /// Mail from more sources than are told apart.
    case furtherSources(messages: Int)
  }

  /// The messages of own hosts and services on one day.
  public struct OwnDay: Sendable, Hashable {
    /// The day: whole days since 1 January 1970, UTC.
    public let day: Int
    /// How many messages.
    public internal(set) var total = 0
    /// How many of them fail.
    public internal(set) var failing = 0

    /// The first second of the day, since 1970.
    public var start: Int { day * 86_400 }
  }

  /// The policy that most reports of late saw; nil when none tells.
  public let policy: String?
  /// The next step.
  public let step: Step
  /// The answer.
  public let answer: Answer
  /// The reasons, the gravest first.
  public let reasons: [Reason]
  /// The messages of own hosts and services.
  public let own: MessageCounts
  /// Those messages by day.
  public let ownDays: [OwnDay]
  /// Failing messages that were passed on by others.
  public let forwardedFailing: Int
  /// Failing messages of strangers.
  public let strangersFailing: Int
  /// Failing messages of sources that may be own or strangers.
  public let unclearFailing: Int
  /// How many days have mail.
  public let dayCount: Int
  /// How many reported.
  public let reporterCount: Int

  init(_ tally: PolicyDomainTally, _ sources: [SourcePicture], survey: DomainSurvey?) {
    let parts = ReadinessParts(sources)
    policy = tally.latestPolicy
    step = policy == "reject" ? .stay : policy == "quarantine" ? .reject : .quarantine
    (own, ownDays) = (parts.own, parts.days)
    (forwardedFailing, strangersFailing) = (parts.forwarded, parts.strangers)
    unclearFailing = parts.unclear
    dayCount = tally.days.days.count
    reporterCount = tally.reporters.count
    let against = Self.harms(parts)
    let open = Self.gaps(tally, parts, isLookedAt: survey != nil)
    answer = !against.isEmpty ? .no : open.isEmpty ? .yes : .undecided
    reasons = against + open
  }

  private static func harms(_ parts: ReadinessParts) -> [Reason] {
    var reasons: [Reason] = []
    let share = permille(parts.own.failing, of: parts.own.total)
    if share > ReadinessLimits.failingPermille { reasons.append(.ownMailFails(permille: share)) }
    let late = parts.days.suffix(ReadinessLimits.lateDays)
    let bad = late.count { permille($0.failing, of: $0.total) > ReadinessLimits.failingPermille }
    if bad > 0, share <= ReadinessLimits.failingPermille, parts.own.failing >= ReadinessLimits.fewMessages {
      reasons.append(.badDays(bad))
    }
    if parts.unsignedSources > 0 { reasons.append(.unsignedSources(parts.unsignedSources)) }
    return reasons
  }

  private static func gaps(_ tally: PolicyDomainTally, _ parts: ReadinessParts, isLookedAt: Bool) -> [Reason] {
    var reasons: [Reason] = []
    if parts.own.total == 0 { reasons.append(.nothingOwn) }
    let unclear = permille(parts.unclear, of: tally.messages.total)
    if unclear > ReadinessLimits.unclearPermille { reasons.append(.unclearSources(permille: unclear)) }
    if tally.furtherSources.failing > 0 { reasons.append(.furtherSources(messages: tally.furtherSources.total)) }
    if tally.days.days.count < ReadinessLimits.days { reasons.append(.fewDays(tally.days.days.count)) }
    if tally.reporters.count < ReadinessLimits.reporters { reasons.append(.fewReporters(tally.reporters.count)) }
    if !isLookedAt { reasons.append(.notLookedUp) }
    return reasons
  }

  /// The share in permille, rounded up, so that nothing that fails is none.
  public static func permille(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : Int((Double(part) * 1_000 / Double(whole)).rounded(.up))
  }
}

/// The messages of a domain by whom they belong to.
private struct ReadinessParts {
  private(set) var own = MessageCounts()
  private(set) var days: [Readiness.OwnDay] = []
  private(set) var forwarded = 0
  private(set) var strangers = 0
  private(set) var unclear = 0
  private var unsigned: [Int] = []

  init(_ sources: [SourcePicture]) {
    var byDay: [Int: Readiness.OwnDay] = [:]
    for source in sources {
      let messages = source.tally.messages
      switch source.share {
      case .own:
        own.take(messages)
        for day in source.tally.days {
          byDay[day.day, default: Readiness.OwnDay(day: day.day)].total.add(day.total)
          byDay[day.day]?.failing.add(day.failing)
        }
        if messages.dkim == 0, messages.passing > 0 { unsigned.append(messages.total) }
      case .forwarded: forwarded.add(messages.failing)
      case .strangers: strangers.add(messages.failing)
      case .unclear: unclear.add(messages.failing)
      }
    }
    days = byDay.values.sorted { $0.day < $1.day }
  }

  /// The sources without an aligned signature that matter.
  var unsignedSources: Int {
    unsigned.count { Readiness.permille($0, of: own.total) >= ReadinessLimits.unsignedPermille }
  }
}

extension SourcePicture {
  /// Whose mail the source sends, as far as a step of the policy is concerned.
  public enum Share: String, Sendable, Hashable {
    /// The domain's own.
    case own
    /// The domain's own, passed on by somebody else.
    case forwarded
    /// Somebody else's.
    case strangers
    /// It cannot be told.
    case unclear
  }

  /// Whose mail it is.
  public var share: Share {
    switch judgement?.cause {
    case .forwarding: .forwarded
    case .spoofing: judgement?.certainty == .likely ? .strangers : .unclear
    case .forgottenApplication, .missingInclude, .unalignedEnvelope, .unsigned, .foreignSignature, .brokenSignature,
      .spfError, .listedSince:
      standing.isDeclared || judgement?.certainty != .possible ? .own : .unclear
    case nil: tally.messages.passing > 0 || standing.isDeclared ? .own : .unclear
    }
  }
}

extension PolicyDomainTally {
  /// The policy for the domain that the latest report saw, in lower case.
  public var latestPolicy: String? {
    policies.max { ($0.lastBegin ?? 0, $0.reportCount) < ($1.lastBegin ?? 0, $1.reportCount) }?.policy.p?.lowercased()
  }
}

/// The limits of readiness.
public enum ReadinessLimits {
  /// So much of the domain's own mail may fail: a list or a broken message now and then is nobody's fault.
  public static let failingPermille = 20
  /// A source with less of the own mail than this may go without a signature: a machine that tells of its cron jobs.
  public static let unsignedPermille = 10
  /// So much mail may come from sources that nobody can tell.
  public static let unclearPermille = 20
  /// So many days have to be reported on: what is sent once a month is seen then.
  public static let days = 30
  /// So many have to report: one alone sees its own customers only.
  public static let reporters = 3
  /// So many of the last days have to be good each.
  public static let lateDays = 14
  /// Fewer failing messages make no bad day.
  static let fewMessages = 20
}
