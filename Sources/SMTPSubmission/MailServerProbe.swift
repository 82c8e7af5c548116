public import DNS
import OpenSSLKit
import TLSTransport

/// Looks at one address of a mail server: one conversation that offers everything, then one for each question that a
/// single handshake leaves open. The conversations stand one behind the other: servers limit connections.
public struct MailServerProbe: Sendable {
  /// The name of the host.
  public let host: DomainName
  /// The address.
  public let address: IPAddress
  /// The port.
  public let port: UInt16
  /// The name at the end of the host's aliases; nil when the host is no alias.
  public var aliasEnd: DomainName?
  /// How TLS begins.
  public var security: SMTPClient.Plan.Security {
    get { plan.security }
    set { plan.security = newValue }
  }
  /// A login whose secret the server may know from another conversation: it is kept out of what is shown, and nobody
  /// logs in.
  public var login: (any SMTPLogin)? {
    get { plan.login }
    set { (plan.login, plan.logsIn) = (newValue, false) }
  }

  private var plan: SMTPClient.Plan

  /// Takes what to look at, and the name to greet with.
  public init(host: DomainName, address: IPAddress, port: UInt16 = 25, clientName: String) {
    self.host = host
    self.address = address
    self.port = port
    plan = SMTPClient.Plan(clientName: clientName)
  }

  /// Looks, until `deadline` at most; what there was no time for is unknown.
  ///
  /// - Parameters:
  ///   - access: has the conversations.
  ///   - time: seconds since 1970, UTC, to judge certificates at.
  ///   - deadline: when the last conversation ends.
  /// - Returns: what was seen.
  public func run(
    with access: any MailServerAccess, at time: Int, until deadline: ContinuousClock.Instant
  ) async -> MailServerObservation {
    let first = await access.converse(plan, at: endpoint(until: deadline))
    var observation = MailServerObservation(host: host, address: address, port: port, session: first)
    if let facts = first.tls {
      let attempts = Attempts(probe: self, access: access, deadline: deadline)
      await attempts.versions(&observation, facts)
      await attempts.keys(&observation, facts)
      await attempts.weaknesses(&observation)
      await attempts.hybrid(&observation)
      await attempts.aliasEnd(&observation)
    }
    observation.judge(by: access, at: time)
    return observation
  }

  fileprivate func endpoint(
    until deadline: ContinuousClock.Instant, _ configure: (inout TLSClientConfiguration) -> Void = { _ in }
  ) -> SMTPEndpoint {
    var configuration = TLSClientConfiguration.lenient(serverName: host.serverName)
    configure(&configuration)
    var endpoint = SMTPEndpoint(address: address, port: port, tls: configuration)
    endpoint.deadline = deadline
    return endpoint
  }

  /// One handshake under a condition.
  fileprivate func attempt(
    with access: any MailServerAccess, until deadline: ContinuousClock.Instant,
    _ configure: (inout TLSClientConfiguration) -> Void
  ) async -> TLSAttempt {
    TLSAttempt(await access.converse(plan, at: endpoint(until: deadline, configure)))
  }
}

extension DomainName {
  /// The name as SNI carries it: without final dot (RFC 6066 §3).
  public var serverName: String {
    let text = description
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension TLSAttempt {
  /// What a conversation says of its handshake. A server that says no in the words of TLS has refused. Silence says
  /// nothing; nor does a connection that breaks, which may be too many of them, nor what our own OpenSSL cannot do.
  init(_ session: SMTPSession) {
    if let facts = session.tls {
      self = .accepted(facts)
      return
    }
    guard let stop = session.stop, stop.step == .handshake, case .connection(let failure) = stop.reason else {
      self = .unknown(session.stop?.description ?? "STARTTLS was not offered in this conversation")
      return
    }
    if case .tls(let error) = failure, error.isRefusal {
      self = .refused(failure.description)
    } else {
      self = .unknown(stop.description)
    }
  }
}

/// The questions that the first handshake leaves open.
private struct Attempts {
  let probe: MailServerProbe
  let access: any MailServerAccess
  let deadline: ContinuousClock.Instant

  private func attempt(_ configure: (inout TLSClientConfiguration) -> Void) async -> TLSAttempt {
    await probe.attempt(with: access, until: deadline, configure)
  }

  /// The first handshake offered all versions, and a server takes the highest that it knows: those above are refused.
  func versions(_ observation: inout MailServerObservation, _ facts: TLSFacts) async {
    for version in TLSVersion.allCases.reversed() {
      if version == facts.version {
        observation.versions[version] = .accepted(facts)
      } else if version > facts.version {
        observation.versions[version] = .refused("\(facts.version) was chosen where \(version) was offered")
      } else {
        observation.versions[version] = await attempt {
          ($0.minimumVersion, $0.maximumVersion) = (version, version)
        }
      }
    }
  }

  func keys(_ observation: inout MailServerObservation, _ facts: TLSFacts) async {
    for key in TLSClientConfiguration.ServerKey.allCases {
      let isSeen = facts.chain.first.map { key == .rsa ? $0.isRSA : $0.isEC } ?? false
      observation.keys[key] = isSeen ? .accepted(facts) : await attempt { $0.serverKey = key }
    }
  }

  func weaknesses(_ observation: inout MailServerObservation) async {
    guard case .accepted? = observation.versions[.tls12] else { return }
    for weakness in TLSWeakness.allCases {
      observation.weaknesses[weakness] = await attempt {
        ($0.minimumVersion, $0.maximumVersion) = (.tls12, .tls12)
        $0.ciphers = weakness.ciphers
      }
    }
  }

  func aliasEnd(_ observation: inout MailServerObservation) async {
    guard let name = probe.aliasEnd, name != probe.host else { return }
    observation.aliasEnd = (name, await attempt { $0.serverName = name.serverName })
  }

  func hybrid(_ observation: inout MailServerObservation) async {
    guard case .accepted? = observation.versions[.tls13] else { return }
    guard access.offersHybrid else {
      observation.hybrid = .unknown("the OpenSSL of this machine has no ML-KEM (it came with 3.5)")
      return
    }
    observation.hybrid = await attempt { $0.groups = TLSGroups.hybridFirst }
  }
}

extension MailServerObservation {
  /// Judges every chain for the name of the host.
  mutating func judge(by access: any MailServerAccess, at time: Int) {
    guard access.hasRoots else { return }
    let name = host.serverName
    let judged = chains.compactMap { chain in access.verdict(on: chain, at: time, for: name).map { (chain, $0) } }
    verdicts = Dictionary(uniqueKeysWithValues: judged)
  }
}
