public import DNS
public import OpenSSLKit
public import SMTPSubmission

/// One conversation with one address of a submission server.
public struct SubmissionVisit: Sendable {
  /// The address.
  public let address: IPAddress
  /// The port.
  public let port: UInt16
  /// How TLS was used.
  public let security: SMTPClient.Plan.Security
  /// What was seen.
  public let session: SMTPSession

  /// Whether somebody spoke SMTP: in clear text or inside TLS.
  public var isGreeted: Bool { session.greeting?.code == 220 }

  /// Whether there was a TCP connection.
  public var isConnected: Bool { session.stop?.step != .connect }

  /// The address, and the port.
  public var place: String { address.description(port: port) }
}

/// Has conversations with a submission server.
struct SubmissionVisitor: Sendable {
  let options: SubmissionOptions
  let access: any MailServerAccess
  let deadline: ContinuousClock.Instant

  /// Greets, starts TLS and looks at what is offered.
  func look(
    at address: IPAddress, port: UInt16, _ security: SMTPClient.Plan.Security
  ) async -> SubmissionVisit {
    var plan = plan(security)
    // Nobody logs in here, and the server may know the password from the conversation before.
    (plan.login, plan.logsIn) = (options.login, false)
    return await converse(with: address, port, plan)
  }

  /// Does all that was asked for.
  func submit(to address: IPAddress) async -> SubmissionVisit {
    var plan = plan(options.target.security)
    plan.login = options.login
    plan.envelope = options.envelope
    let others = (options.triesNullSender ? [""] : []) + [options.foreignSender].compactMap(\.self)
    plan.moreEnvelopes = others.map { SMTPEnvelope(sender: $0, recipients: options.envelope?.recipients ?? []) }
    return await converse(with: address, options.target.port, plan)
  }

  private func plan(_ security: SMTPClient.Plan.Security) -> SMTPClient.Plan {
    var plan = SMTPClient.Plan(clientName: options.clientName)
    plan.security = security
    return plan
  }

  private func converse(
    with address: IPAddress, _ port: UInt16, _ plan: SMTPClient.Plan
  ) async -> SubmissionVisit {
    var endpoint = SMTPEndpoint(address: address, port: port, tls: .lenient(serverName: options.target.serverName))
    endpoint.tls.identity = options.clientCertificate?.identity
    endpoint.trust = access.trustStore.map {
      ChainTrust($0, identity: options.target.identity, time: options.time)
    }
    endpoint.timeouts = options.timeouts
    endpoint.deadline = deadline
    return SubmissionVisit(
      address: address, port: port, security: plan.security, session: await access.converse(plan, at: endpoint))
  }
}

extension SubmissionTarget {
  /// The name that is asked for (SNI); an address is none (RFC 6066 §3).
  var serverName: String? { host.name?.serverName }

  /// Whom its certificate has to be for.
  public var identity: ServerIdentity {
    switch host {
    case .name(let name): .name(name.serverName)
    case .address(let address): .address(address.octets)
    }
  }
}
