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
    if days.count < limit {
      days.insert(DayTally(day: day, messages: MessageCounts()), at: index + 1)
      return index + 1
    }
    // The latest days are kept: a trend leads to today.
    guard index >= 0 else { return nil }
    undated.take(days[0].messages)
    days.insert(DayTally(day: day, messages: MessageCounts()), at: index + 1)
    days.removeFirst()
    return index
  }
}

/// The messages of a source on one day, in few octets: there are thousands of sources.
public struct SourceDay: Sendable, Hashable {
  private let number: UInt32
  private var messages: UInt32 = 0
  private var failures: UInt32 = 0

  /// The day: whole days since 1 January 1970, UTC.
  public var day: Int { Int(number) }
  /// How many messages.
  public var total: Int { Int(messages) }
  /// How many of them fail.
  public var failing: Int { Int(failures) }

  private init(_ day: Int) { number = UInt32(clamping: day) }

  /// Adds to the day on which a report begins; the earliest days beyond the limit are not kept.
  static func take(_ record: AggregateRecord, begin: Int?, into days: inout [SourceDay]) {
    guard let begin else { return }
    var place = days.lastIndex { $0.day == begin / 86_400 } ?? days.count
    if place == days.count {
      if place == ReportLimits.daysOfSource {
        // The latest days are kept.
        guard let first = days.indices.min(by: { days[$0].number < days[$1].number }), days[first].day < begin / 86_400
        else { return }
        days.remove(at: first)
        place -= 1
      }
      days.append(SourceDay(begin / 86_400))
    }
    let count = min(max(0, record.count), Int(UInt32.max))
    days[place].messages = UInt32(clamping: days[place].total + count)
    if !record.passesDMARC { days[place].failures = UInt32(clamping: days[place].failing + count) }
  }
}

extension ReportLimits {
  /// A year and some weeks of days are told apart for a domain.
  static let daysOfDomain = 400
  /// Two months of days are told apart for a source: what a step of the policy is decided on.
  static let daysOfSource = 62
}
