import Audit
import AuditModel
import DNS
import HTTPS
import LDNSKit
import Reporting
import Survey

/// Looks at a domain as the list before a launch asks, once as it is, and once as it is proposed.
struct LaunchJob: Sendable {
  let command: LaunchCommand
  let name: DomainName
  let sheet: AnswerSheet
  let options: SurveyOptions
  var validator: (any DNSSECValidator)?
  var https: (any HTTPSFetcher)?

  /// Writes the report; gives the status of the process.
  func run(over resolver: any Resolver, proposal: ProposedRecords?) async throws -> Int32 {
    var report: AuditReport
    if let proposal {
      async let before = audit(resolver)
      report = try await audit(proposal.resolver(over: resolver))
      report.comparison = AuditComparison(before: try await before, after: report)
    } else {
      report = try await audit(resolver)
    }
    let style = ReportStyle(showsDuration: command.resolver.zone.isEmpty)
    var writer = try ReportWriter(command.output, style: style)
    let answer = LaunchAnswer(report)
    if command.output.form == .text { try Console.current.write("\(name) is \(answer.words)\n\n") }
    try writer.write(report)
    return try writer.finish(answer.status)
  }

  private func audit(_ resolver: any Resolver) async throws -> AuditReport {
    let instruments = try instruments(resolver)
    var auditor = DomainAuditor(
      instruments: instruments, options: options, goal: command.sender.settings.isEmpty ? .send : .application,
      time: time)
    auditor.profiles = [.preLaunch]
    auditor.exhibits = command.output.showsExhibits
    let answers = try await judgedAnswers(instruments)
    let signer = try await command.papers.signer(of: name, using: resolver)
    let probing = command.probing
    var combined = try command.sender.auditor(auditor, of: name) { () throws(ErrorLine) in try probing.network() }
    combined.domain.launch = LaunchPapers(answers: answers, signer: signer, reports: combined.reports)
    do { return try await combined.audit(name) } catch {
      throw ErrorLine("--message", "\(error)", .inputOutput)
    }
  }

  private var time: Int { command.resolver.worldTime ?? Console.current.now }

  private func instruments(_ resolver: any Resolver) throws -> Instruments {
    var instruments = Instruments(resolver: resolver)
    instruments.blockLists = try command.blockLists.instrument(resolver)
    instruments.mailServers = try command.probing.access()
    (instruments.validator, instruments.https) = (validator, https)
    return instruments
  }
}

extension LaunchJob {
  /// The answers, with what the messages that they name show.
  private func judgedAnswers(_ instruments: Instruments) async throws -> LaunchAnswers {
    var answers = sheet.answers
    for (place, file) in sheet.testMessages.sorted(by: { $0.key < $1.key }) {
      answers.sources?[place].test = try await test(file, instruments)
    }
    for (place, file) in sheet.seedMessages {
      let found = try SeedMessage.results(of: file)
      answers.seeds?[place].results.merge(found) { told, _ in told }
    }
    return answers
  }

  /// What DMARC says of a test message.
  private func test(_ file: String, _ instruments: Instruments) async throws -> LaunchAnswers.Test {
    guard let item = try MessageFiles.items([file]).first else { return .missing }
    var told = MessageOptions()
    (told.domain, told.publicSuffixList) = (options, options.publicSuffixList)
    let auditor = MessageAuditor(instruments: instruments, options: told, time: time)
    let report = try await auditor.audit(try item.open(), named: item.name)
    guard let outcome = report.outcomes.first(where: { $0.check == "DMARC-MSG-PASS" }) else {
      return .undecided("Nothing looked at \(file).")
    }
    let statement = outcome.findings.first?.statement ?? "\(file) was looked at."
    switch outcome.verdict {
    case .pass, .info: return .pass
    case .fail, .warn: return .fail(statement)
    case .unknown, .notApplicable: return .undecided(statement)
    }
  }
}

/// The answer to the one question: may the domain go live?
struct LaunchAnswer {
  /// The status of the process.
  let status: ExitStatus
  /// The answer with what it rests on, the rest of a sentence.
  let words: String

  /// Reads the result of the list.
  init(_ report: AuditReport) {
    let result = report.profiles.first { $0.profile == .preLaunch }
    let (failing, open) = (result?.failing.count ?? 0, result?.undecided.count ?? 0)
    switch result?.answer {
    case .pass?, .passWithRemarks?: (status, words) = (.clean, "ready.")
    case .fail?:
      (status, words) = (
        .found,
        "not ready: \(Self.count(failing)) that \(failing == 1 ? "is" : "are") required \(failing == 1 ? "fails" : "fail"), "
          + "and \(open) could not be seen."
      )
    case .undecided?, nil:
      (status, words) = (.undecided, "undecided: nothing required fails, and \(Self.count(open)) could not be seen.")
    }
  }

  private static func count(_ count: Int) -> String { "\(count) \(count == 1 ? "check" : "checks")" }
}
