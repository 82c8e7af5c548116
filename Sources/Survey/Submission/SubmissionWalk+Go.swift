import DNS
import Providers
public import SMTPSubmission

extension SubmissionWalk {
  /// Has the conversations: all that was asked for at the first address that takes connections, a look at the others.
  static func go(
    _ options: SubmissionOptions, to addresses: [IPAddress], with access: any MailServerAccess
  ) async -> SubmissionWalk {
    let visitor = SubmissionVisitor(options: options, access: access, deadline: .now + SubmissionLimits.time)
    var walk = SubmissionWalk()
    async let scan = visitor.scan(addresses.first)
    var rest = addresses[...]
    while let address = rest.popFirst() {
      walk.visits.append(await visitor.submit(to: address))
      if walk.visits.last?.isConnected == true { break }
    }
    walk.visits += await visitor.look(
      at: rest.map { SubmissionPlace(address: $0, port: options.target.port, security: options.target.security) })
    await walk.lookCloser(visitor)
    walk.scan = await scan
    return walk
  }

  /// Follows up what the first conversation left open.
  private mutating func lookCloser(_ visitor: SubmissionVisitor) async {
    guard let main = visits.first(where: \.isConnected) else { return }
    if main.mayBeWrongMode { otherMode = await visitor.look(at: main.address, port: main.port, main.security.other) }
    if main.isPutOff, !main.hasSent, let patience = visitor.options.patience {
      await visitor.access.wait(min(patience, SubmissionLimits.patience))
      let late = SubmissionVisitor(
        options: visitor.options, access: visitor.access, deadline: .now + SubmissionLimits.time)
      retry = await late.submit(to: main.address)
    }
    if visitor.options.inspectsTLS, main.session.tls != nil { inspection = await visitor.inspect(main) }
  }
}

extension SubmissionWalk {
  /// The addresses that the server tells us it sees us at; those of inner networks mean nothing elsewhere.
  var seenAddresses: [IPAddress] {
    Set(visits.compactMap(\.session.clientAddress)).sorted().filter {
      $0.specialPurpose == nil || $0.specialPurpose == .documentation
    }
  }
}

extension SubmissionVisit {
  /// Whether what happened is what happens when one side speaks TLS and the other does not.
  fileprivate var mayBeWrongMode: Bool {
    guard session.tls == nil, let step = session.stop?.step else { return false }
    return step == .handshake && security == .implicit || step == .greeting && security != .implicit
  }

  /// Whether the server says "later": 4xx to a command of the transaction, but no 421, which closes the service.
  public var isPutOff: Bool {
    ownExchanges.contains { $0.reply.replyClass == .transient && $0.reply.code != 421 }
  }

  /// Whether the server took the message: then nothing is sent a second time.
  fileprivate var hasSent: Bool { session.exchanges.contains { $0.step == .message && $0.isTaken } }
}

extension SubmissionVisit {
  /// The transaction with the sender of the settings; those that were tried beside it are left out.
  public var ownExchanges: [SMTPExchange] { transactions.first ?? [] }

  /// The transaction with another sender that was tried beside it; none when it was not reached.
  public func exchanges(ofOtherSender sender: String) -> [SMTPExchange] {
    transactions.dropFirst().first { $0.first?.address == sender } ?? []
  }

  /// The recipients that the sender of the settings may write to.
  public var ownRecipients: Set<String> {
    Set(ownExchanges.filter { $0.step == .recipient && $0.isTaken }.map(\.address))
  }

  /// The transactions: each begins with MAIL.
  private var transactions: [[SMTPExchange]] {
    session.exchanges.reduce(into: []) { transactions, exchange in
      if exchange.step == .mailFrom || exchange.step == .nullSender { transactions.append([]) }
      if !transactions.isEmpty { transactions[transactions.count - 1].append(exchange) }
    }
  }
}

extension SMTPClient.Plan.Security {
  /// The mode that the port may speak instead.
  fileprivate var other: SMTPClient.Plan.Security { self == .implicit ? .offered : .implicit }
}

extension SubmissionVisitor {
  /// Looks at the usual ports in both modes.
  fileprivate func scan(_ address: IPAddress?) async -> [SubmissionVisit] {
    guard options.scansPorts, let address else { return [] }
    let places = SubmissionPorts.scanned(for: options.target).flatMap { port in
      [SMTPClient.Plan.Security.offered, .implicit].map {
        SubmissionPlace(address: address, port: port, security: $0)
      }
    }
    return await ConversationScope.within("scan") { await look(at: places) }
  }

  /// Looks at several places, some of them at the same time.
  fileprivate func look(at places: [SubmissionPlace]) async -> [SubmissionVisit] {
    await places.mapInParallel(atMost: SubmissionLimits.parallel) { place in
      await look(at: place.address, port: place.port, place.security)
    }
  }

  /// Tries versions, keys and ciphers one by one.
  fileprivate func inspect(_ visit: SubmissionVisit) async -> MailServerObservation? {
    guard let name = options.target.host.name else { return nil }
    var probe = MailServerProbe(host: name, address: visit.address, port: visit.port, clientName: options.clientName)
    (probe.security, probe.login) = (visit.security, options.login)
    return await probe.run(with: access, at: options.time, until: deadline)
  }
}

/// Where to look, and in which mode of TLS.
private struct SubmissionPlace: Sendable {
  let address: IPAddress
  let port: UInt16
  let security: SMTPClient.Plan.Security
}

/// The ports that submission servers use.
enum SubmissionPorts {
  /// SMTP, implicit TLS (RFC 8314 §7.3), submission (RFC 6409 §3.1), and what many providers have where 25 is blocked.
  static let usual: [UInt16] = [25, 465, 587, 2525]

  /// Ports of a provider that are scanned beside them: the most that anybody serves is four.
  static let providerPorts = 6

  /// The usual ones, that of the settings, and those that the provider of the host is known to serve.
  static func scanned(for target: SubmissionTarget) -> [UInt16] {
    let services = target.host.name.map { SubmissionDirectory.services(ofHost: $0) } ?? []
    let known = services.first?.host.ports.compactMap { UInt16(exactly: $0.number) } ?? []
    let others = ([target.port] + known).reduce(into: [UInt16]()) { ports, port in
      if !usual.contains(port), !ports.contains(port) { ports.append(port) }
    }
    return usual + others.prefix(1 + providerPorts)
  }
}
