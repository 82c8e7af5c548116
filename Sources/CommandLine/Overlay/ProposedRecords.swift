import DNS
import LDNSKit

/// Sets of records that are proposed: each takes the place of the set that a resolver would find (RFC 2181 §5).
struct ProposedRecords: Sendable {
  private let zones: ZoneResolver
  private let sets: Set<DNSQuestion>
  private let aliased: Set<DomainName>
  /// Every proposed name and those above it: none of them can be said not to exist (RFC 8020 §2).
  private let names: Set<DomainName>

  /// Takes the records of zone texts.
  init(_ texts: [Zone]) {
    zones = ZoneResolver(texts, uncovered: .refused)
    let records = texts.flatMap(\.records)
    sets = Set(records.map { DNSQuestion($0.owner, $0.type) })
    aliased = Set(records.filter { $0.type == .cname }.map(\.owner))
    var names: Set<DomainName> = []
    for record in records {
      var next: DomainName? = record.owner
      while let name = next, names.insert(name).inserted { next = name.parent }
    }
    self.names = names
  }

  /// A resolver that answers with the proposed records, and asks `live` for all others.
  func resolver(over live: any Resolver) -> any Resolver { ProposedResolver(proposed: self, live: live) }

  /// The answer of the proposal; nil when it says nothing of the question. An alias of its own may lead out of it: then
  /// its last name is to be asked for.
  fileprivate func answer(_ question: DNSQuestion) -> DNSAnswer? {
    guard sets.contains(question) || aliased.contains(question.name) else { return nil }
    return zones.answer(to: question)
  }

  /// What `answer` says once the proposed names exist.
  fileprivate func adjusted(_ answer: DNSAnswer) -> DNSAnswer {
    guard answer.outcome == .nameError, names.contains(answer.question.name) else { return answer }
    return DNSAnswer(
      question: answer.question, outcome: .noData, aliases: answer.aliases, provenance: answer.provenance)
  }
}

/// Answers with proposed records, and with those of DNS elsewhere.
private struct ProposedResolver: Resolver {
  /// As many aliases are followed out of the proposal and back: resolvers give up after about as many.
  private static let aliases = 8

  let proposed: ProposedRecords
  let live: any Resolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    await answers(to: questions, depth: 0)
  }

  private func answers(to questions: [DNSQuestion], depth: Int) async -> [DNSAnswer] {
    var answers = questions.map { proposed.answer($0) }
    let open = answers.indices.filter { answers[$0] == nil }
    let found = await live.answers(to: open.map { questions[$0] })
    for (index, answer) in zip(open, found) { answers[index] = proposed.adjusted(answer) }
    let result = zip(questions, answers).map { $1 ?? .notAsked($0) }
    guard depth < Self.aliases else { return result }
    // An alias leads from one world into the other.
    let crossing = result.indices.filter { crosses(result[$0], isProposed: !open.contains($0)) }
    return await result.ledOn(at: crossing) { await self.answers(to: $0, depth: depth + 1) }
  }

  private func crosses(_ answer: DNSAnswer, isProposed: Bool) -> Bool {
    guard let alias = answer.aliases.last, case .cname(let target) = alias.data else { return false }
    if isProposed { return answer.records.isEmpty }
    return proposed.answer(DNSQuestion(target, answer.question.type)) != nil
  }
}
