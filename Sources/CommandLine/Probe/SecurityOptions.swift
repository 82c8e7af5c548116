public import ArgumentParser
import AuditModel
import OpenSSLKit
public import SMTPSubmission

extension SMTPClient.Plan.Security: ExpressibleByArgument {}

/// How TLS is used at a submission server, and by which roots its certificate is judged.
struct SecurityOptions: ParsableArguments {
  @Option(
    name: .customLong("tls"),
    help: """
      How TLS is used: starttls where it is offered, implicit from the first octet, none. Without the option 465 is \
      implicit, and every other port STARTTLS.
      """)
  var mode: SMTPClient.Plan.Security?

  @Flag(
    name: .customLong("tls-versions"),
    help: "Try versions, kinds of keys and ciphers of TLS one by one: some ten more connections.")
  var inspects = false

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Trusted roots in PEM form, in place of those of the system.", valueName: "file"))
  var caFile: String?

  /// Talks to the server.
  func access() throws(ErrorLine) -> any MailServerAccess {
    Console.current.mailServers(try RootsFile.trustStore(caFile))
  }
}
