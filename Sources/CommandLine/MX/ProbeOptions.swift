import ArgumentParser
import AuditModel
import OpenSSLKit
import SMTPSubmission

/// Whether mail servers are asked, and by which roots their certificates are judged.
struct ProbeOptions: ParsableArguments {
  @Flag(
    name: .customLong("probe-mx"),
    help: """
      Connect to port 25 of every address of the mail servers, and look at SMTP, TLS and certificates. Many networks \
      block that port.
      """)
  var probeMX = false

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Trusted roots in PEM form, in place of those of the system.", valueName: "file"))
  var caFile: String?

  /// Talks to the servers; nil when nobody asked for that.
  func access() throws(ErrorLine) -> (any MailServerAccess)? { probeMX ? try network() : nil }

  /// Talks to the servers whether it was asked for or not.
  func network() throws(ErrorLine) -> any MailServerAccess {
    Console.current.mailServers(try RootsFile.trustStore(caFile))
  }
}
