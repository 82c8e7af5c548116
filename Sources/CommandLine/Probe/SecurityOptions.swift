public import ArgumentParser
import AuditModel
import EvidenceBundle
import LDNSKit
import OpenSSLKit
public import SMTPSubmission
import Survey

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

  @Option(
    name: .customLong("client-cert"),
    help: ArgumentHelp(
      "What to show to a server that asks for a certificate: the client's own and its chain, in PEM form.",
      valueName: "file"))
  var clientCertificate: String?

  @Option(
    name: .customLong("client-key"),
    help: ArgumentHelp(
      "The key of --client-cert, in PEM form without a pass phrase; --client-cert itself when it holds both.",
      valueName: "file"))
  var clientKey: String?

  func validate() throws {
    if clientKey != nil, clientCertificate == nil { throw ValidationError("--client-key: needs --client-cert too") }
  }

  /// What is shown to servers that ask for a certificate.
  func identity() throws(ErrorLine) -> ClientCertificate? {
    guard let file = clientCertificate else { return nil }
    if let player = Console.current.evidence.player { return player.clientCertificate }
    let (chain, key) = (try Self.text(file, "--client-cert"), try Self.text(clientKey ?? file, "--client-key"))
    do throws(OpenSSLError) {
      let identity = try TLSClientIdentity(chain: chain, key: key)
      let verdict = TrustStore.system?.verdict(on: identity.chain, at: Console.current.now, isServer: false)
      let isPublic = verdict.map { $0.faults.isEmpty }
      Console.current.evidence.recorder?.add(.clientCertificate(chain: identity.chain, isPublic: isPublic))
      return ClientCertificate(chain: identity.chain, isPublic: isPublic, identity: identity)
    } catch {
      throw ErrorLine("--client-cert \(file)", error.plainReason, .inputOutput)
    }
  }

  private static func text(_ file: String, _ option: String) throws(ErrorLine) -> String {
    do throws(ZoneFileError) {
      return String(decoding: try Console.current.files.octets(of: file, within: nil), as: UTF8.self)
    } catch {
      throw ErrorLine("\(option) \(file)", error.description, .inputOutput)
    }
  }

  /// Talks to the server.
  func access() throws(ErrorLine) -> any MailServerAccess {
    Console.current.mailServers(try RootsFile.trustStore(caFile))
  }
}
