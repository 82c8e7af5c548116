import FeedbackReports
import MailMessage

/// What reading one file gave, gathered.
struct ReadFeedback {
  /// An aggregate report as it ended, with its records.
  struct Aggregate {
    var source: ReportSource
    var beginning: AggregateReport
    var report: AggregateReport
    var records: [AggregateRecord] = []

    func messages(_ isCounted: (AggregateRecord) -> Bool) -> Int {
      records.reduce(0) { $0 + (isCounted($1) ? $1.count : 0) }
    }
  }

  var aggregates: [Aggregate] = []
  var unreadable: [(fault: ReportFault, source: ReportSource)] = []
  var others: [FeedbackEvent] = []
  /// Events that do not follow the contract, such as a record outside of a report.
  var strays = 0
  private var isOpen = false

  /// Reads octets in one piece or in pieces of some size.
  init(_ octets: [UInt8], named name: String = "test", pieces: Int? = nil) {
    let gathered = Gathered()
    let source = pieces.map { size in
      MessageOctets(count: octets.count) { range throws(MessageReadError) in
        Array(octets[range.lowerBound..<min(range.upperBound, range.lowerBound + size)])
      }
    }
    FeedbackReader.read(source ?? MessageOctets(octets), named: name) { gathered.events.append($0) }
    for event in gathered.events { take(event) }
    if isOpen { strays += 1 }
  }

  init(_ text: String, pieces: Int? = nil) { self.init(Array(text.utf8), pieces: pieces) }

  private final class Gathered { var events: [FeedbackEvent] = [] }

  private mutating func take(_ event: FeedbackEvent) {
    switch event {
    case .aggregateBegan(let report, let source):
      if isOpen { strays += 1 }
      isOpen = true
      aggregates.append(Aggregate(source: source, beginning: report, report: report))
    case .record(let record):
      if isOpen { aggregates[aggregates.count - 1].records.append(record) } else { strays += 1 }
    case .aggregateEnded(let report):
      if isOpen { aggregates[aggregates.count - 1].report = report } else { strays += 1 }
      isOpen = false
    case .unreadable(let fault, let source): unreadable.append((fault, source))
    default: others.append(event)
    }
  }
}
