import Syntax

/// Reads a date of its words, whatever parts them.
struct DateTimeReader {
  let text: [UInt8]
  let range: Range<Int>
  var faults = FieldFaults()
  private var traits: DateTime.Traits = []
  private var words: [Range<Int>] = []
  /// What the first colons part: hours, minutes, seconds.
  private var parts: [Range<Int>] = []
  private var joinsNext = false
  private static let reference = "RFC 5322 §3.3"
  /// Words behind this many say nothing of a date.
  private static let wordLimit = 12
  /// A time has three parts; one more shows that it is none.
  private static let partLimit = 4

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func read() -> DateTime? {
    splitWords()
    let weekday = readWeekday()
    guard let date = readDate() else { return fail("no day, month and year in numbers and English") }
    guard let time = readTime() else { return fail("no time of day") }
    let year = readYear(date.year ?? lateYear())
    guard let year else { return fail("no year") }
    let (zone, offset) = readZone()
    guard isInRange(year, date.month, date.day) else { return fail("a day that the calendar does not have") }
    let days = Calendar.days(year: year, month: date.month, day: date.day)
    check(weekday, of: days)
    if let rest = words.first {
      traits.insert(.trailingText)
      faults.add(rest.lowerBound..<(words.last ?? rest).upperBound, "text behind the date", Self.reference)
    }
    return DateTime(
      secondsSince1970: days * 86_400 + time - offset, zoneOffset: offset, zone: zone.map { text.unfolded($0) },
      traits: traits)
  }

  private mutating func fail(_ message: String) -> DateTime? {
    faults.add(text.trimmed(range), message, Self.reference, .fatal)
    return nil
  }

  /// Words are parted by white space and commas; comments are left out.
  private mutating func splitWords() {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, in: range, specials: Self.separators, readsLiterals: false)
    faults.add(tokenFaults)
    for token in tokens where token.kind != .comment && words.count < Self.wordLimit {
      if token.kind != .special { append(token.range) } else if text[token.range] == [UInt8(ascii: ":")] { joinNext() }
    }
    splitHyphens()
  }

  private mutating func append(_ word: Range<Int>) {
    guard joinsNext, let last = words.popLast() else { return words.append(word) }
    joinsNext = false
    words.append(last.lowerBound..<word.upperBound)
    if parts.count < Self.partLimit, last.lowerBound == parts.first?.lowerBound { parts.append(word) }
  }

  /// A colon joins what stands on both sides, whatever white space and comments there are (RFC 5322 §4.3).
  private mutating func joinNext() {
    if !joinsNext, let last = words.last, parts.isEmpty { parts = [last] }
    joinsNext = true
  }

  private static let separators = FieldSpecials(",:")

  /// `29-Oct-2007`: three words.
  private mutating func splitHyphens() {
    guard
      let index = words.prefix(2).firstIndex(where: { word in
        text[word].contains(where: \.isLetter) && text[word].contains(UInt8(ascii: "-"))
      })
    else { return }
    let parts = text[words[index]].split(separator: UInt8(ascii: "-")).map { $0.startIndex..<$0.endIndex }
    guard parts.count == 3 else { return }
    tellOrder(words[index])
    words.replaceSubrange(index...index, with: parts)
  }

  private mutating func tellOrder(_ place: Range<Int>) {
    traits.insert(.otherOrder)
    faults.add(place, "a date that is not written as day, month and year parted by blanks", Self.reference)
  }

  /// The first word where it is no number, unless it is a month.
  private mutating func readWeekday() -> Range<Int>? {
    guard let first = words.first, !text[first].contains(where: \.isDigit), month(first) == nil else {
      traits.insert(.noWeekday)
      return nil
    }
    words.removeFirst()
    return first
  }

  private mutating func check(_ weekday: Range<Int>?, of days: Int) {
    guard let weekday else { return }
    let name = Calendar.weekdays[Calendar.weekday(ofDay: days)]
    let written = text.lowercased(weekday)
    if written == name { return }
    traits.insert(.wrongWeekday)
    if written.hasPrefix(name) {
      faults.add(weekday, "a day of the week that is written out", Self.reference, .remark)
      traits.remove(.wrongWeekday)
    } else {
      faults.add(weekday, "the date is no \(text.unfolded(weekday).prefix(20)) but a \(name)", Self.reference)
    }
  }

  private mutating func readDate() -> (day: Int, month: Int, year: Range<Int>?)? {
    guard words.count >= 2 else { return nil }
    if let month = month(words[1]), let day = number(words[0], digits: 1...2) {
      let year = words.count > 2 && number(words[2], digits: 2...6) != nil ? words[2] : nil
      words.removeFirst(year == nil ? 2 : 3)
      return (day, month, year)
    }
    // asctime of C: month, day, time, year.
    guard let month = month(words[0]), let day = number(words[1], digits: 1...2) else { return nil }
    tellOrder(words[0].lowerBound..<words[1].upperBound)
    let year = words.count > 2 && number(words[2], digits: 4...4) != nil ? words[2] : nil
    words.removeFirst(year == nil ? 2 : 3)
    return (day, month, year)
  }

  /// The year behind the time, with the zone before it or not.
  private mutating func lateYear() -> Range<Int>? {
    guard let index = words.prefix(2).firstIndex(where: { number($0, digits: 4...4) != nil }) else { return nil }
    return words.remove(at: index)
  }

  /// RFC 5322 §4.3: two digits below 50 are of this century, and three count from 1900.
  private mutating func readYear(_ word: Range<Int>?) -> Int? {
    guard let word, let year = number(word, digits: 2...6) else { return nil }
    if word.count >= 4 { return year }
    traits.insert(.shortYear)
    faults.add(word, "a year of \(word.count) digits", "RFC 5322 §4.3", .remark)
    return word.count == 2 && year < 50 ? year + 2000 : year + 1900
  }

  private func isInRange(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    year >= 1900 && day >= 1 && day <= Calendar.length(ofMonth: month, year: year)
  }

  /// Seconds since midnight.
  private mutating func readTime() -> Int? {
    guard let word = words.first else { return nil }
    let parts = parts.first?.lowerBound == word.lowerBound ? parts : dottedParts(of: word)
    let numbers = parts.compactMap { number($0, digits: 1...2) }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    words.removeFirst()
    if numbers.count == 2 { traits.insert(.noSeconds) }
    if word.count != (numbers.count == 2 ? 5 : 8) || !text[word].contains(UInt8(ascii: ":")) {
      faults.add(word, "a time that is not written as 00:00:00", Self.reference, .remark)
    }
    let (minute, second) = (numbers[1], numbers.count == 3 ? numbers[2] : 0)
    guard let hour = readHalf(numbers[0]), hour < 24, minute < 60, second <= 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private func dottedParts(of word: Range<Int>) -> [Range<Int>] {
    text[word].split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
      .map { $0.startIndex..<$0.endIndex }
  }

  /// AM and PM, which no standard has.
  private mutating func readHalf(_ hour: Int) -> Int? {
    guard let word = words.first, text.matches(word, "am") || text.matches(word, "pm"), (1...12).contains(hour) else {
      return hour
    }
    traits.insert(.twelveHours)
    faults.add(word, "hours counted to twelve", Self.reference)
    words.removeFirst()
    return hour % 12 + (text.matches(word, "pm") ? 12 : 0)
  }

  private func month(_ word: Range<Int>) -> Int? {
    guard word.count >= 3, word.count <= 9 else { return nil }
    let name = text.lowercased(word)
    return Calendar.months.firstIndex { name.hasPrefix($0) }.map { $0 + 1 }
  }

  private func number(_ word: Range<Int>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(word.count), text[word].allSatisfy(\.isDigit) else { return nil }
    return text[word].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The zone as it is written, and its offset in seconds.
  private mutating func readZone() -> (word: Range<Int>?, offset: Int) {
    guard let word = words.first else {
      traits.insert(.noZone)
      let end = text.trimmed(range).upperBound
      faults.add(end..<end, "no zone: read as UTC", Self.reference)
      return (nil, 0)
    }
    words.removeFirst()
    if let offset = numericZone(word) { return (word, offset) }
    if let hours = Self.zones[text.lowercased(word)] ?? militaryZone(word) {
      traits.insert(.zoneName)
      faults.add(word, "a zone in words, which is obsolete", "RFC 5322 §4.3", .remark)
      return (word, hours * 3600)
    }
    traits.insert(.unknownZone)
    faults.add(word, "a zone that is not known: read as UTC", "RFC 5322 §4.3")
    return (word, 0)
  }

  private mutating func numericZone(_ word: Range<Int>) -> Int? {
    guard let sign = text[word].first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = text[word.dropFirst()].filter { $0 != UInt8(ascii: ":") }
    if digits.count != word.count - 1 { faults.add(word, "a zone with a colon", Self.reference, .remark) }
    guard digits.count == 4, digits.allSatisfy(\.isDigit) else { return nil }
    digits = digits.map { $0 - 0x30 }
    let (hours, minutes) = (Int(digits[0]) * 10 + Int(digits[1]), Int(digits[2]) * 10 + Int(digits[3]))
    guard minutes < 60 else { return nil }
    if sign == UInt8(ascii: "-"), hours == 0, minutes == 0 { traits.insert(.noLocalTime) }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// One letter: RFC 822 had them backwards, and so they say nothing (RFC 5322 §4.3).
  private func militaryZone(_ word: Range<Int>) -> Int? {
    word.count == 1 && text[word.lowerBound].isLetter ? 0 : nil
  }

  /// The names of RFC 5322 §4.3, and `UTC`, which many write.
  private static let zones = [
    "ut": 0, "gmt": 0, "utc": 0, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7,
    "pst": -8
  ]
}
