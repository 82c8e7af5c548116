import ArgumentParser
import Survey

/// Which web servers are asked that no receiver of mail asks: collectors of reports, and the sites of sending hosts.
struct WebProbeOptions: ParsableArguments {
  @Flag(
    name: .customLong("probe-report-hosts"),
    help: """
      Send one empty POST to each https: collector in the record of TLS-RPT, and look whether it would take a report.
      """)
  var probesReportHosts = false

  @Flag(
    name: .customLong("probe-host-sites"),
    help: """
      Look for an imprint on the web sites of the sending hosts (--ip), as T-Online wants it: at the registered domain, \
      at www, and at the name of the PTR record.
      """)
  var probesHostSites = false

  /// Gives `instruments` what these are asked with: the same that gets other files.
  func equip(_ instruments: Instruments) -> Instruments {
    var result = instruments
    if probesReportHosts { result.reportCollectors = instruments.https }
    if probesHostSites { result.hostSites = instruments.https }
    return result
  }
}
