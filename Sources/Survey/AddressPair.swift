import DNS

/// The answers for the A and the AAAA records of a name.
struct AddressPair {
  let ipv4: DNSAnswer
  let ipv6: DNSAnswer

  /// Asks for the addresses of all `names` at once, in order; those behind the first `limit` are not asked.
  static func gather(_ names: [DomainName], limit: Int, using resolver: any Resolver) async -> [AddressPair] {
    let asked = names.prefix(limit)
    let answers = await resolver.answers(to: asked.flatMap { [DNSQuestion($0, .a), DNSQuestion($0, .aaaa)] })
    let pairs = asked.indices.map { AddressPair(ipv4: answers[2 * $0], ipv6: answers[2 * $0 + 1]) }
    return pairs + names.dropFirst(limit).map { AddressPair(ipv4: .notAsked($0, .a), ipv6: .notAsked($0, .aaaa)) }
  }
}

extension IPAddress {
  /// All addresses of two lists, each once, in order.
  static func sorted(_ ipv4: [IPAddress], _ ipv6: [IPAddress]) -> [IPAddress] {
    let all = (ipv4 + ipv6).sorted()
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }
}
