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

  private let place: String
  private let heading: [String]?
  private var column = (domain: -1, input: -1)
  private var lines = ResultLines()
  private var number = 0
  /// A line that is no result; it may only be the last one.
  private var fault: (number: Int, start: Int)?

  /// - Parameters:
  ///   - place: what the file is called in errors.
  ///   - heading: the names of the columns of a table; nil for lines of JSON.
  init(_ place: String, heading: [String]?) {
    self.place = place
    self.heading = heading
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
  }

  /// Takes the next octets of the file.
  mutating func take(_ piece: [UInt8]) throws(ErrorLine) {
    for line in lines.read(piece) {
      number += 1
      if let fault {
        throw ErrorLine(
          "\(place):\(fault.number)", "is no result of this kind of scan (the file was left as it is)", .inputOutput)
      }
      if try !accept(line) { fault = (number, line.start) }
    }
    if lines.isTooLong { throw ErrorLine("\(place):\(number + 1)", "is longer than any result", .inputOutput) }
  }

  /// Takes a line; false when it is no result.
  private mutating func accept(_ line: ResultLines.Line) throws(ErrorLine) -> Bool {
    guard let heading else {
      guard let record = ScanRecord(line: line.octets) else { return false }
      tally.add(record)
      return note(record.domain ?? record.input.map { Self.key($0, record.line) })
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
    uncounted += 1
    let (domain, input) = (ScanTable.text(ofField: fields[column.domain]), fields[column.input])
    return note(domain.isEmpty ? Self.key(ScanTable.text(ofField: input), Int(fields.last ?? "") ?? 0) : domain)
  }

  /// The key of a text without a domain; it may hold what no terminal should see, spelled out or not.
  private static func key(_ input: String, _ line: Int) -> String {
    ScanRecord.key(ofInput: VisibleText.of(input), line: line)
  }

  private mutating func note(_ key: String?) -> Bool {
    guard let key else { return false }
    count += 1
    _ = done.insert(DigestSet.digest(of: key))
    return true
  }
}

extension ResultFile {
  /// Opens the file for writing: a new one, or with `resumes` one that an earlier scan wrote, its torn end cut off.
  static func open(
    _ place: String, heading: [String]?, resumes: Bool
  ) throws(ErrorLine) -> (file: AppendedFile, results: ResultFile) {
    do {
      let file = try AppendedFile(at: Console.current.place(place))
      var results = ResultFile(place, heading: heading)
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
  static func look(_ place: String, heading: [String]?) throws(ErrorLine) -> ResultFile {
    var results = ResultFile(place, heading: heading)
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
