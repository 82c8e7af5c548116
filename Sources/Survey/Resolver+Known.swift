import DNS

extension Resolver {
  /// The answers that `known` has, and those of this resolver for all other questions, in the order of the questions.
  func answers(
    to questions: [DNSQuestion], unless known: (DNSQuestion) -> DNSAnswer?
  ) async -> [DNSAnswer] {
    let found = questions.map(known)
    let missing = zip(questions, found).filter { $0.1 == nil }.map(\.0)
    var fresh = (missing.isEmpty ? [] : await answers(to: missing)).makeIterator()
    return zip(questions, found).map { $1 ?? fresh.next() ?? .notAsked($0.name, $0.type) }
  }
}
