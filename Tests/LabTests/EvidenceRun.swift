import Audit
import AuditModel
import AuditTesting
import DNS
import EvidenceBundle
import HTTPS
import Reporting
import SMTPSubmission
import Survey
import Testing

/// An audit of a scenario, once with its instruments and once with what was kept of them.
struct EvidenceRun {
  let scenario: LabScenario

  /// Audits, replays the bundle, and expects the same in every form.
  func expectTheSame(_ live: Instruments) async throws {
    let heading = BundleHeading(
      version: mailauditVersion, time: scenario.time, command: ["audit", "\(scenario.domain)"])
    let recorder = EvidenceRecorder(heading)
    let report = await audit(live.recorded(by: recorder))
    recorder.keepDuration(of: report)
    let player = try EvidencePlayer(try recorder.octets())
    let replayed = player.settled(await audit(live.replayed(from: player)))
    for (form, first, second) in zip(Self.forms(report), Self.forms(replayed)).map({ ($0.name, $0.octets, $1.octets) })
    {
      #expect(first == second, "\(scenario.name), \(form)")
    }
  }

  private func audit(_ instruments: Instruments) async -> AuditReport {
    var auditor = DomainAuditor(instruments: instruments, options: scenario.options, time: scenario.time)
    auditor.exhibits = true
    auditor.keepsFacts = true
    return await auditor.audit(scenario.domain)
  }

  private static func forms(_ report: AuditReport) -> [(name: String, octets: [UInt8])] {
    let sheets: [(String, any ReportSheet)] = [
      ("text", TextSheet(TextRenderer(page: TextPage(), detail: .verbose, showsDuration: true))),
      ("JSON", JSONSheet(JSONRenderer(isIndented: true, showsDuration: true))),
      ("HTML", HTMLSheet(showsDuration: true)), ("Markdown", MarkdownSheet(showsDuration: true)),
      ("SARIF", SARIFSheet()), ("JUnit", JUnitSheet(failOn: .high, showsDuration: true)), ("CSV", CSVSheet()),
      ("Nagios", NagiosSheet(failOn: .high, showsDuration: true)), ("Prometheus", PrometheusSheet(showsDuration: true))
    ]
    return sheets.map { name, sheet in
      var sheet = sheet
      return (name, sheet.add(report) + sheet.finish())
    }
  }
}

extension Instruments {
  /// The same instruments, what they show being kept.
  fileprivate func recorded(by recorder: EvidenceRecorder) -> Instruments {
    var result = Instruments(resolver: RecordingResolver(resolver, recorder))
    result.validator = validator.map { RecordingValidator($0, recorder) }
    result.authorities = authorities.map { RecordingAuthorities($0, recorder) }
    result.blockLists = blockLists.map { BlockListInstrument(lists: $0.lists, resolver: result.resolver) }
    result.https = https.map { RecordingFetcher($0, recorder) }
    result.reportCollectors = reportCollectors.map { RecordingFetcher($0, recorder) }
    result.hostSites = hostSites.map { RecordingFetcher($0, recorder) }
    result.mailServers = mailServers.map { RecordingMailServers($0, recorder) }
    return result
  }

  /// What stands for the same instruments in a replay.
  fileprivate func replayed(from player: EvidencePlayer) -> Instruments {
    var result = Instruments(resolver: ReplayingResolver(player))
    if player.hasValidator { result.validator = ReplayingValidator(player) }
    if authorities != nil { result.authorities = ReplayingAuthorities(player) }
    result.blockLists = blockLists.map { BlockListInstrument(lists: $0.lists, resolver: result.resolver) }
    let fetcher = ReplayingFetcher(player)
    if https != nil { result.https = fetcher }
    if reportCollectors != nil { result.reportCollectors = fetcher }
    if hostSites != nil { result.hostSites = fetcher }
    if mailServers != nil { result.mailServers = ReplayingMailServers(player) }
    return result
  }
}
