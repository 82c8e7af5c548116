/// Points in time as text.
public enum Timestamp {
  /// RFC 3339 §5.6 in UTC, such as `2026-11-21T09:00:00Z`.
  ///
  /// - Parameter seconds: since 1970, UTC.
  /// - Returns: the text; a year outside 0000 to 9999 is written with as many digits as it needs.
  public static func rfc3339(_ seconds: Int) -> String {
    let day = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (days, second) = day.remainder < 0 ? (day.quotient - 1, day.remainder + 86_400) : day
    let date = civil(days)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { digits($0, 2) }.joined(separator: ":")
    return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))T\(clock)Z"
  }

  /// RFC 5322 §3.3 in UTC, such as `Sat, 21 Nov 2026 09:00:00 +0000`.
  public static func rfc5322(_ seconds: Int) -> String {
    let text = Array(rfc3339(seconds).utf8)
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let date = civil(days)
    let clock = String(decoding: text.dropLast().suffix(8), as: UTF8.self)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[((days + 3) % 7 + 7) % 7]
    return "\(weekday), \(date.day) \(months[date.month - 1]) \(digits(date.year, 4)) \(clock) +0000"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The date of the proleptic Gregorian calendar that lies `days` after 1 January 1970.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Years begin in March, so that the leap day is the last of its year; 400 of them have 146,097 days.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
