import MailMessage

/// A time as RFC 3339 §5.6 writes it, and as reports do.
struct InternetTime {
  /// Seconds since 1970, UTC; a fraction is cut.
  let seconds: Int
  /// What is unlike RFC 3339, a phrase; nil when nothing is.
  let deviation: String?

  /// Reads a time; nil when the text is none, or no day of the calendar.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(&rest, 4), Self.take(&rest, "-"), let month = Self.number(&rest, 2),
      Self.take(&rest, "-"), let day = Self.number(&rest, 2), (1...12).contains(month), day >= 1,
      day <= Calendar.length(ofMonth: month, year: year)
    else { return nil }
    let midnight = Calendar.days(year: year, month: month, day: day) * 86_400
    if rest.isEmpty {
      (seconds, deviation) = (midnight, "is a day without a time")
      return
    }
    let isBlank = Self.take(&rest, " ")
    guard isBlank || Self.take(&rest, "T") || Self.take(&rest, "t"), let time = Self.time(&rest),
      let zone = Self.zone(&rest)
    else { return nil }
    seconds = midnight + time - (zone.seconds ?? 0)
    deviation = zone.seconds == nil ? "has no zone, and is read as UTC" : isBlank ? "has a blank in place of T" : nil
  }

  /// `hour:minute:second` with a fraction; 60 is a leap second.
  private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let hour = number(&rest, 2), hour < 24, take(&rest, ":"), let minute = number(&rest, 2), minute < 60,
      take(&rest, ":"), let second = number(&rest, 2), second <= 60
    else { return nil }
    if take(&rest, ".") || take(&rest, ",") {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      guard digits > 0 else { return nil }
      rest = rest.dropFirst(digits)
    }
    return hour * 3600 + minute * 60 + second
  }

  /// `Z`, or hours and minutes ahead of UTC; no seconds where nothing stands.
  private static func zone(_ rest: inout ArraySlice<UInt8>) -> (seconds: Int?, Void)? {
    if rest.isEmpty { return (nil, ()) }
    if take(&rest, "Z") || take(&rest, "z") { return rest.isEmpty ? (0, ()) : nil }
    let sign = take(&rest, "+") ? 1 : take(&rest, "-") ? -1 : 0
    guard sign != 0, let hour = number(&rest, 2), hour < 24 else { return nil }
    _ = take(&rest, ":")
    guard let minute = number(&rest, 2), minute < 60, rest.isEmpty else { return nil }
    return (sign * (hour * 3600 + minute * 60), ())
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ digits: Int) -> Int? {
    let front = rest.prefix(digits)
    guard front.count == digits, front.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return front.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest = rest.dropFirst()
    return true
  }
}
