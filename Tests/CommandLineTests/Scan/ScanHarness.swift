import Audit
import AuditModel
import AuditTesting
import DNS
import Foundation
import ProcessKit
import Reporting
import Scan
import Survey
import Synchronization

@testable import CommandLine

/// A scan in this process, over zone text, and what it wrote.
struct ScanHarness {
  /// What was written, as octets and as results.
  let octets: [UInt8]
  let records: [ScanRecord]
  let stop: ScanStop?
  let tally: ScanTally

  /// Runs a scan over the text of a list; `configure` changes the plan, by which five domains are under way at a time,
  /// and `begun` gets the scan before it begins.
  init(
    _ list: String, _ world: any Resolver, areas: Set<Area>? = [.spf, .dmarc], done: DigestSet = .init(),
    configure: (inout ScanPlan) -> Void = { _ in }, begun: (ScanRun) -> Void = { _ in }
  ) async throws {
    var plan = ScanPlan()
    plan.inFlight = 5
    configure(&plan)
    let written = Mutex<[UInt8]>([])
    let output = OutputQueue { octets in written.withLock { $0 += octets } }
    var auditor = DomainAuditor(resolver: world, time: 1_795_251_600)
    auditor.areas = areas
    let form = ScanForm.json(ScanRenderer(dnssec: "off", showsDuration: false))
    let run = ScanRun(plan, auditor: auditor, form: form, output: output, clock: { 1_795_251_600 })
    begun(run)
    let source = ScanSource(
      InputOctets(Array(list.utf8), inPiecesOf: 50), name: "list", column: nil, shard: nil, done: done)
    stop = try await run.run(source)
    octets = written.withLock { $0 }
    tally = run.tally
    var lines = ResultLines()
    records = lines.read(octets).compactMap { ScanRecord(line: $0.octets) }
  }

  /// The results by what they are about.
  var byKey: [String: ScanRecord] {
    Dictionary(records.map { ($0.key ?? "", $0) }) { first, _ in first }
  }

  /// The names of domains that a list holds.
  static func names(_ count: Int) -> [String] { (0..<count).map { "n\($0).example" } }

  /// Runs `body` with a new folder, which is removed behind it.
  static func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  /// A list of domains.
  static func list(_ count: Int) -> String { names(count).joined(separator: "\n") }

  /// Zone text in which every domain has SPF, and every second one DMARC.
  static func zone(_ count: Int) -> String {
    var text = "$TTL 300\nexample. SOA ns.example. h.example. 1 2 3 4 5\n"
    for (index, name) in names(count).enumerated() {
      text += "\(name). SOA ns.example. h.example. 1 2 3 4 5\n\(name). NS ns.example.\n\(name). MX 10 mx.example.\n"
      text += "\(name). TXT \"v=spf1 mx -all\"\n"
      if index % 2 == 0 { text += "_dmarc.\(name). TXT \"v=DMARC1; p=reject\"\n" }
    }
    return text + "mx.example. A 192.0.2.25\nns.example. A 192.0.2.53\n"
  }
}

/// A world in which a stable tenth of the questions fails, each so many times.
final class StrainedWorld: Resolver {
  private let world: any Resolver
  private let failure: DNSFailure
  private let times: Int
  private let asked = Mutex<[DNSQuestion: Int]>([:])

  init(_ world: any Resolver, _ failure: DNSFailure, times: Int) {
    (self.world, self.failure, self.times) = (world, failure, times)
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let answers = await world.answers(to: questions)
    return zip(questions, answers).map { question, answer in
      guard StableDigest.of(question.description) % 10 == 0 else { return answer }
      let count = asked.withLock { asked in
        asked[question, default: 0] += 1
        return asked[question] ?? 0
      }
      return count <= times ? DNSAnswer(question: question, outcome: .failure(failure)) : answer
    }
  }
}
