extension WorldDomainWriter {
  mutating func writeSPF(_ random: inout WorldRandom) {
    switch kind {
    case .silent: return
    case .parked: addText("@", "v=spf1 -all")
    case .mail:
      if random.happens(6) { return }
      let record = spfRecord(&random)
      addText("@", random.happens(4) ? spoiled(record, &random) : record)
      if random.happens(2) { addText("@", "v=spf1 mx ~all") }
      if random.happens(40) { addText("@", "site-verification=\(random.next())") }
    }
  }

  private mutating func spfRecord(_ random: inout WorldRandom) -> String {
    var terms = ["v=spf1"]
    if random.happens(45) { terms.append("mx") }
    if random.happens(30) { terms.append("a") }
    if random.happens(8) { terms.append("a:www.\(name)") }
    for host in 0..<random.pick([(45, 0), (25, 1), (20, 3), (10, 8)]) { terms.append("ip4:\(ipv4(100 + host))") }
    if random.happens(12) { terms.append("ip6:\(ipv6(0))/64") }
    let includes = random.pick([(12, 0), (35, 1), (27, 2), (14, 3), (7, 4), (3, 5), (2, 6)])
    terms += random.sample(includes, of: WorldProvider.all.map(\.include)).map { "include:\($0)" }
    if random.happens(15) { terms.append("include:\(writeChain(&random))") }
    if random.happens(1.5) { terms.append("exists:%{ir}._spf.\(name)") }
    if random.happens(1) { terms.append("ptr") }
    if random.happens(3) { return (terms + ["redirect=_spf.google.com"]).joined(separator: " ") }
    let ending = random.pick([(50, "~all"), (38, "-all"), (9, "?all"), (2, "+all"), (1, "")])
    return (terms + [ending]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Adds records that include each other, up to four deep, and tells the name of the first.
  private mutating func writeChain(_ random: inout WorldRandom) -> String {
    let depth = random.pick([(50, 1), (30, 2), (15, 3), (5, 4)])
    for level in 1...depth {
      let next = level < depth ? "include:_spf\(level + 1).\(name) " : random.happens(4) ? "include:\(name) " : ""
      addText("_spf\(level)", "v=spf1 ip4:\(ipv4(120 + level)) \(next)~all")
    }
    return "_spf1.\(name)"
  }

  private func spoiled(_ record: String, _ random: inout WorldRandom) -> String {
    switch random.number(below: 5) {
    case 0: record.replacing("ip4:", with: "ipv4:") + " ip4:300.1.2.3"
    case 1: record + " include:"
    case 2: record.replacing("v=spf1", with: "v=spf1 include:_spf.nowhere.\(name) a:gone.\(name) mx:gone.\(name)")
    case 3: record + " include:\(name)"
    default: record.replacing(" ~all", with: " -al").replacing(" -all", with: " all-")
    }
  }
}
