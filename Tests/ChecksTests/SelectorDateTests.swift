import Testing

@testable import Checks

@Suite struct SelectorDateTests {
  static let now = YearMonth(year: 2026, month: 11)

  @Test(arguments: [
    ("20161025", "October 2016", 121), ("201610", "October 2016", 121), ("2016", "2016", 119), ("dk2016", "2016", 119),
    ("2026a", "2026", 0), ("202608", "August 2026", 3), ("s1024-2013-q3", "2013", 155), ("20270101", nil, 0),
    ("202612", nil, 0), ("s1024", nil, 0), ("s2048", nil, 0), ("201613", nil, 0), ("20161032", nil, 0),
    ("1999", nil, 0),
    ("selector1", nil, 0), ("strato-dkim-0002", nil, 0), ("20190102030405pm", nil, 0),
    ("k20190102x", "January 2019", 94),
    ("", nil, 0), ("é٢٠١٦", nil, 0)
  ])
  func reads(selector: String, date: String?, months: Int) {
    let found = SelectorDate(selector: selector, now: Self.now)
    #expect(found?.description == date)
    #expect(found?.age(at: Self.now) ?? 0 == months)
  }

  @Test(arguments: [
    (0, 1970, 1), (1_795_219_200, 2026, 11), (951_782_400, 2000, 2), (951_868_800, 2000, 3), (-1, 1969, 12),
    (253_402_300_799, 9999, 12), (Int.max, 9999, 12), (Int.min, 1, 1)
  ])
  func months(seconds: Int, year: Int, month: Int) {
    #expect(YearMonth(secondsSince1970: seconds) == YearMonth(year: year, month: month))
  }
}
