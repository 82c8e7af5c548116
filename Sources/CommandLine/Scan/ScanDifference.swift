import AuditModel
import ProcessKit
import Reporting
import Scan

/// What differs between two files of results, however large: of their domains only digests are kept, and of the earlier
/// file where its lines begin (``ResultIndex``). Of lines there is one of each file at a time.
struct ScanDifference {
  private let earlier: RegularFile
  private let later: RegularFile
  private let names: (earlier: String, later: String)
  /// How many domains differ, by kind, and how many are the same.
  private(set) var counts: [ScanComparison.Kind: Int] = [:]
  private(set) var same = 0
  /// What was left out, and why: a sentence each.
  private(set) var remarks: [String] = []

  private static let pieceOctets = 1 << 20
  /// So much is read of a line at first: most are shorter.
  private static let lineOctets = 16 << 10

  /// Opens both files.
  init(_ earlier: String, _ later: String) throws(ErrorLine) {
    names = (earlier, later)
    self.earlier = try Self.open(earlier)
    self.later = try Self.open(later)
  }

  private static func open(_ name: String) throws(ErrorLine) -> RegularFile {
    do throws(FileError) { return try RegularFile(path: Console.current.place(name)) } catch {
      let pipe = error == .notRegular ? ": results are read more than once, so a pipe has to go into a file first" : ""
      throw ErrorLine(name, error.description + pipe, .inputOutput)
    }
  }

  /// Compares, and hands over what differs: in the order of the later file, then what only the earlier one has, in its
  /// order.
  mutating func compare(_ take: (ScanComparison) throws -> Void) throws {
    var index = ResultIndex()
    var old = Passed()
    try Self.records(earlier, names.earlier, &old) { record, start in
      try Self.check(index, names.earlier)
      return index.insert(Self.digest(record), at: start)
    }
    var new = Passed()
    try Self.records(later, names.later, &new) { record, _ in
      try Self.check(index, names.later)
      switch index.match(Self.digest(record)) {
      case .again: return false
      case .new: try note(ScanComparison(before: nil, after: record), take)
      case .known(let start): try note(ScanComparison(before: try self.record(at: start), after: record), take)
      }
      return true
    }
    for start in index.unmatched { try note(ScanComparison(before: try record(at: start), after: nil), take) }
    remarks = old.remarks(names.earlier) + new.remarks(names.later)
  }

  private static func digest(_ record: ScanRecord) -> UInt64 { DigestSet.digest(of: record.domain ?? "") }

  private static func check(_ index: ResultIndex, _ name: String) throws(ErrorLine) {
    if index.count < ResultIndex.most { return }
    throw ErrorLine(
      name, "more than \(ResultIndex.most) domains: compare parts that were scanned with the same --shard", .inputOutput
    )
  }

  private mutating func note(_ comparison: ScanComparison?, _ take: (ScanComparison) throws -> Void) rethrows {
    guard let comparison else {
      same += 1
      return
    }
    counts[comparison.kind, default: 0] += 1
    try take(comparison)
  }

  /// The result of the earlier file that begins at an offset.
  private func record(at start: Int) throws -> ScanRecord {
    var size = Self.lineOctets
    while true {
      let octets = try earlier.read(start..<min(earlier.size, start + size))
      let end = octets.firstIndex(of: UInt8(ascii: "\n"))
      if end == nil, octets.count == size, size <= ResultLines.longest {
        size *= 4
        continue
      }
      guard let record = ScanRecord(line: Array(octets[..<(end ?? octets.endIndex)])) else {
        throw ErrorLine(names.earlier, "has changed while it was read", .inputOutput)
      }
      return record
    }
  }

  /// How the command ends: something differs, or something could not be seen in one of the scans, or nothing differs.
  var status: ExitStatus {
    let differing: [ScanComparison.Kind] = [.new, .gone, .changed]
    if differing.contains(where: { counts[$0] != nil }) { return .found }
    return counts.isEmpty ? .clean : .undecided
  }

  /// The numbers for people.
  var words: String {
    let parts = ScanComparison.Kind.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    return parts.joined(separator: ", ") + ", \(same) the same"
  }
}

// Reading.
extension ScanDifference {
  /// What was passed over in a file.
  private struct Passed {
    var faulty = 0
    var repeated = 0
    var isTorn = false

    func remarks(_ name: String) -> [String] {
      var remarks: [String] = []
      if faulty > 0 { remarks.append("\(name): not compared: lines of the list without a domain, \(faulty)") }
      if repeated > 0 { remarks.append("\(name): left out: results of domains that stand there before, \(repeated)") }
      if isTorn { remarks.append("\(name): the last line is cut off, and left out (scan --resume goes on with it)") }
      return remarks
    }
  }

  /// Reads all results of a file; `take` gets each with its offset, and says whether it is the first of its domain.
  private static func records(
    _ file: RegularFile, _ name: String, _ passed: inout Passed, _ take: (ScanRecord, Int) throws -> Bool
  ) throws {
    var (lines, number, position) = (ResultLines(), 0, 0)
    while position < file.size {
      let piece = try file.read(position..<min(file.size, position + pieceOctets))
      if piece.isEmpty { break }
      position += piece.count
      for line in lines.read(piece) {
        number += 1
        guard let record = ScanRecord(line: line.octets) else {
          throw ErrorLine("\(name):\(number)", "is no result of a scan in JSON", .inputOutput)
        }
        try pass(record, line.start, &passed, take)
      }
      if lines.isTooLong { throw ErrorLine("\(name):\(number + 1)", "is longer than any result", .inputOutput) }
    }
    guard lines.isTorn else { return }
    // Whoever edits or cuts out lines may leave the last one without its end.
    if let record = ScanRecord(line: lines.rest.octets) {
      try pass(record, lines.rest.start, &passed, take)
    } else if number == 0 {
      throw ErrorLine("\(name):1", "is no result of a scan in JSON", .inputOutput)
    } else {
      passed.isTorn = true
    }
  }

  private static func pass(
    _ record: ScanRecord, _ start: Int, _ passed: inout Passed, _ take: (ScanRecord, Int) throws -> Bool
  ) throws {
    if record.domain == nil {
      passed.faulty += 1
    } else if try !take(record, start) {
      passed.repeated += 1
    }
  }
}
