import MailMessage
import Syntax
import Testing

@Suite struct DateTimeTests {
  /// A field, its seconds since 1970, its offset, and what is told.
  static let dates: [(String, Int, Int, DateTime.Traits)] = [
    // RFC 5322 §A.1.1, §A.5, §A.6.2, §A.1.3
    ("Fri, 21 Nov 1997 09:55:06 -0600", 880_127_706, -21600, []),
    (
      "Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)",
      -27_723_480, -12600, .noSeconds
    ),
    ("21 Nov 97 09:55:06 GMT", 880_106_106, 0, [.noWeekday, .shortYear, .zoneName]),
    ("Tue, 1 Jul 2003 10:52:37 +0200", 1_057_049_557, 7200, []),
    ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", 880_127_706, -21600, []),
    ("Thu, 01 Jan 1970 00:00:00 -0000", 0, 0, .noLocalTime),
    ("Tue, 29 Feb 2000 23:59:60 +0000", 951_868_800, 0, []),
    ("Fri, 1 Jan 2100 00:00:00 +0000", 4_102_444_800, 0, []),
    ("Wed, 21 Nov 1997 09:55:06 -0600", 880_127_706, -21600, .wrongWeekday),
    ("Friday, 21 Nov 1997 09:55:06 -0600", 880_127_706, -21600, []),
    ("Fri, 21 Nov 1997 09:55:06 EST", 880_124_106, -18000, .zoneName),
    ("Fri, 21 Nov 1997 09:55:06 CEST", 880_106_106, 0, .unknownZone),
    ("Fri, 21 Nov 1997 09:55:06", 880_106_106, 0, .noZone),
    ("Fri, 21 Nov 1997 09:55:06 A", 880_106_106, 0, .zoneName),
    ("Fri, 21 Nov 97 09:55 -0600", 880_127_700, -21600, [.shortYear, .noSeconds]),
    ("Fri, 21 Nov 1997 09:55:06 -0600 (CST) what", 880_127_706, -21600, .trailingText),
    ("18 Feb 01 12:29:13 AM", 982_456_153, 0, [.noWeekday, .shortYear, .twelveHours, .noZone]),
    ("Fri Nov 21 09:55:06 1997", 880_106_106, 0, [.otherOrder, .noZone]),
    ("Fri, 21-Nov-1997 09:55:06 GMT", 880_106_106, 0, [.otherOrder, .zoneName]),
    ("Fri, 21 November 1997 09:55:06 +01:00", 880_102_506, 3600, [])
  ]

  @Test(arguments: dates)
  func datesAreRead(field: String, seconds: Int, offset: Int, traits: DateTime.Traits) throws {
    let parsed = DateTime.parse(fieldBody(field))
    expectSound(parsed)
    let date = try #require(parsed.value)
    #expect(date.secondsSince1970 == seconds)
    #expect(date.zoneOffset == offset)
    #expect(date.traits == traits)
  }

  @Test(arguments: [
    "", "Whenever", "Fri, 31 Feb 1997 09:55:06 -0600", "Fri, 21 Nov 1997 24:00:00 -0600",
    "Fri, 21 Nov 1997 09:60:00 -0600", "Fri, 21 Nov 1997", "21 11 1997 09:55:06 +0000",
    "Fri, 21 Nov 0097 09:55:06 +0000",
    "Fri, 21 Nov 999999999999999999999 09:55:06 +0000", "1997-11-21T09:55:06Z"
  ])
  func impossibleDatesAreNone(field: String) {
    let parsed = DateTime.parse(fieldBody(field))
    expectSound(parsed)
    #expect(parsed.value == nil)
    #expect(parsed.faults.contains { $0.gravity == .fatal })
  }
}
