/// The date that a selector is named after, such as `20230601`, `s201512`, `2026a` or `dk2016`.
struct SelectorDate: Equatable {
  /// The year, 2004 (the first of DomainKeys) or later.
  let year: Int
  /// The month, 1 to 12; nil when the name has only a year.
  let month: Int?

  /// Looks for a run of 4, 6 or 8 digits that is a year, a year and a month, or a day, not later than the month of
  /// `now`. The last such run counts.
  init?(selector: String, now: YearMonth) {
    let runs = selector.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let dates = runs.compactMap { Self.date(Array($0.map { Int($0 - UInt8(ascii: "0")) }), now: now) }
    guard let date = dates.last else { return nil }
    self = date
  }

  private init(year: Int, month: Int?) {
    self.year = year
    self.month = month
  }

  private static func date(_ digits: [Int], now: YearMonth) -> SelectorDate? {
    guard [4, 6, 8].contains(digits.count) else { return nil }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let year = number(0..<4)
    guard year >= firstYear, year <= now.year else { return nil }
    guard digits.count > 4 else { return SelectorDate(year: year, month: nil) }
    let month = number(4..<6)
    guard (1...12).contains(month), digits.count == 6 || (1...31).contains(number(6..<8)),
      YearMonth(year: year, month: month).index <= now.index
    else { return nil }
    return SelectorDate(year: year, month: month)
  }

  private static let firstYear = 2004

  /// How many months have surely passed since: a year alone counts from its end.
  func age(at now: YearMonth) -> Int { max(0, now.index - YearMonth(year: year, month: month ?? 12).index) }

  /// The date for people.
  var description: String {
    guard let month else { return String(year) }
    return "\(Self.months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December"
  ]
}

/// A month of the civil calendar.
struct YearMonth: Equatable {
  let year: Int
  let month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month, UTC, of a time in seconds since 1970: days are counted in eras of 400 years from March of year 0.
  init(secondsSince1970 seconds: Int) {
    let days = (seconds.clamped(to: Self.seconds) - (seconds < 0 ? 86_399 : 0)) / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.month = month < 10 ? month + 3 : month - 9
    year = yearOfEra + era * 400 + (self.month <= 2 ? 1 : 0)
  }

  /// From the year 1 to 9999.
  private static let seconds = -62_135_596_800...253_402_300_799

  /// Months since the year 0.
  var index: Int { year * 12 + month - 1 }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
