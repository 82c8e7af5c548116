import AuditModel
import ProcessKit
import Reporting
import Scan

/// What differs between two files of results, however large: of the earlier one only a digest and a place of each domain
/// are kept.
struct ScanDifference {
  private let earlier: RegularFile
  private let later: RegularFile
  private let names: (earlier: String, later: String)
  private var places: [UInt64: Range<Int>] = [:]
  /// How many domains differ, by kind, and how many are the same.
  private(set) var counts: [ScanComparison.Kind: Int] = [:]
  private(set) var same = 0

  private static let pieceOctets = 1 << 20

  /// Opens both files.
  init(_ earlier: String, _ later: String) throws(ErrorLine) {
    names = (earlier, later)
    self.earlier = try Self.open(earlier)
    self.later = try Self.open(later)
  }

  private static func open(_ name: String) throws(ErrorLine) -> RegularFile {
    do throws(FileError) { return try RegularFile(path: Console.current.place(name)) } catch {
      throw ErrorLine(name, error.description, .inputOutput)
    }
  }

  /// Compares, and hands over what differs: in the order of the later file, then what only the earlier one has, in its
  /// order.
  mutating func compare(_ take: (ScanComparison) throws -> Void) throws {
    var order: [UInt64] = []
    try Self.records(earlier, names.earlier) { record, range in
      guard let domain = record.domain else { return }
      let digest = DigestSet.digest(of: domain)
      if places.updateValue(range, forKey: digest) == nil { order.append(digest) }
    }
    try Self.records(later, names.later) { record, _ in
      guard let domain = record.domain else { return }
      let before = try places.removeValue(forKey: DigestSet.digest(of: domain)).map(record(at:))
      try note(ScanComparison(before: before, after: record), take)
    }
    for digest in order {
      guard let range = places[digest] else { continue }
      try note(ScanComparison(before: try record(at: range), after: nil), take)
    }
  }

  private mutating func note(_ comparison: ScanComparison?, _ take: (ScanComparison) throws -> Void) rethrows {
    guard let comparison else {
      same += 1
      return
    }
    counts[comparison.kind, default: 0] += 1
    try take(comparison)
  }

  private func record(at range: Range<Int>) throws -> ScanRecord {
    guard let record = ScanRecord(line: try earlier.read(range)) else {
      throw ErrorLine(names.earlier, "has changed while it was read", .inputOutput)
    }
    return record
  }

  /// Reads all whole lines of a file.
  private static func records(
    _ file: RegularFile, _ name: String, _ take: (ScanRecord, Range<Int>) throws -> Void
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
        try take(record, line.start..<(line.start + line.octets.count))
      }
      if lines.isTooLong { throw ErrorLine("\(name):\(number + 1)", "is longer than any result", .inputOutput) }
    }
  }

  /// How the command ends: something differs, or only cannot be seen any more, or nothing differs.
  var status: ExitStatus {
    if counts.contains(where: { $0.key != .unseen && $0.value > 0 }) { return .found }
    return counts[.unseen] == nil ? .clean : .undecided
  }

  /// The numbers for people.
  var words: String {
    let parts = ScanComparison.Kind.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    return parts.joined(separator: ", ") + ", \(same) the same"
  }
}

extension ScanComparison {
  /// The difference for programs: one line.
  var json: JSON {
    [
      "schema": "mailaudit-scan-diff-1", "domain": .string(domain), "kind": .string(kind.rawValue),
      "grade": .array([JSON(grades.before), JSON(grades.after)]), "areas": Self.json(areas),
      "policies": Self.json(policies), "checks": Self.json(checks)
    ]
  }

  private static func json(_ differences: [Difference]) -> JSON {
    .object(differences.map { JSON.Member($0.name, .array([.string($0.before), .string($0.after)])) })
  }

  /// The difference for people: the domain and its grades, then what is behind that.
  func write(to page: inout TextPage) {
    let grade =
      switch kind {
      case .new: "new, \(grades.after)"
      case .gone: "gone, was \(grades.before)"
      case .changed, .unseen: grades.before == grades.after ? grades.after : "\(grades.before) -> \(grades.after)"
      }
    page.line(Span(domain, .bold), Span("  \(grade)"))
    for difference in policies + checks {
      let isUnseen = difference.after == Verdict.unknown.rawValue
      let after = isUnseen ? "could not be looked at" : difference.after
      page.paragraph("\(difference.name): \(difference.before) -> \(after)", indent: 2)
    }
  }
}
