import ArgumentParser
import Audit
import AuditModel
import HTTPS
import HTTPSTransport
import LDNSKit
import OpenSSLKit
import Survey

/// Whether files are fetched over HTTPS: the policy of MTA-STS, the logo and the certificate of BIMI.
struct HTTPSOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-https"),
    help: """
      Fetch nothing over HTTPS. Without this flag the policy of MTA-STS and the files of BIMI are fetched when a record \
      announces them, one request each.
      """)
  var isOff = false

  @Option(
    name: .customLong("vmc-roots"),
    help: ArgumentHelp(
      "The roots of mark authorities, in PEM form: what the certificates of BIMI have to lead to.", valueName: "file"))
  var markRoots: String?

  /// Puts the roots into the options of a survey; throws when their file cannot be read.
  func apply(to options: inout SurveyOptions) throws(ErrorLine) {
    guard let file = markRoots else { return }
    let octets: [UInt8]
    do {
      octets = try Console.current.keptFiles.octets(of: file, within: nil)
    } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
    let roots = (try? Certificate.readPEM(String(decoding: octets, as: UTF8.self))) ?? []
    guard !roots.isEmpty else { throw ErrorLine(file, "has no certificate in PEM form", .inputOutput) }
    options.markRoots = roots
  }

  /// Adds what fetches files to `instruments`. Over zone text alone nothing is fetched: what the network holds is not
  /// what the text will lead to. Servers are judged at the present time, however old zone text is.
  func equip(_ instruments: Instruments, isZoneText: Bool) -> Instruments {
    var result = instruments
    let off = NoHTTPS(because: "--no-https forbids it")
    result.https = isOff ? Console.current.evidence.fetcher(off) : Self.fetcher(isZoneText: isZoneText)
    return result
  }

  /// What sends requests over HTTPS, unless zone text alone is looked at.
  static func fetcher(isZoneText: Bool) -> any HTTPSFetcher {
    let evidence = Console.current.evidence
    if isZoneText {
      return evidence.fetcher(NoHTTPS(because: "zone text alone is looked at (--resolver asks the network too)"))
    }
    return evidence.fetcher(
      LiveHTTPSFetcher(
        trust: TrustStore.system, userAgent: "mailaudit/\(mailauditVersion)", time: Console.current.now))
  }
}
