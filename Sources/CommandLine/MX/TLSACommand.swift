import ArgumentParser
import AuditModel
import DNS
import LDNSKit
import MailAuthentication
import OpenSSLKit
import Reporting
import SMTPSubmission
import Survey

/// `mailaudit tlsa`: the TLSA records to publish for a host.
struct TLSACommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tlsa",
    abstract: "Print the TLSA records to publish for a mail server, from what it shows or from a file.",
    discussion: """
      The records are zone text. 3 1 1 names the key of the server: it stays good as long as the key is kept, whatever \
      the certificate. 2 1 1 names its issuer, an alternative when the key changes with every renewal. For the next \
      key, give its certificate with --certificate and publish both records before the server shows it.

      EXAMPLES
        mailaudit tlsa mail.example.org
        mailaudit tlsa --port 587 mail.example.org
        mailaudit tlsa --certificate fullchain.pem mail.example.org
      """)

  @Argument(help: "The name of the host, as the MX record has it.")
  var host: String

  @Option(help: ArgumentHelp("The port, where the server speaks SMTP with STARTTLS.", valueName: "number"))
  var port: UInt16 = 25

  @Option(help: ArgumentHelp("A chain in PEM form, read instead of asking the server.", valueName: "file"))
  var certificate: String?

  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws {
    let name = try DomainArgument.parse(host)
    let chains: [ShownChain]
    if let certificate {
      chains = [ShownChain(place: certificate, chain: try Self.read(certificate))]
    } else {
      chains = try await shown(by: name)
    }
    var page = TextPage(width: Console.current.width)
    try page.tlsa(chains, at: TLSAName.question(port: port, of: name)?.name ?? name)
    try Console.current.output(page.octets)
  }

  private static func read(_ file: String) throws(ErrorLine) -> [Certificate] {
    let octets: [UInt8]
    do {
      octets = try Console.current.files.octets(of: file, within: nil)
    } catch {
      throw ErrorLine("--certificate \(file)", "\(error)", .inputOutput)
    }
    let chain = try? Certificate.readPEM(String(decoding: octets, as: UTF8.self))
    guard let chain, !chain.isEmpty else {
      throw ErrorLine("--certificate \(file)", "holds no certificate in PEM form", .inputOutput)
    }
    return chain
  }

  /// What every address of the host shows.
  private func shown(by name: DomainName) async throws -> [ShownChain] {
    let (access, port) = (Console.current.mailServers(nil), port)
    let visit = try await resolver.withResolver(origin: name) { resolver in
      await HostVisit.visit(name, port: port, with: access, using: resolver)
    }
    if visit.addresses.isEmpty {
      let cause = visit.failure.map { "its addresses could not be read: \($0)" } ?? "has no address"
      throw ErrorLine(host, cause, .inputOutput)
    }
    let chains = visit.observations.flatMap { seen in seen.chains.map { ShownChain(place: seen.place, chain: $0) } }
    if let stop = visit.observations.first(where: { $0.chains.isEmpty }) {
      let cause = stop.session.stop.map { "\($0)" } ?? "STARTTLS is not offered"
      let line = ErrorLine("\(host) (\(stop.place))", "shows no certificate: \(cause)", .inputOutput)
      if chains.isEmpty { throw line }
      Console.current.writeError(line.text)
    }
    return chains
  }
}

/// A chain, and where it was seen.
struct ShownChain {
  let place: String
  let chain: [Certificate]
}

extension TextPage {
  /// The records for all chains, each once, with what they are for.
  fileprivate mutating func tlsa(_ chains: [ShownChain], at owner: DomainName) throws {
    var told: Set<TLSARecord> = []
    for shown in chains {
      for (place, certificate) in shown.chain.prefix(2).enumerated() {
        let record = try TLSARecord.record(place == 0 ? .endEntity : .trustAnchor, for: certificate)
        guard told.insert(record).inserted else { continue }
        let words =
          place == 0
          ? "\(certificate.keyKind) key shown by \(shown.place), certificate until "
            + certificate.end : "or instead of it its issuer"
        line(Span("; \(words): \(certificate.subject)"))
        line(Span("\(place == 0 ? "" : "; ")\(owner). IN TLSA \(record)"))
      }
    }
  }
}
