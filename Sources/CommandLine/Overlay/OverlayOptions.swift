import ArgumentParser
import AuditModel
import DNS
import LDNSKit

/// Records that are proposed, over those that are there.
struct OverlayOptions: ParsableArguments {
  @Option(
    name: .customLong("overlay"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      What if: zone text with proposed records (repeatable). Each name and type that it has takes the place of what DNS \
      has there; the rest stays. Everything is looked at twice, and the report shows which checks change. DNSSEC is judged \
      as it is now.
      """, valueName: "file"))
  var files: [String] = []

  /// The records; nil when none are proposed.
  func zone(origin: DomainName?) throws(ErrorLine) -> ProposedRecords? {
    if files.isEmpty { return nil }
    var zones: [Zone] = []
    for file in files {
      let result = ZoneText.load(file, origin: origin, files: Console.current.keptFiles)
      if let fault = result.faults.first {
        let more = result.faults.count > 1 ? " (and \(result.faults.count - 1) more faults)" : ""
        throw ErrorLine("\(fault.file):\(fault.line):\(fault.column)", fault.message + more, .inputOutput)
      }
      if result.zone.records.isEmpty { throw ErrorLine("--overlay \(file)", "holds no record") }
      zones.append(result.zone)
    }
    return ProposedRecords(zones)
  }
}
