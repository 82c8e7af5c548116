import FeedbackReports
import MailMessage
import ProcessKit

/// `reports FILE...`: reads files of feedback and folders of them, and prints what they hold in all.
enum ReportBenchmark {
  /// What was read: the sums that a picture of the sources needs.
  private final class Tally {
    var reports = 0
    var records = 0
    var messages = 0
    var passing = 0
    var faults = 0
    var sources: [String: Int] = [:]

    func take(_ event: FeedbackEvent) {
      switch event {
      case .aggregateEnded(let report):
        reports += 1
        faults += report.fault == nil ? 0 : 1
      case .record(let record):
        records += 1
        messages += record.count
        passing += record.passesDMARC ? record.count : 0
        sources[record.sourceIP, default: 0] += record.count
      case .unreadable: faults += 1
      case .aggregateBegan, .tls, .failure, .bounce: break
      }
    }
  }

  @Sendable static func run(_ arguments: BenchArguments) async {
    let tally = Tally()
    do {
      for path in arguments.positional.dropFirst() { try read(path, tally) }
      print(
        "reports \(tally.reports) records \(tally.records) messages \(tally.messages) passing \(tally.passing)",
        "addresses \(tally.sources.count) faults \(tally.faults)")
    } catch {
      print("\(error)")
    }
  }

  private static func read(_ path: String, _ tally: Tally) throws {
    let file: RegularFile
    do throws(FileError) {
      file = try RegularFile(path: path)
    } catch {
      guard error == .folder else { throw error }
      for name in try Folder.names(at: path) { try read("\(path)/\(name)", tally) }
      return
    }
    let octets = MessageOctets(count: file.size) { (range: Range<Int>) throws(MessageReadError) in
      do throws(FileError) {
        return try file.read(range)
      } catch {
        throw MessageReadError(error.description)
      }
    }
    FeedbackReader.read(octets, named: path) { tally.take($0) }
  }
}
