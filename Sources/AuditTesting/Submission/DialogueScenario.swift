import Checks
public import DNS
public import OpenSSLKit
public import SMTPSubmission
public import Survey

/// A submission server of the lab that goes wrong in one way: a dialogue, and what a probe must and must not say.
///
/// The header is made of comments: `; about: TEXT`, `; address: ADDRESS` and `; port: PORT` where the lab plays it,
/// `; tls: starttls|implicit|none` as the settings have it, `; by: address` when the settings name no host,
/// `; helo: NAME`, `; user: NAME`, `; from: ADDRESS`, `; to: ADDRESS`, `; foreign: ADDRESS`, `; wait: yes` for a second attempt,
/// `; certificates: A+B, C` (names of ``ExampleCertificates``; `none` for a server without TLS), `; versions: 1.0-1.2`,
/// `; listens: no`, `; mandatory: CHECK VERDICT, …`, `; forbidden: CHECK VERDICT, …`, and, as often as wanted,
/// `; step: NAME VERDICT` and `; says: TEXT` for what the report must hold.
public struct DialogueScenario: Sendable {
  /// The password of every login.
  public static let password = "Zwiebelkuchen-4711"

  /// The file, without folder and ending.
  public let name: String
  /// What goes wrong, a phrase.
  public let about: String
  /// The address in the lab.
  public let address: IPAddress
  /// The port in the lab.
  public let port: UInt16
  /// How the settings use TLS.
  public let security: SMTPClient.Plan.Security
  /// Whether the settings name the server by its address.
  public let isByAddress: Bool
  /// The name that the client greets with.
  public let clientName: String
  /// Who logs in; nil for nobody.
  public let user: String?
  /// The sender; nil for no transaction.
  public let sender: String?
  /// The recipient.
  public let recipient: String?
  /// An address that the login must not send as; nil for none.
  public let foreignSender: String?
  /// Whether a second attempt is made.
  public let isTriedAgain: Bool
  /// Whether somebody listens.
  public let isListening: Bool
  /// What the server says and does.
  public let dialogue: MailDialogue
  /// What a probe must say.
  public let mandatory: [LabScenario.Demand]
  /// What a probe must not say.
  public let forbidden: [LabScenario.Demand]
  /// The steps that must be there, with their verdicts.
  public let steps: [LabScenario.Demand]
  /// Words that must be found in the report.
  public let words: [String]
  private let certificates: [[String]]
  private let versions: Set<TLSVersion>

  /// Reads a scenario.
  ///
  /// - Throws: ``LabScenario/Mistake``.
  public init(name: String, text: String) throws(LabScenario.Mistake) {
    let header = LabHeader(text)
    guard let address = header.first("address").flatMap({ IPAddress($0) }),
      let port = UInt16(header.first("port") ?? "587"),
      let security = SMTPClient.Plan.Security(rawValue: header.first("tls") ?? "starttls")
    else { throw .init(description: "\(name): no address, or a port or a mode of TLS that is none") }
    self.name = name
    about = header.first("about") ?? ""
    (self.address, self.port, self.security) = (address, port, security)
    isByAddress = header.first("by") == "address"
    clientName = header.first("helo") ?? "wiki.apps.test"
    (user, sender, recipient) = (header.first("user"), header.first("from"), header.first("to"))
    foreignSender = header.first("foreign")
    isTriedAgain = header.first("wait") == "yes"
    isListening = header.first("listens") != "no"
    let list = header.first("certificates") ?? "good+issuer"
    certificates = list == "none" ? [] : list.split(separator: ",").map { $0.split(separator: "+").map(String.init) }
    if certificates.joined().contains(where: { ExampleCertificates.all[$0] == nil }) {
      throw .init(description: "\(name): no such certificate in \(list)")
    }
    versions = header.first("versions").map(LabMailServer.versions) ?? [.tls12, .tls13]
    dialogue = try MailDialogue(lines: text.split(separator: "\n"))
    mandatory = try header.demands("mandatory", name)
    forbidden = try header.demands("forbidden", name)
    steps = try header.stepDemands(name)
    words = header.all("says")
  }

  /// What the server needs to speak TLS; nil when it does not.
  public func identity() throws(OpenSSLError) -> TLSServerIdentity? {
    certificates.isEmpty ? nil : try LabMailServer.identity(certificates, versions, isLax: versions.contains(.tls10))
  }

  /// The name of the server; certificates of the examples name it.
  public var host: DomainName { DomainName("\(name).mailhosts.example") ?? .root }

  /// Plays the server at its place in the lab, or elsewhere.
  public func serve(at address: IPAddress, port: Int) async throws -> DialogueServer {
    try await DialogueServer(dialogue, identity: try identity(), address: "\(address)", port: port)
  }
}

extension DialogueScenario {
  /// The zone of the hosts.
  public static func zone(of scenarios: [DialogueScenario]) -> String {
    let head = """
      ; domain: mailhosts.example
      ; about: the scripted submission servers
      $ORIGIN mailhosts.example.
      $TTL 300
      @ SOA ns hostmaster 1 3600 600 86400 300
      @ NS ns
      ns A 192.0.2.53

      """
    return head + scenarios.map { "\($0.name) A \($0.address)\n" }.joined()
  }

  /// What is tried, when the server is at `port`.
  public func options(port: UInt16, address: IPAddress) -> SubmissionOptions {
    let host = isByAddress ? SubmissionTarget.Host.address(address) : .name(self.host)
    var options = SubmissionOptions(
      SubmissionTarget(host, port: port, security: security), clientName: clientName)
    if let sender {
      options.envelope = SMTPEnvelope(sender: sender, recipients: recipient.map { [$0] } ?? [])
      (options.triesNullSender, options.foreignSender) = (true, foreignSender)
    }
    return options
  }
}

extension DialogueScenario: CustomStringConvertible {
  /// The name and what goes wrong.
  public var description: String { "\(name): \(about)" }
}
