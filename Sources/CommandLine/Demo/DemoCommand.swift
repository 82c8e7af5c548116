import ArgumentParser
import Audit
import AuditModel
import LDNSKit
import Reporting
import Survey

/// `mailaudit demo`: audits an example that ships with the command.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Audit an example domain that ships inside mailaudit; no network is used.",
    discussion: "--zone-text prints the DNS records of the example, to be tried and changed with 'audit --zone'.")

  @OptionGroup(title: "Output") var output: ReportOutput

  @Flag(help: "Print the records of the example instead of its audit.")
  var zoneText = false

  func run() async throws {
    if zoneText { return try Console.current.write(DemoZone.text + "\n") }
    var writer = try ReportWriter(output, style: ReportStyle(showsDuration: false))
    try writer.write(try await Self.report())
    // The demo shows a report; what it finds is no failure of the demo.
    _ = try writer.finish(.clean)
    guard output.form == .text, !output.quiet else { return }
    var page = output.page
    page.closing()
    try Console.current.output(page.octets)
  }

  /// The report of the example: always the same.
  static func report(profiles: [Profile] = []) async throws(ErrorLine) -> AuditReport {
    let result = ZoneText.parse(Array(DemoZone.text.utf8), file: "demo")
    if let fault = result.faults.first { throw ErrorLine("demo:\(fault.line)", fault.message, .internalError) }
    var options = SurveyOptions()
    options.selectors = DemoZone.selectors
    let resolver = ZoneResolver([result.zone], uncovered: .nameError)
    var auditor = DomainAuditor(resolver: resolver, options: options, time: DemoZone.time)
    auditor.profiles = profiles
    auditor.exhibits = true
    return await auditor.audit(DemoZone.domain)
  }
}

extension TextPage {
  /// How to go on.
  fileprivate mutating func closing() {
    line()
    line(Span("Now your own domain:", .bold))
    line("mailaudit example.org", indent: 3)
    line("mailaudit audit --selector SELECTOR --ip ADDRESS example.org", indent: 3)
    paragraph(
      "SELECTOR is the s= tag of a DKIM-Signature of your mail, ADDRESS the host that sends it.", indent: 3, paint: .dim
    )
  }
}
