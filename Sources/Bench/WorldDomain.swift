/// One audited domain as a zone: what it publishes, and what is wrong with it.
struct WorldDomain {
  let number: Int
  let name: String
  let zone: String

  init(number: Int, world: World) {
    self.number = number
    name = world.name(number)
    var random = WorldRandom(seed: world.seed, stream: number)
    var writer = WorldDomainWriter(number: number, name: name, world: world, kind: Kind.draw(&random))
    writer.write(&random)
    zone = writer.text
  }

  /// What the domain is for.
  enum Kind {
    /// Sends and receives mail.
    case mail
    /// Says that it neither sends nor receives.
    case parked
    /// Publishes nothing about mail.
    case silent

    static func draw(_ random: inout WorldRandom) -> Kind {
      random.pick([(82, Kind.mail), (10, .parked), (8, .silent)])
    }
  }
}

/// Writes the zone of one domain, area by area.
struct WorldDomainWriter {
  let number: Int
  let name: String
  let world: World
  let kind: WorldDomain.Kind
  var text = ""

  /// An address of the domain's own, the `host`-th.
  func ipv4(_ host: Int) -> String { "\(20 + number >> 16).\(number >> 8 & 255).\(number & 255).\(host)" }

  /// An IPv6 address of the domain's own.
  func ipv6(_ host: Int) -> String {
    "2a00:\(String(number >> 16 + 1, radix: 16)):\(String(number & 0xFFFF, radix: 16))::\(String(host, radix: 16))"
  }

  mutating func add(_ record: String) { text += record + "\n" }

  /// Adds a TXT record, in strings of at most 255 octets.
  mutating func addText(_ owner: String, _ value: String) {
    var strings = ""
    var rest = value.utf8[...]
    repeat {
      strings += " \"" + String(decoding: rest.prefix(255), as: UTF8.self) + "\""
      rest = rest.dropFirst(255)
    } while !rest.isEmpty
    add("\(owner) TXT\(strings)")
  }

  mutating func write(_ random: inout WorldRandom) {
    let servers = random.sample(random.happens(3) ? 1 : 2, of: World.nameServers)
    text = World.head(name, servers: servers)
    if random.happens(92) {
      add("@ A \(ipv4(80))")
      add("www A \(ipv4(80))")
      if random.happens(30) { add("@ AAAA \(ipv6(80))") }
    }
    writeExchanges(&random)
    writeSPF(&random)
    writeDKIM(&random)
    writeDMARC(&random)
  }
}
