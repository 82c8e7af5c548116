import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission

extension ClientServiceSurvey {
  /// Asks for the SRV records at once, and only where there are some for what they lead to. Few domains have any:
  /// `_tcp` above them is asked first, below which there is nothing when it does not exist (RFC 8020 §2).
  static func gather(
    _ domain: DomainName, options: SurveyOptions, with instruments: Instruments, using resolver: any Resolver
  ) async -> ClientServiceSurvey {
    let nothing = ClientServiceSurvey(services: [], hosts: [:], secured: [], time: options.time ?? 0)
    guard options.scope.contains(.clients) else { return nothing }
    let services = await services(of: domain, using: resolver)
    let hosts = Array(Set(services.flatMap { $0.records.map(\.target) }.filter { !$0.isRoot }).sorted())
      .prefix(ClientServiceLimits.hosts)
    if hosts.isEmpty {
      return ClientServiceSurvey(services: services, hosts: [:], secured: [], time: options.time ?? 0)
    }
    async let tlsa = tlsa(services, at: Set(hosts), using: resolver)
    let pairs = await AddressPair.gather(Array(hosts), limit: hosts.count, using: resolver)
    let known = Dictionary(zip(hosts, pairs.map { ServiceHost(answers: [$0.ipv4, $0.ipv6]) })) { first, _ in first }
    let secured = await secured(await tlsa, services, known, options, instruments)
    return ClientServiceSurvey(services: services, hosts: known, secured: secured, time: options.time ?? 0)
  }

  private static func services(of domain: DomainName, using resolver: any Resolver) async -> [ClientService] {
    let names = ClientService.Kind.allCases.compactMap { kind in
      domain.prefixed(with: kind.rawValue).map { (kind, $0) }
    }
    guard let above = domain.prefixed(with: "_tcp"), !names.isEmpty else { return [] }
    let sign = await resolver.answer(to: above, .srv)
    guard sign.namesBelow == .possible else {
      return names.map { ClientService(kind: $0.0, answer: sign, records: []) }
    }
    let answers = await resolver.answers(to: names.map { DNSQuestion($0.1, .srv) })
    return zip(names, answers).map { name, answer in
      let records = answer.records.compactMap { ServiceRecord($0.data) }
      return ClientService(
        kind: name.0, answer: answer, records: records.sorted { ($0.priority, $0.target) < ($1.priority, $1.target) })
    }
  }

  private typealias Found = (kind: ClientService.Kind, record: ServiceRecord, answer: DNSAnswer)

  /// The TLSA records of submission servers, where there are some or nobody can tell (RFC 7673 §3.3).
  private static func tlsa(
    _ services: [ClientService], at hosts: Set<DomainName>, using resolver: any Resolver
  ) async -> [Found] {
    let meant = services.filter { $0.kind != .imaps }.flatMap { service in
      service.records.filter { hosts.contains($0.target) }.map { (service.kind, $0) }
    }
    let questions = meant.map { TLSAName.question(port: $0.1.port, of: $0.1.target) }
    let asked = zip(meant, questions).compactMap { place, question in question.map { (place, $0) } }
    let answers = await resolver.answers(to: asked.map(\.1))
    return zip(asked, answers).map { ($0.0.0, $0.0.1, $1) }.filter { found in
      found.answer.failure != nil || !TLSARecord.records(of: found.answer).isEmpty
    }
  }

  private static func secured(
    _ found: [Found], _ services: [ClientService], _ hosts: [DomainName: ServiceHost], _ options: SurveyOptions,
    _ instruments: Instruments
  ) async -> [SecuredService] {
    if found.isEmpty { return [] }
    let verdicts = await verdicts(found, services, hosts, instruments.validator)
    var result: [SecuredService] = []
    for (kind, record, answer) in found {
      let lookup = TLSALookup(
        base: record.target, answer: answer, verdict: verdicts[answer.question],
        records: TLSARecord.records(of: answer))
      let ways = [services.first { $0.kind == kind }?.answer.question, answer.question].compactMap(\.self)
      let session = await session(kind, record, hosts[record.target], lookup, options, instruments.mailServers)
      result.append(
        SecuredService(
          kind: kind, record: record, lookup: lookup, security: DANESurvey.worst(ways.map { verdicts[$0] }),
          session: session))
    }
    return result
  }

  private static func verdicts(
    _ found: [Found], _ services: [ClientService], _ hosts: [DomainName: ServiceHost],
    _ validator: (any DNSSECValidator)?
  ) async -> [DNSQuestion: DNSSECVerdict] {
    guard let validator else { return [:] }
    let questions = Set(found.map(\.answer.question) + services.map(\.answer.question)).sorted()
    return Dictionary(zip(questions, await validator.verdicts(on: questions))) { first, _ in first }
  }

  /// One conversation at the first address, where somebody may connect and there is something to compare.
  private static func session(
    _ kind: ClientService.Kind, _ record: ServiceRecord, _ host: ServiceHost?, _ lookup: TLSALookup,
    _ options: SurveyOptions, _ access: (any MailServerAccess)?
  ) async -> SMTPSession? {
    guard let access, let address = host?.addresses.first, !lookup.compared.isEmpty else { return nil }
    var plan = SMTPClient.Plan(clientName: options.heloName?.description ?? MailServerLimits.clientName)
    plan.security = kind == .submissions ? .implicit : .offered
    var endpoint = SMTPEndpoint(
      address: address, port: record.port, tls: .lenient(serverName: record.target.serverName))
    endpoint.deadline = .now + ClientServiceLimits.time
    return await access.converse(plan, at: endpoint)
  }
}
