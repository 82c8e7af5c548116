import AuditTesting
import DNS
import Foundation
import LDNSKit

/// The three servers of the lab.
struct LabServers {
  /// unbound, which the audit asks.
  let resolver: Endpoint
  /// nsd, which holds the ordinary zones.
  let authority: Endpoint
  /// This tool, which holds the zones of servers that misbehave.
  let scripted: Endpoint
}

/// The configuration files of nsd and unbound, and the zone files of nsd.
struct LabConfiguration {
  private let servers: LabServers
  private let zones: [LabZone]

  init(_ servers: LabServers, _ scenarios: [LabScenario]) throws {
    self.servers = servers
    zones = try scenarios.flatMap(LabZone.zones)
    for (apex, same) in Dictionary(grouping: zones, by: \.apex) where same.count > 1 {
      throw Failure("the zone \(apex) is in more than one scenario: \(same.map(\.scenario).sorted())")
    }
  }

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/zones", withIntermediateDirectories: true)
    for zone in zones where !zone.isScripted {
      try zone.text.write(toFile: "\(folder)/zones/\(zone.apex).zone", atomically: true, encoding: .utf8)
    }
    try nsd(folder).write(toFile: folder + "/nsd.conf", atomically: true, encoding: .utf8)
    try unbound(folder).write(toFile: folder + "/unbound.conf", atomically: true, encoding: .utf8)
  }

  private func nsd(_ folder: String) -> String {
    let server = """
      server:
        ip-address: \(servers.authority)
        username: ""
        server-count: 1
        database: ""
        zonesdir: "\(folder)/zones"
        pidfile: "\(folder)/nsd.pid"
        zonelistfile: "\(folder)/nsd.zonelist"
        xfrdfile: "\(folder)/nsd.xfrd"
        xfrdir: "\(folder)"
      remote-control:
        control-enable: no

      """
    let entries = zones.filter { !$0.isScripted }.map {
      "zone:\n  name: \"\($0.apex)\"\n  zonefile: \"\($0.apex).zone\"\n"
    }
    return server + entries.joined()
  }

  /// The scripted server stands for the top-level domains, and for it names in no zone of the lab do not exist. Other
  /// top-level domains are unknown to unbound: nothing is ever asked outside. Reverse zones of documentation, which
  /// unbound holds empty, are ours.
  private func unbound(_ folder: String) -> String {
    let server = """
      server:
        interface: \(servers.resolver)
        username: ""
        chroot: ""
        directory: "\(folder)"
        pidfile: "\(folder)/unbound.pid"
        use-syslog: no
        num-threads: 1
        module-config: "iterator"
        do-not-query-localhost: no
        access-control: 127.0.0.0/8 allow
        edns-buffer-size: 1232
        max-udp-size: 1232
        qname-minimisation: no
        cache-max-ttl: 604800
        local-zone: "." static
        local-zone: "100.51.198.in-addr.arpa." nodefault
        local-zone: "8.b.d.0.1.0.0.2.ip6.arpa." nodefault

      """
    let apexes = Set(zones.map(\.apex))
    let tops = Set(apexes.map { $0.suffix(labels: 1) }).sorted()
    let local = tops.map { "  local-zone: \"\($0)\" transparent\n" }.joined()
    let stubs = zones.map { stub($0.apex, $0.isScripted ? servers.scripted : servers.authority) }
    let parents = tops.filter { !apexes.contains($0) }.map { stub($0, servers.scripted) }
    return server + local + "remote-control:\n  control-enable: no\n" + (parents + stubs).joined()
  }
}

/// Where unbound asks for a zone.
private func stub(_ apex: DomainName, _ server: Endpoint) -> String {
  """
  stub-zone:
    name: "\(apex)"
    stub-addr: \(server)

  """
}

/// One zone of a scenario.
private struct LabZone {
  let scenario: String
  let apex: DomainName
  let isScripted: Bool
  let records: [DNSRecord]

  static func zones(of scenario: LabScenario) throws -> [LabZone] {
    let apexes = scenario.zone.records.filter { $0.type == .soa }.map(\.owner)
    var records: [DomainName: [DNSRecord]] = [:]
    for record in scenario.zone.records {
      let above = apexes.filter { record.owner.isEqual(toOrBelow: $0) }
      guard let apex = above.max(by: { $0.labelCount < $1.labelCount }) else {
        throw Failure("\(scenario.name): no SOA record above \(record.owner)")
      }
      records[apex, default: []].append(record)
    }
    return apexes.map { apex in
      LabZone(scenario: scenario.name, apex: apex, isScripted: scenario.isScripted, records: records[apex] ?? [])
    }
  }

  /// The zone as nsd reads it. All names are written in full, without the final dot: the origin is the root.
  var text: String {
    "$ORIGIN .\n" + records.map { line($0) + "\n" }.joined()
  }

  private func line(_ record: DNSRecord) -> String {
    guard case .soa(let soa) = record.data else { return record.description }
    return
      "\(record.owner) \(record.ttl) IN SOA \(soa.primary) \(soa.mailbox) \(soa.serial) \(soa.refresh) 600 86400 \(soa.minimum)"
  }
}
