extension Certificate {
  /// The first day of its life, such as `2027-01-15` (UTC); nil when what stands there is no time.
  public var firstDay: String? { notBefore.map(CivilDate.text) }

  /// The last day of its life; nil when what stands there is no time.
  public var lastDay: String? { notAfter.map(CivilDate.text) }

  /// The last day of its life for sentences.
  public var end: String { lastDay ?? "a date that is none" }
}

/// Days of the calendar.
enum CivilDate {
  /// `2027-01-15` for seconds since 1970, UTC (Hinnant's days_from_civil, inverted).
  static func text(_ seconds: Int) -> String {
    let days = seconds.quotientAndRemainder(dividingBy: 86_400)
    let z = (days.remainder < 0 ? days.quotient - 1 : days.quotient) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let (day, month) = (dayOfYear - (153 * shifted + 2) / 5 + 1, shifted < 10 ? shifted + 3 : shifted - 9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
