/// A made-up part of the Internet: `count` domains under a top-level domain of their own, the providers that they use,
/// and everything above, as zone text. Domain number n is the same in a world of every size.
struct World {
  let count: Int
  let seed: UInt64

  /// The top-level domain of all audited domains.
  static let topLevel = "bench"
  /// Where the server of all zones listens.
  static let serverAddress = "127.0.0.2"
  /// The hosts that serve zones.
  static let nameServers = (1...8).map { "ns\($0).hoster.net" }

  /// The name of domain `number`, from 0.
  func name(_ number: Int) -> String {
    let digits = String(number)
    return "d" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "." + World.topLevel
  }

  /// Hands out every file: its name and its text.
  func files(_ write: (String, String) -> Void) {
    var zones: [String] = []
    for number in 0..<count {
      let domain = WorldDomain(number: number, world: self)
      zones.append(domain.name)
      write("zones/\(domain.name)", domain.zone)
    }
    let shared = WorldProvider.zones + latencyZones + infrastructure
    for (name, text) in shared { write("zones/\(name.isEmpty ? "root" : name)", text) }
    write("domains.txt", zones.map { $0 + "\n" }.joined())
    write("zones.conf", (zones + shared.map(\.name)).map(Self.configuration).joined())
  }

  private static func configuration(_ zone: String) -> String {
    let file = zone.isEmpty ? "root" : zone
    return "zone:\n  name: \"\(zone.isEmpty ? "." : zone)\"\n  zonefile: \"zones/\(file)\"\n"
  }

  /// The beginning of every zone.
  static func head(_ zone: String, servers: [String] = Array(nameServers.prefix(2)), minimum: Int = 3_600) -> String {
    let origin = zone.isEmpty ? "." : zone + "."
    let authority = "@ SOA \(servers[0]). hostmaster.\(servers[0]). 2026112101 7200 900 1209600 \(minimum)\n"
    return "$ORIGIN \(origin)\n$TTL 86400\n" + authority + servers.map { "@ NS \($0).\n" }.joined()
  }
}
