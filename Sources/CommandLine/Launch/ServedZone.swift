import ArgumentParser
import DNS
import DNSTransport

/// Asks a server that holds a zone which nothing is delegated to yet, and another resolver about all other names.
///
/// What the server does not know of its own zone is not looked for elsewhere: there stands what is to be replaced.
struct ServedZone: Resolver {
  let origin: DomainName
  let server: any Resolver
  let beyond: any Resolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let inside = questions.indices.filter { holds(questions[$0].name) }
    let held = await server.answers(to: inside.map { questions[$0] })
    var answers = questions.map { DNSAnswer.notAsked($0) }
    for (index, answer) in zip(inside, held) { answers[index] = answer }
    let outside = answers.indices.filter { !holds(answers[$0].canonicalName) }
    return await answers.ledOn(at: outside, by: beyond.answers)
  }

  private func holds(_ name: DomainName) -> Bool { name.isEqual(toOrBelow: origin) }
}

/// A server that is asked instead of those that the world knows.
struct ServedZoneOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A name server that holds the zone already: the names of the domain are asked of it, all others of the resolver. \
      Nothing is validated with DNSSEC then, for no chain leads there yet.
      """, valueName: "address[:port]"))
  var server: String?

  /// Runs `body` with the names below `origin` answered by the server, if there is one.
  func withServer<Result: Sendable>(
    of origin: DomainName, before resolver: any Resolver, _ body: @Sendable (any Resolver) async throws -> Result
  ) async throws -> Result {
    guard let server else { return try await body(resolver) }
    guard let live = resolver as? LiveResolver else {
      throw ErrorLine("--server", "asks the network, which --zone leaves out")
    }
    let near: LiveResolver
    do throws(ServerAddressError) {
      let address = try ServerAddress(parsing: server)
      near = try LiveResolver(ResolverConfiguration(servers: [address]), beside: live)
    } catch {
      throw ErrorLine("--server", error.description)
    }
    return try await near.during { try await body(ServedZone(origin: origin, server: near, beyond: live)) }
  }
}
