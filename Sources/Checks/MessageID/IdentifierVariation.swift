import MailMessage

/// How much the left sides of identifiers vary.
struct IdentifierVariation {
  /// The most bits that can differ in one identifier: digits that tell a time count nothing.
  static func bits(of left: String, near time: Int?) -> Int {
    var bits = 0.0
    for run in runs(of: Array(left.utf8)) where !isTime(run, near: time) {
      bits += Double(run.count) * bitsPerOctet(run)
    }
    return Int(bits)
  }

  /// Whether the left side is digits and separators only, each run a time or a number of at most six digits.
  static func isTimeAndCounter(_ left: String, near time: Int?) -> Bool {
    let runs = runs(of: Array(left.utf8))
    return !runs.isEmpty
      && runs.allSatisfy { run in
        run.allSatisfy(isDigit) && (isTime(run, near: time) || run.count <= 6)
      } && left.utf8.allSatisfy { isDigit($0) || !isLetter($0) }
  }

  /// Runs of letters and digits.
  private static func runs(of octets: [UInt8]) -> [ArraySlice<UInt8>] {
    octets.split { !isDigit($0) && !isLetter($0) }
  }

  /// Bits of one octet: as many as the alphabet has that the run shows.
  private static func bitsPerOctet(_ run: ArraySlice<UInt8>) -> Double {
    if run.allSatisfy(isDigit) { return 3.32 }
    let isHexadecimal = run.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0) }
    if isHexadecimal { return 4 }
    let hasBothCases = run.contains { (0x61...0x7A).contains($0) } && run.contains { (0x41...0x5A).contains($0) }
    return hasBothCases ? 5.95 : 5.17
  }

  /// Whether a run of digits is a time: seconds, milliseconds or microseconds since 1970 within two days of the message,
  /// or a date and time written out.
  private static func isTime(_ run: ArraySlice<UInt8>, near time: Int?) -> Bool {
    guard run.allSatisfy(isDigit), let value = Int(String(decoding: run, as: UTF8.self)) else { return false }
    if [8, 12, 14].contains(run.count), run.starts(with: "20".utf8) { return true }
    guard let time, let scale = [10: 1, 13: 1000, 16: 1_000_000][run.count] else { return false }
    return abs(value / scale - time) < 2 * 86_400
  }

  private static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }
  private static func isLetter(_ octet: UInt8) -> Bool { (0x61...0x7A).contains(octet | 0x20) }
}

extension IdentifierVariation {
  /// What all identifiers of a run that look alike have in common: everything but one number, which steps by little.
  /// Nil when they vary otherwise, or are fewer than three.
  static func countingNumbers(in identifiers: [String]) -> [Int]? {
    guard identifiers.count >= 3, let first = identifiers.first.map({ Array($0.utf8) }) else { return nil }
    var numbers: [Int] = []
    guard let place = differingRun(first, Array(identifiers[1].utf8)) else { return nil }
    for text in identifiers.prefix(mostCompared) {
      let octets = Array(text.utf8)
      guard let number = number(of: octets, at: place, like: first) else { return nil }
      numbers.append(number)
    }
    let steps = zip(numbers.dropFirst(), numbers).map { abs($0 - $1) }
    return steps.allSatisfy { (1...largestStep).contains($0) } ? numbers : nil
  }

  /// Which run of digits two texts differ in, counted from the left; nil unless it is one and all else is equal.
  private static func differingRun(_ first: [UInt8], _ second: [UInt8]) -> Int? {
    let (left, right) = (numberRuns(first), numberRuns(second))
    guard left.count == right.count else { return nil }
    let differing = left.indices.filter { first[left[$0]] != second[right[$0]] }
    return differing.count == 1 ? differing.first : nil
  }

  private static func number(of octets: [UInt8], at place: Int, like first: [UInt8]) -> Int? {
    let (runs, model) = (numberRuns(octets), numberRuns(first))
    guard runs.count == model.count, place < runs.count,
      octets[..<runs[place].lowerBound] == first[..<model[place].lowerBound],
      octets[runs[place].upperBound...].elementsEqual(first[model[place].upperBound...])
    else { return nil }
    return Int(String(decoding: octets[runs[place]], as: UTF8.self))
  }

  private static func numberRuns(_ octets: [UInt8]) -> [Range<Int>] {
    octets.split { !isDigit($0) }.map { $0.startIndex..<$0.endIndex }
  }

  /// More identifiers of a run say nothing new.
  private static let mostCompared = 1000
  /// A counter that others use too steps by more than one.
  private static let largestStep = 64
}
