extension WorldDomainWriter {
  mutating func writeExchanges(_ random: inout WorldRandom) {
    switch kind {
    case .silent: return
    case .parked:
      if random.happens(70) { add("@ MX 0 .") }
    case .mail:
      if random.happens(55) { writeProvidersExchanges(&random) } else { writeOwnExchanges(&random) }
    }
  }

  private mutating func writeProvidersExchanges(_ random: inout WorldRandom) {
    let provider = random.pick(WorldProvider.all.filter { !$0.exchanges.isEmpty }.map { ($0.share, $0) })
    for (position, exchange) in provider.exchanges.enumerated() { add("@ MX \((position + 1) * 10) \(exchange).") }
  }

  private mutating func writeOwnExchanges(_ random: inout WorldRandom) {
    let count = random.pick([(60, 1), (30, 2), (10, 3)])
    for host in 1...count {
      add("@ MX \(host * 10) mx\(host)")
      add("mx\(host) A \(ipv4(host))")
      if random.happens(40) { add("mx\(host) AAAA \(ipv6(host))") }
    }
    if random.happens(6) { writeDefect(&random) }
  }

  private mutating func writeDefect(_ random: inout WorldRandom) {
    switch random.number(below: 4) {
    case 0:
      add("@ MX 40 alias")
      add("alias CNAME mx1")
    case 1: add("@ MX 50 nowhere")
    case 2: add("@ MX 60 \(ipv4(9)).")
    default: add("@ MX 70 mx1")
    }
  }
}
