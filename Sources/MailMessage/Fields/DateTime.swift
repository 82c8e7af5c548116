public import Syntax

/// A date and time (RFC 5322 §3.3, obsolete forms §4.3).
public struct DateTime: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSince1970: Int
  /// Seconds that the local time is ahead of UTC.
  public let zoneOffset: Int
  /// The zone as it is written; nil when there is none.
  public let zone: String?
  /// What is to be said of it.
  public let traits: Traits

  /// What is to be said of a date.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The day of the week is left out, which the standard allows.
    public static let noWeekday = Traits(rawValue: 1 << 0)
    /// The day of the week is not that of the date, or no day at all.
    public static let wrongWeekday = Traits(rawValue: 1 << 1)
    /// The year has two or three digits.
    public static let shortYear = Traits(rawValue: 1 << 2)
    /// The seconds are left out, which the standard allows.
    public static let noSeconds = Traits(rawValue: 1 << 3)
    /// The zone is one of the names of §4.3: `GMT`, `EST`.
    public static let zoneName = Traits(rawValue: 1 << 4)
    /// The zone is a name that says nothing, or broken: read as UTC.
    public static let unknownZone = Traits(rawValue: 1 << 5)
    /// There is no zone: read as UTC.
    public static let noZone = Traits(rawValue: 1 << 6)
    /// Hours are counted to twelve, with AM or PM.
    public static let twelveHours = Traits(rawValue: 1 << 7)
    /// The parts stand in another order or are parted by other characters.
    public static let otherOrder = Traits(rawValue: 1 << 8)
    /// Something stands behind the zone that is no comment.
    public static let trailingText = Traits(rawValue: 1 << 9)
    /// The zone is `-0000`: UTC, and nothing is said of the local time.
    public static let noLocalTime = Traits(rawValue: 1 << 10)
  }

  /// Reads the body of a Date field; no value when day, month, year or time are missing or out of range.
  public static func parse(_ text: [UInt8]) -> Parsed<DateTime> {
    parse(text, in: 0..<text.count)
  }

  /// Reads the part of a trace field behind its semicolon.
  package static func parse(_ text: [UInt8], in range: Range<Int>) -> Parsed<DateTime> {
    var reader = DateTimeReader(text: text, range: range)
    let value = reader.read()
    reader.faults.addOctets(of: text, in: range)
    return Parsed(text: text, value: value, faults: reader.faults.sorted)
  }
}

/// The calendar (RFC 5322 §3.3 means the Gregorian one).
package enum Calendar {
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// Days from 1970-01-01 to a day of the Gregorian calendar.
  package static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let century = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
    let yearOfCentury = shifted - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return century * 146_097 + yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear - 719_468
  }

  /// The days of a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The day of the week, 0 is Sunday.
  static func weekday(ofDay days: Int) -> Int { ((days + 4) % 7 + 7) % 7 }
}
