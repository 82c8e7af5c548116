import AuditModel
import Reporting
import Scan

/// How a scan goes about its list.
struct ScanPlan: Sendable {
  /// How many domains are under way at the same time, at most.
  var inFlight = 128
  /// Where they are: each stays on one of these from beginning to end, so that its questions never change threads.
  /// Without any, where the scan itself is.
  var executors: [any TaskExecutor] = []
  /// How many of them may lie below one registrable domain.
  var perAuthority = 16
  /// How often a domain with failures is looked at again.
  var retries = 1
  /// Whether results are written in the order of the list.
  var isOrdered = false
  /// Whether anybody looks at what the results come to: counting it costs a thirtieth of a scan.
  var isSummarised = true
  /// The time for all questions of one domain.
  var timeout: Duration = .seconds(20)
  /// How long to wait before a domain is looked at again: longer than failures are remembered.
  var pause: Duration = .zero
  /// So many domains in a row without a single answer end the scan; nil for never.
  var blindness: Int?
  /// Fewer domains than this can all have servers that fail.
  static let fewest = 8
  /// Where names lie that are put aside.
  var folder = "/tmp"

  /// With ``isOrdered``, how many results of later domains wait for those of earlier ones.
  var window: Int { 4 * inFlight }

  /// On how many threads the scan is.
  var threads: Int { max(1, executors.count) }

  /// What each thread has under way: the part that is its own.
  var lanes: [ScanLane] {
    (0..<threads).map { lane in
      ScanLane(most: (inFlight + threads - 1 - lane) / threads, adapts: !executors.isEmpty)
    }
  }

  /// Where a worker does its work.
  func executor(ofWorker index: Int) -> (any TaskExecutor)? {
    executors.isEmpty ? nil : executors[index % executors.count]
  }

  /// How many domains wait for others below the same registrable domain.
  var room: Int { 4 * inFlight }
}

/// Why a scan ended before its list did.
enum ScanStop: Error, Hashable {
  /// Somebody asked for it.
  case interrupted
  /// No question has an answer any more.
  case blind(Int)

  var description: String {
    switch self {
    case .interrupted: "interrupted"
    case .blind(let count): "no question about \(count) domains in a row was answered: is the resolver reachable?"
    }
  }
}

/// In which form results are written.
enum ScanForm: Sendable {
  case json(ScanRenderer)
  case table(ScanTable)

  func append(_ report: AuditReport, tries: Int, to octets: inout [UInt8]) {
    switch self {
    case .json(let renderer): renderer.append(report, tries: tries, to: &octets)
    case .table(let table): table.append(report, tries: tries, to: &octets)
    }
  }

  func append(_ row: FaultyRow, time: Int, to octets: inout [UInt8]) {
    switch self {
    case .json(let renderer): renderer.append(row, time: time, to: &octets)
    case .table(let table): table.append(row, time: time, to: &octets)
    }
  }

  /// What stands before the first result.
  var heading: [UInt8] {
    if case .table(let table) = self { table.heading } else { [] }
  }
}
