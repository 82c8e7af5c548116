public import DNS

/// A name that a message mentions, and whether the world knows it.
public struct NamedHost: Sendable {
  /// The name.
  public let name: DomainName
  /// Its MX records.
  public let mx: DNSAnswer
  /// Its IPv4 addresses.
  public let ipv4: DNSAnswer
  /// Its IPv6 addresses.
  public let ipv6: DNSAnswer

  /// The three answers.
  public var answers: [DNSAnswer] { [mx, ipv4, ipv6] }

  /// Whether the name leads to a host or takes mail; nil when an answer failed that could have told.
  public var isKnown: Bool? {
    if answers.contains(where: { !$0.records.isEmpty }) { return true }
    return answers.contains { $0.failure != nil } ? nil : false
  }

  /// Asks about all names in one batch.
  static func gather(_ names: [DomainName], using resolver: any Resolver) async -> [DomainName: NamedHost] {
    let unique = Array(Set(names)).sorted().prefix(limit)
    if unique.isEmpty { return [:] }
    let answers = await resolver.answers(
      to: unique.flatMap { [DNSQuestion($0, .mx), DNSQuestion($0, .a), DNSQuestion($0, .aaaa)] })
    var hosts: [DomainName: NamedHost] = [:]
    for (index, name) in unique.enumerated() {
      hosts[name] = NamedHost(
        name: name, mx: answers[3 * index], ipv4: answers[3 * index + 1], ipv6: answers[3 * index + 2])
    }
    return hosts
  }

  /// Author, sender, replies, bounces, identifier: no honest message names more hosts in its header.
  private static let limit = 24
}
