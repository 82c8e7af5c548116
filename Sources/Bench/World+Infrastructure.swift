extension World {
  /// The root, the top-level domains, the hosts of the name servers and the reverse trees.
  var infrastructure: [(name: String, text: String)] {
    let delegations = WorldProvider.zones.map(\.name) + ["hoster.net"]
    return [
      ("", Self.head("") + Self.glue + Self.delegate(["bench", "com", "net", "org", "arpa"], in: "")),
      ("bench", Self.head("bench") + Self.delegate((0..<count).map(name) + latencyZones.map(\.name), in: "bench")),
      ("com", Self.head("com") + Self.delegate(delegations, in: "com")),
      ("net", Self.head("net") + Self.delegate(delegations, in: "net")),
      ("org", Self.head("org") + Self.delegate(delegations, in: "org")),
      ("arpa", Self.head("arpa") + Self.delegate(["in-addr.arpa", "ip6.arpa"], in: "arpa")),
      ("in-addr.arpa", Self.head("in-addr.arpa") + reverse),
      ("ip6.arpa", Self.head("ip6.arpa")),
      ("hoster.net", Self.head("hoster.net") + Self.glue)
    ]
  }

  private static var glue: String {
    nameServers.map { "\($0). A \(serverAddress)\n" }.joined()
  }

  private static func delegate(_ names: [String], in zone: String) -> String {
    names.filter { zone.isEmpty ? !$0.contains(".") : $0.hasSuffix(".\(zone)") && $0 != zone }
      .map { name in nameServers.prefix(2).map { "\(name). NS \($0).\n" }.joined() }.joined()
  }

  /// The names of the mail hosts' addresses.
  private var reverse: String {
    let own = (0..<count).map { number in
      "1.\(number & 255).\(number >> 8 & 255).\(20 + number >> 16) PTR mx1.\(name(number)).\n"
    }
    let shared = WorldProvider.all.enumerated().flatMap { number, provider in
      provider.exchanges.indices.map { "\($0 + 1).1.\(number).17 PTR \(provider.exchanges[$0]).\n" }
    }
    return (own + shared).joined()
  }
}
