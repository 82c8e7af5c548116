import DNS

/// A day of the civil calendar.
public struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let days: Int

  /// Takes the day, UTC, of a time in seconds since 1970.
  public init(secondsSince1970 seconds: Int) {
    days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// Reads `YYYY-MM-DD` (RFC 3339 §5.6); nil for anything else, or a day that the calendar does not have.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard year > 0, (1...12).contains(month), day >= 1, day <= Self.length(of: month, year) else { return nil }
    days = Self.days(year, month, day)
  }

  /// By time.
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.days < right.days }

  private static func length(of month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days are counted in eras of 400 years from March of year 0.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
