public import AuditModel
import DNS
import OpenSSLKit
public import SMTPSubmission
public import Survey

/// A submission server in a small world, and what a check says of it. It documents the check, and it runs as a test
/// through the real state machine and the real survey.
public struct SubmissionExample: Sendable {
  /// The verdict on this server.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The servers at 192.0.2.25 by port; nothing listens on the others.
  public let servers: [UInt16: StagedMailServer]
  /// The world as zone text, `example.org` being its origin. The server is `mail.example.org`.
  public let zone: String
  /// What is tried: `mail.example.org` on port 587 with STARTTLS unless the example says otherwise.
  public let options: SubmissionOptions

  /// Makes an example of one server on port 587; `configure` sets what is tried.
  public init(
    _ verdict: Verdict, _ title: String, _ server: StagedMailServer? = .submission(), zone: String = Self.host,
    configure: (inout SubmissionOptions) -> Void = { _ in }
  ) {
    self.init(verdict, title, servers: server.map { [587: $0] } ?? [:], zone: zone, configure: configure)
  }

  /// Makes an example of servers on several ports.
  public init(
    _ verdict: Verdict, _ title: String, servers: [UInt16: StagedMailServer], zone: String = Self.host,
    configure: (inout SubmissionOptions) -> Void = { _ in }
  ) {
    self.verdict = verdict
    self.title = title
    self.servers = servers
    self.zone = zone
    let host = SubmissionTarget.Host.name("mail.example.org")
    var options = SubmissionOptions(
      SubmissionTarget(host, port: 587, security: .offered), clientName: "app.example.org")
    options.time = ExampleCertificates.time
    configure(&options)
    self.options = options
  }

  /// Zone text with the server and the client.
  public static let host = "mail A 192.0.2.25\napp A 192.0.2.80"

  /// What is tried, as it is written on the command line.
  var settings: [String] {
    var settings = ["--tls \(options.target.security.rawValue)", "--helo \(options.clientName)"]
    if let name = options.userName { settings.append("--user \(name)") }
    if let envelope = options.envelope {
      settings.append("--from \(envelope.sender)")
      settings += envelope.recipients.map { "--to \($0)" }
    }
    if let foreign = options.foreignSender { settings.append("--foreign-from \(foreign)") }
    if options.clientCertificate != nil { settings.append("--client-cert FILE --client-key FILE") }
    if options.scansPorts { settings.append("--scan-ports") }
    return settings
  }
}

extension StagedMailServer {
  /// A good submission server, changed by `configure`.
  public static func submission(_ configure: (inout StagedMailServer) -> Void = { _ in }) -> StagedMailServer {
    StagedMailServer {
      $0.greeting = ["220 mail.example.org ESMTP"]
      $0.ehlo = ["250-mail.example.org", "250 STARTTLS"]
      $0.ehloInTLS = ["250-mail.example.org", "250-SIZE 52428800", "250 AUTH SCRAM-SHA-256 PLAIN"]
      configure(&$0)
    }
  }
}

/// A login that an example plays: it says the same whatever is asked, and holds no secret.
public struct StagedLogin: SMTPLogin {
  /// Starts nothing.
  public init() {}

  /// Takes PLAIN inside TLS only.
  public mutating func begin(_ offer: LoginOffer) -> LoginMove {
    guard offer.isEncrypted, offer.isVerified != false else {
      return .withhold("no password leaves over a connection that is not encrypted and verified")
    }
    guard offer.mechanisms.contains("PLAIN") else { return .withhold("no mechanism of the server can be used") }
    return .say(wire: Secret("AUTH PLAIN AGV4YW1wbGU=\r\n"), shown: "AUTH PLAIN [redacted]")
  }

  /// Has nothing more to say.
  public mutating func answer(_ challenge: String) -> LoginMove { .withhold("PLAIN knows no challenge") }

  /// Believes every server.
  public func objection() -> String? { nil }

  /// Hides nothing: there is no secret.
  public func shown(_ line: String) -> String { line }
}
