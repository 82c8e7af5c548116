import Audit
import AuditModel
import Checks
import DNS
import Foundation
import LDNSKit
import MailMessage
import Providers
import Reporting
import Survey

extension FuzzTarget {
  /// Everything: zone text, the survey, all checks, and the renderers.
  static let audit = [
    FuzzTarget(name: "audit", seeds: { examples }) { input in
      let zone = ZoneText.parse(input, origin: "example.org").zone
      // The last octet chooses what the owner tells.
      let options = options(input.last ?? 0)
      let resolver = ZoneResolver([zone], uncovered: input.count.isMultiple(of: 3) ? .refused : .nameError)
      Drain.run {
        var instruments = Instruments(resolver: resolver)
        if (input.last ?? 0) & 16 != 0 {
          instruments.blockLists = BlockListInstrument(lists: BlockListDirectory.all, resolver: resolver)
        }
        let auditor = DomainAuditor(instruments: instruments, options: options, time: 1_795_251_600)
        let report = await auditor.audit("example.org")
        promise(report.outcomes.count == Catalogue.domainChecks.count, "every check has an outcome")
        let again = await auditor.audit("example.org")
        check(report, again)
      }
    },
    // Zone text, then a NUL, then a message.
    FuzzTarget(name: "message-audit", seeds: { messagesOfExamples }) { input in
      let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
      let zone = ZoneText.parse(parts[0], origin: "example.org").zone
      let message = MessageOctets(parts.last ?? [])
      let resolver = ZoneResolver([zone], uncovered: input.count.isMultiple(of: 3) ? .refused : .nameError)
      Drain.run {
        let auditor = MessageAuditor(instruments: Instruments(resolver: resolver), time: 1_795_251_600)
        guard let report = try? await auditor.audit(message, named: "m.eml"),
          let again = try? await auditor.audit(message, named: "m.eml")
        else { return promise(false, "octets in memory can be read") }
        promise(report.outcomes.count >= Catalogue.messageChecks.count, "every check has an outcome")
        check(report, again)
      }
    }
  ]

  /// The worlds and messages of all examples of all checks of messages.
  private static var messagesOfExamples: [[UInt8]] {
    Catalogue.messageChecks.flatMap { check in
      check.examples.map { Array(("$TTL 3600\n" + $0.zone + "\n\0" + $0.message).utf8) }
    }
  }

  /// The worlds of all examples of all checks.
  private static var examples: [[UInt8]] {
    Catalogue.domainChecks.flatMap { check in check.examples.map { Array(("$TTL 3600\n" + $0.zone + "\n").utf8) } }
  }

  private static func options(_ choice: UInt8) -> SurveyOptions {
    var options = SurveyOptions()
    if choice & 1 != 0 { options.selectors = ["s1", "a.b", "-bad-"] }
    if choice & 2 != 0 { options.isParked = true }
    if choice & 4 != 0 { options.sendingAddresses = ["192.0.2.25", "2001:db8::25"].compactMap { IPAddress($0) } }
    if choice & 8 != 0 { options.heloName = "mail.example.org" }
    return options
  }

  @Sendable private static func check(_ report: AuditReport, _ again: AuditReport) {
    let renderer = JSONRenderer(isIndented: false, showsDuration: false)
    let json = renderer.octets(of: report)
    promise(renderer.octets(of: again) == json, "the same world gives the same octets")
    promise((try? JSONSerialization.jsonObject(with: Data(json))) != nil, "a report is JSON")
    for detail in [TextRenderer.Detail.quiet, .normal, .verbose] {
      for isColoured in [false, true] {
        let page = TextPage(width: isColoured ? 20 : 80, isColoured: isColoured)
        let text = TextRenderer(page: page, detail: detail, showsDuration: false).octets(of: report)
        let isClean = text.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || isColoured && $0 == 0x1B }
        promise(isClean, "nothing that a stranger publishes reaches the terminal as a control character")
      }
    }
  }
}
