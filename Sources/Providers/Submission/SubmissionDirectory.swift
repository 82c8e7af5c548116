public import DNS

/// What is known of submitting mail through providers.
///
/// The facts are one text in the binary, read when somebody asks for the first time: nothing is built at start.
public enum SubmissionDirectory {
  /// All providers with their facts.
  public static let all: [SubmissionFacts] = SubmissionFactsReader(shipped).providers

  /// The facts about the provider with the short name `id`.
  public static func facts(ofProvider id: String) -> SubmissionFacts? { positions.byID[id].map { all[$0] } }

  /// The providers with the short name, another name or the name `text`, in any case.
  public static func providers(named text: String) -> [SubmissionFacts] {
    let wanted = text.lowercased()
    if let exact = facts(ofProvider: wanted) { return [exact] }
    return all.filter { $0.name.lowercased() == wanted || $0.aliases.contains { $0.lowercased() == wanted } }
  }

  /// The providers that give addresses of `domain` to their users.
  public static func providers(ofMailboxDomain domain: DomainName) -> [SubmissionFacts] {
    (positions.byDomain[domain] ?? []).map { all[$0] }
  }

  /// The submission servers that `name` is one of, those with the closest pattern first.
  public static func services(ofHost name: DomainName) -> [SubmissionService] {
    let labels = Array(name.labels.reversed())
    var found: [(service: SubmissionService, closeness: Int)] = []
    for place in positions.byKey[NamePattern.key(of: name)] ?? [] {
      let facts = all[place.provider]
      let host = facts.hosts[place.host]
      guard let closeness = host.closeness(to: labels) else { continue }
      found.append((SubmissionService(provider: facts, host: host), closeness))
    }
    return found.enumerated().sorted { ($1.element.closeness, $0.offset) < ($0.element.closeness, $1.offset) }
      .map(\.element.service)
  }

  private static let positions = Positions(all)
}

/// A submission server, and whose it is.
public struct SubmissionService: Sendable, Hashable {
  /// The provider.
  public let provider: SubmissionFacts
  /// The server.
  public let host: SubmissionHost
}

/// Where facts stand in the directory.
private struct Positions: Sendable {
  var byID: [String: Int] = [:]
  var byDomain: [DomainName: [Int]] = [:]
  /// By the last two labels of the patterns of hosts.
  var byKey: [DomainName: [Place]] = [:]

  struct Place: Sendable, Hashable {
    let provider: Int
    let host: Int
  }

  init(_ all: [SubmissionFacts]) {
    for (number, facts) in all.enumerated() {
      byID[facts.id] = number
      for domain in facts.mailboxDomains.compactMap({ DomainName($0) }) { byDomain[domain, default: []].append(number) }
      for (place, host) in facts.hosts.enumerated() {
        for key in Set(host.patterns.map(\.key)) {
          byKey[key, default: []].append(Place(provider: number, host: place))
        }
      }
    }
  }
}
