import DNS
import DNSTransport

extension [DNSAnswer] {
  /// The answers, those at `places` led on: the names that their aliases end at, or that they ask for, are asked of `ask`.
  func ledOn(at places: [Int], by ask: ([DNSQuestion]) async -> [DNSAnswer]) async -> [DNSAnswer] {
    if places.isEmpty { return self }
    var result = self
    let further = await ask(places.map { DNSQuestion(self[$0].canonicalName, self[$0].question.type) })
    for (index, answer) in zip(places, further) {
      result[index] = DNSAnswer(
        question: self[index].question, outcome: answer.outcome, aliases: self[index].aliases + answer.aliases,
        provenance: answer.provenance)
    }
    return result
  }
}

extension LiveResolver {
  /// Runs `body`, and shuts the resolver down behind it, whether it fails or not.
  func during<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    do {
      let result = try await body()
      await shutDown()
      return result
    } catch {
      await shutDown()
      throw error
    }
  }
}
