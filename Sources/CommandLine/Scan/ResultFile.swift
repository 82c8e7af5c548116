import AuditModel
import DNS
import ProcessKit
import Reporting
import Scan

/// A file of results that a scan writes, from the beginning or from where an earlier one ended.
struct ResultFile {
  /// Keys of what has a result.
  private(set) var done = DigestSet()
  /// What the results come to.
  private(set) var tally = ScanTally()
  /// How many there are.
  private(set) var count = 0
  /// How many of them are not counted in ``tally``: tables do not tell enough.
  private(set) var uncounted = 0
  /// Where the last whole line ends: what stands behind it was cut off by a kill, a full disk or a lost power supply.
  private(set) var end = 0

  /// What is odd with results that can be gone on with, a phrase; nil for nothing.
  private(set) var remark: String?

  private let place: String
  private let heading: [String]?
  private let kind: ResultKind?
  private var column = (domain: -1, input: -1)
  /// Whether a result was held against ``kind``. One is enough: others of another kind were never added to it.
  private var isHeld = false
  private var lines = ResultLines()
  private var number = 0
  /// A line that is no result; it may only be the last one.
  private var fault: (number: Int, start: Int)?

  /// - Parameters:
  ///   - place: what the file is called in errors.
  ///   - heading: the names of the columns of a table; nil for lines of JSON.
  ///   - kind: what the scan looks at that goes on with it; nil where nothing is added.
  init(_ place: String, heading: [String]?, kind: ResultKind? = nil) {
    self.place = place
    self.heading = heading
    self.kind = kind
  }

  private static let pieceOctets = 1 << 20

  /// Reads the results of a file of `size` octets.
  mutating func read(size: Int, _ octets: (Range<Int>) throws -> [UInt8]) throws {
    var position = 0
    while position < size {
      let piece = try octets(position..<min(size, position + Self.pieceOctets))
      if piece.isEmpty { break }
      position += piece.count
      try take(piece)
    }
    end = fault?.start ?? lines.end
    if end == 0, size > 0, !isBeginning(try octets(0..<min(size, Self.beginningOctets))) { throw foreign(1) }
  }

  private static let beginningOctets = 1 << 10

  /// Whether octets at the front of a file may be the beginning of what a scan writes, cut off, or zeros as a lost power
  /// supply leaves them. A file of anything else is somebody's, and not to be cut off.
  private func isBeginning(_ octets: [UInt8]) -> Bool {
    let front =
      heading.map { Array($0.joined(separator: ",").utf8) } ?? Array("{\"schema\":\"\(ScanRecord.schema)\"".utf8)
    return zip(octets, front).allSatisfy { $0 == $1 || $0 == 0 }
  }

  private func foreign(_ number: Int) -> ErrorLine {
    ErrorLine("\(place):\(number)", "is no result of this kind of scan (the file was left as it is)", .inputOutput)
  }

  /// Takes the next octets of the file.
  mutating func take(_ piece: [UInt8]) throws(ErrorLine) {
    for line in lines.read(piece) {
      number += 1
      if let fault { throw foreign(fault.number) }
      if try !accept(line) { fault = (number, line.start) }
    }
    if lines.isTooLong { throw ErrorLine("\(place):\(number + 1)", "is longer than any result", .inputOutput) }
  }

  /// Takes a line; false when it is no result.
  private mutating func accept(_ line: ResultLines.Line) throws(ErrorLine) -> Bool {
    guard let heading else {
      guard let record = ScanRecord(line: line.octets) else { return false }
      if record.domain != nil { try hold(record) { LineMembers(line.octets) } }
      tally.add(record)
      return try note(record.domain ?? record.input.map { Self.key($0, record.line) })
    }
    guard let fields = TableLine.fields(of: line.octets) else { return false }
    if number == 1 {
      guard fields == heading else {
        throw ErrorLine("\(place):1", "has other columns than this scan (the file was left as it is)", .inputOutput)
      }
      column = (fields.firstIndex(of: "domain") ?? -1, fields.lastIndex(of: "input") ?? -1)
      return true
    }
    guard fields.count == heading.count else { return false }
    try hold(fields)
    uncounted += 1
    let (domain, input) = (ScanTable.text(ofField: fields[column.domain]), fields[column.input])
    return try note(domain.isEmpty ? Self.key(ScanTable.text(ofField: input), Int(fields.last ?? "") ?? 0) : domain)
  }

  /// The key of a text without a domain; it may hold what no terminal should see, spelled out or not.
  private static func key(_ input: String, _ line: Int) -> String {
    ScanRecord.key(ofInput: VisibleText.of(input), line: line)
  }

  private mutating func note(_ key: String?) throws(ErrorLine) -> Bool {
    guard let key else { return false }
    if let conflict = kind?.conflict(withKey: key) { throw self.conflict(conflict) }
    count += 1
    _ = done.insert(DigestSet.digest(of: key))
    return true
  }
}

// What results there are.
extension ResultFile {
  /// Holds the first result of a domain against what the scan looks at.
  private mutating func hold(_ record: ScanRecord, _ members: () -> LineMembers) throws(ErrorLine) {
    guard let kind, !isHeld else { return }
    isHeld = true
    if let conflict = kind.conflict(with: record, members()) { throw self.conflict(conflict) }
    remark = kind.otherVersion(record).map { "\(place): \($0)" }
  }

  /// The same for a row of a table. Its heading has told areas and checks already.
  private mutating func hold(_ fields: [String]) throws(ErrorLine) {
    guard let heading, fields[column.domain] != "" else { return }
    let values = Dictionary(zip(heading, fields)) { first, _ in first }
    var record = ScanRecord()
    record.goal = values["goal"] ?? ""
    try hold(record) { LineMembers(dnssec: values["dnssec"] ?? "") }
  }

  private func conflict(_ words: String) -> ErrorLine {
    ErrorLine("\(place):\(number)", words + " (the file was left as it is; another --output begins anew)", .usage)
  }
}

extension ResultFile {
  /// Opens the file for writing: a new one, or with `resumes` one that an earlier scan wrote, its torn end cut off.
  static func open(
    _ place: String, heading: [String]?, kind: ResultKind, resumes: Bool
  ) throws(ErrorLine) -> (file: AppendedFile, results: ResultFile) {
    do {
      let file = try AppendedFile(at: Console.current.place(place))
      var results = ResultFile(place, heading: heading, kind: kind)
      if file.size > 0, !resumes {
        throw ErrorLine(place, "exists: --resume goes on with it, another name begins anew", .usage)
      }
      try results.read(size: file.size) { try file.octets(in: $0) }
      if results.end < file.size { try file.truncate(to: results.end) }
      return (file, results)
    } catch let error as ErrorLine {
      throw error
    } catch let error as FileError where error.isTaken {
      throw ErrorLine(place, "another scan is writing it", .inputOutput)
    } catch {
      throw ErrorLine(place, "\(error)", .inputOutput)
    }
  }

  /// Looks at a file without changing it; nothing is there when it does not exist.
  static func look(_ place: String, heading: [String]?, kind: ResultKind) throws(ErrorLine) -> ResultFile {
    var results = ResultFile(place, heading: heading, kind: kind)
    do {
      let file = try RegularFile(path: Console.current.place(place))
      try results.read(size: file.size) { try file.read($0) }
    } catch let error as ErrorLine {
      throw error
    } catch let error as FileError where error.isAbsent {
      return results
    } catch {
      throw ErrorLine(place, "\(error)", .inputOutput)
    }
    return results
  }
}
