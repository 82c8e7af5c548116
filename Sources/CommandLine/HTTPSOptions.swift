import ArgumentParser
import Audit
import HTTPSTransport
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

  /// Adds what fetches files to `instruments`. Over zone text alone nothing is fetched: what the network holds is not
  /// what the text will lead to.
  func equip(_ instruments: Instruments, isZoneText: Bool, time: Int) -> Instruments {
    var result = instruments
    if isOff {
      result.https = NoHTTPS(because: "--no-https forbids it")
    } else if isZoneText {
      result.https = NoHTTPS(because: "zone text alone is looked at (--resolver asks the network too)")
    } else {
      result.https = LiveHTTPSFetcher(
        trust: TrustStore.system, userAgent: "mailaudit/\(mailauditVersion)", time: time)
    }
    return result
  }
}
