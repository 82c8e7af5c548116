import FeedbackReports

/// Messages by what DMARC made of them. Numbers that reports invent end at the largest one.
public struct MessageCounts: Sendable, Hashable {
  /// All messages.
  public private(set) var total = 0
  /// Those whose DKIM passes with alignment.
  public private(set) var dkim = 0
  /// Those whose SPF passes with alignment.
  public private(set) var spf = 0
  /// Those that pass DMARC: by DKIM, by SPF, or by both.
  public private(set) var passing = 0
  /// Those that were quarantined.
  public private(set) var quarantined = 0
  /// Those that were rejected.
  public private(set) var rejected = 0

  /// Those that pass neither way.
  public var failing: Int { total - passing }
  /// Those that pass by DKIM alone, as forwarded mail does.
  public var byDKIMAlone: Int { max(0, passing - spf) }

  /// Starts at nothing.
  public init() {}

  /// Adds up.
  public init(_ parts: [MessageCounts]) {
    for part in parts { take(part) }
  }

  mutating func take(_ record: AggregateRecord) {
    let count = max(0, record.count)
    total.add(count)
    if record.dkim == "pass" { dkim.add(count) }
    if record.spf == "pass" { spf.add(count) }
    if record.passesDMARC { passing.add(count) }
    if record.disposition == "quarantine" { quarantined.add(count) }
    if record.disposition == "reject" { rejected.add(count) }
  }

  mutating func take(_ other: MessageCounts) {
    total.add(other.total)
    dkim.add(other.dkim)
    spf.add(other.spf)
    passing.add(other.passing)
    quarantined.add(other.quarantined)
    rejected.add(other.rejected)
  }
}

extension Int {
  /// Adds a number that a stranger wrote; what would be too large is the largest.
  mutating func add(_ count: Int) {
    let (sum, isTooLarge) = addingReportingOverflow(count)
    self = isTooLarge ? .max : sum
  }
}

/// The messages of one day.
public struct DayTally: Sendable, Hashable {
  /// The day: whole days since 1 January 1970, UTC.
  public let day: Int
  /// Its messages.
  public internal(set) var messages: MessageCounts

  /// The first second of the day, since 1970.
  public var start: Int { day * 86_400 }
}

/// Messages by day, in the order of days. A report counts for the day on which its span begins.
public struct DayTallies: Sendable, Hashable {
  /// The days with mail.
  public private(set) var days: [DayTally] = []
  /// The messages of reports without a time, and of days beyond the limit.
  public private(set) var undated = MessageCounts()

  mutating func take(_ record: AggregateRecord, begin: Int?, limit: Int) {
    guard let begin, let index = place(of: begin / 86_400, limit: limit) else { return undated.take(record) }
    days[index].messages.take(record)
  }

  private mutating func place(of day: Int, limit: Int) -> Int? {
    // Reports mostly come in the order of time.
    let index = (days.lastIndex { $0.day <= day } ?? -1)
    if index >= 0, days[index].day == day { return index }
    guard days.count < limit else { return nil }
    days.insert(DayTally(day: day, messages: MessageCounts()), at: index + 1)
    return index + 1
  }
}

extension ReportLimits {
  /// A year and some weeks of days are told apart for a domain.
  static let daysOfDomain = 400
  /// Two months of days are told apart for a source: what a step of the policy is decided on.
  static let daysOfSource = 62
}
