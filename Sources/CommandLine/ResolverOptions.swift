import ArgumentParser
import AuditModel
import DNS
import DNSTransport
import EvidenceBundle
import LDNSKit

/// Who answers the questions.
struct ResolverOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      """
      A resolver to ask instead of those of /etc/resolv.conf (repeatable; port 53 unless given). 'system' stands for \
      those of /etc/resolv.conf.
      """,
      valueName: "address[:port|#port]"))
  var resolver: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      """
      Zone text (RFC 1035) that answers instead of the network (repeatable). Names outside of it count as \
      'could not be looked at', or are asked of --resolver if that is given too.
      """, valueName: "file"))
  var zone: [String] = []

  @Option(name: .long, help: ArgumentHelp("The time for all questions of one audit together.", valueName: "seconds"))
  var timeout = 20

  func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout \(timeout): is to be 1 to 3600 seconds")
    }
  }

  /// The time of a world of zone text: when its newest file changed, so that the same files give the same report; nil
  /// when the network is asked.
  var worldTime: Int? { zone.compactMap(Console.current.changed).max() }

  /// The instant at which a job that begins now ends.
  var deadline: ContinuousClock.Instant { .now + .seconds(timeout) }

  /// Runs `body` with the resolver that the options describe: within the deadline, and on the resolver's own executor
  /// when it has one. What is asked shows on a terminal.
  ///
  /// - Parameters:
  ///   - origin: what relative names of `--zone` files are relative to before their first `$ORIGIN`.
  ///   - adjust: changes what the configuration says of the servers.
  ///   - showsQuestions: whether what is asked shows; a command with a progress of its own shows that.
  ///   - body: asks its questions and gives a result.
  /// - Returns: what `body` gives.
  /// - Throws: what `body` throws, and an ``ErrorLine`` for options that cannot be followed.
  func withResolver<Result: Sendable>(
    origin: DomainName? = nil, adjust: (inout ResolverConfiguration) -> Void = { _ in }, showsQuestions: Bool = true,
    _ body: @Sendable (any Resolver) async throws -> Result
  ) async throws -> Result {
    let evidence = Console.current.evidence
    if let player = evidence.player { return try await body(ReplayingResolver(player)) }
    let zones = zone.isEmpty ? nil : try zoneResolver(origin: origin)
    if let zones, resolver.isEmpty { return try await body(evidence.resolver(zones)) }
    let live = try liveResolver(adjust)
    return try await live.during {
      try await withTaskExecutorPreference(live.executor) {
        try await ResolverDeadline.$current.withValue(deadline) {
          try await Progress.shown(of: showsQuestions ? live : nil) {
            let asked: any Resolver = zones.map { OverlayResolver(zones: $0, beyond: live) } ?? live
            return try await body(evidence.resolver(asked))
          }
        }
      }
    }
  }
}

extension ResolverOptions {
  private func liveResolver(_ adjust: (inout ResolverConfiguration) -> Void) throws(ErrorLine) -> LiveResolver {
    var configuration = try configuration()
    adjust(&configuration)
    do throws(ServerAddressError) {
      return try LiveResolver(configuration)
    } catch {
      throw ErrorLine("--resolver", error.description)
    }
  }

  private func configuration() throws(ErrorLine) -> ResolverConfiguration {
    do throws(ResolverConfigurationError) {
      if resolver.isEmpty || resolver == ["system"] { return try ResolverConfiguration.system() }
    } catch {
      throw ErrorLine("", error.description, .inputOutput)
    }
    var servers: [ServerAddress] = []
    for text in resolver {
      do throws(ServerAddressError) {
        servers.append(try ServerAddress(parsing: text))
      } catch {
        throw ErrorLine("--resolver", error.description)
      }
    }
    return ResolverConfiguration(servers: servers)
  }

  /// Reads the zone files; the first fault of the first bad file is thrown, and says how many there are.
  private func zoneResolver(origin: DomainName?) throws(ErrorLine) -> ZoneResolver {
    var zones: [Zone] = []
    for file in zone {
      let result = ZoneText.load(file, origin: origin, files: Console.current.files)
      if let fault = result.faults.first {
        let more = result.faults.count > 1 ? " (and \(result.faults.count - 1) more faults)" : ""
        throw ErrorLine("\(fault.file):\(fault.line):\(fault.column)", fault.message + more, .inputOutput)
      }
      zones.append(result.zone)
    }
    return ZoneResolver(zones, uncovered: .unknown)
  }
}
