import ArgumentParser
import AuditModel
import LDNSKit
import RouteOrigins
import Survey

/// What the DNS does not tell about a domain and its hosts.
struct BackgroundOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day on which the domain was registered (YYYY-MM-DD).", valueName: "date"))
  var registered: String?

  @Option(help: ArgumentHelp("The day on which the registration of the domain runs out.", valueName: "date"))
  var expires: String?

  @Option(
    help: ArgumentHelp(
      """
      Validated ROA payloads (RPKI) as rpki-client or Routinator export them, CSV or JSON: tells whether the addresses \
      of MX hosts and name servers are covered.
      """, valueName: "file"))
  var rpkiVrps: String?

  /// Puts what is told into the options of a survey.
  func apply(to options: inout SurveyOptions) throws(ErrorLine) {
    options.registered = try Self.day(registered, "--registered")
    options.expires = try Self.day(expires, "--expires")
    if let rpkiVrps { options.routeOrigins = try Self.payloads(rpkiVrps) }
  }

  private static func day(_ text: String?, _ option: String) throws(ErrorLine) -> CivilDay? {
    guard let text else { return nil }
    guard let day = CivilDay(text) else { throw ErrorLine("\(option) \(text)", "is no day (write YYYY-MM-DD)") }
    return day
  }

  private static func payloads(_ file: String) throws(ErrorLine) -> ValidatedPayloads {
    let octets: [UInt8]
    do { octets = try Console.current.keptFiles.octets(of: file, within: nil) } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
    do throws(PayloadFault) { return try ValidatedPayloads.parse(octets) } catch {
      throw ErrorLine("\(file):\(error.line)", error.message, .inputOutput)
    }
  }
}
