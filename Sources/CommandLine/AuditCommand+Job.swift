import Audit
import AuditModel
import DNS
import LDNSKit
import Survey

extension AuditCommand {
  /// The job that the options ask for.
  func job() throws -> AuditJob {
    let targets = DomainList.read(domains)
    if evidence.isOn, targets.count != 1 { throw ErrorLine("--save-evidence", "goes with one domain") }
    if !sender.isEmpty, targets.count != 1 { throw ErrorLine(sender.nameOfFirst, "goes with one domain") }
    var job = AuditJob(
      targets: targets, options: try surveyOptions(),
      goal: goal ?? (sender.settings.isEmpty ? .send : .application), areas: areas?.areas, profiles: demands.profiles,
      time: resolver.worldTime ?? Console.current.now, timeout: .seconds(resolver.timeout),
      showsExhibits: output.showsExhibits)
    job.proposes = propose
    if !sender.isEmpty {
      let (sender, probing) = (sender, probing)
      job.combine = { try sender.auditor($0, of: $1) { () throws(ErrorLine) in try probing.network() } }
    }
    return job
  }

  private func surveyOptions() throws(ErrorLine) -> SurveyOptions {
    var options = try facts.surveyOptions()
    try suffixes.apply(to: &options)
    try background.apply(to: &options)
    try https.apply(to: &options)
    try trials.apply(to: &options, connects: probing.probeMX)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    return options
  }

  /// Runs `body` with what answers its questions.
  func withWorld<Value: Sendable>(_ body: @Sendable (AuditWorld) async throws -> Value) async throws -> Value {
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let dnssec = dnssec
    return try await resolver.withResolver(origin: origin) { resolver in
      try await dnssec.withValidator(beside: resolver) { validator in
        try await body(AuditWorld(resolver: resolver, validator: validator, isZoneText: isZoneText))
      }
    }
  }

  /// What relative names of zone text are relative to; nil for several domains.
  private var origin: DomainName? {
    guard domains.count == 1, domains != ["-"] else { return nil }
    return try? DomainArgument.parse(domains[0])
  }

  /// Runs a job, over the proposed records too where there are some.
  func run(
    _ job: AuditJob, in world: AuditWorld, take: (Result<AuditReport, ErrorLine>) throws -> Void
  ) async throws {
    let instruments = try instruments(world.resolver, world)
    guard let proposal = try overlay.zone(origin: origin) else { return try await job.run(instruments, take: take) }
    var compared = job
    compared.before = instruments
    try await compared.run(try self.instruments(proposal.resolver(over: world.resolver), world), take: take)
  }

  /// What the audits look with.
  private func instruments(_ resolver: any Resolver, _ world: AuditWorld) throws -> Instruments {
    var instruments = Instruments(resolver: resolver)
    instruments.authorities = try authorities.client(zones: self.resolver.zone, resolvers: self.resolver.resolver)
    instruments.blockLists = try blockLists.instrument(resolver)
    instruments.mailServers = try probing.access()
    instruments = webProbes.equip(https.equip(instruments, isZoneText: world.isZoneText))
    instruments.validator = world.validator
    return instruments
  }
}
