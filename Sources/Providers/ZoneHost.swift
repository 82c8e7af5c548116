public import DNS

/// A service that serves the zones of its customers; in its console records are set.
public struct ZoneHost: Sendable, Hashable {
  /// The name for people.
  public let name: String
  /// The names of its servers.
  let servers: [NamePattern]

  private init(_ name: String, _ servers: [NamePattern]) {
    self.name = name
    self.servers = servers
  }

  /// The service that all of `nameServers` belong to; nil when none does, or they belong to several.
  public static func of(_ nameServers: [DomainName]) -> ZoneHost? {
    guard !nameServers.isEmpty else { return nil }
    return all.first { host in
      nameServers.allSatisfy { server in host.servers.contains { $0.matches(server) } }
    }
  }

  /// Services by the names of their servers (RFC 1035 §3.3.11).
  private static let all = [
    ZoneHost("Cloudflare", [".ns.cloudflare.com", ".foundationdns.com", ".foundationdns.net", ".foundationdns.org"]),
    ZoneHost("Amazon Route 53", routes), ZoneHost("Azure DNS", azure),
    ZoneHost("Google Cloud DNS", [".googledomains.com"]), ZoneHost("GoDaddy", [".domaincontrol.com"]),
    ZoneHost("Hetzner DNS", [".ns.hetzner.com", ".ns.hetzner.de", ".first-ns.de", ".second-ns.de", ".second-ns.com"]),
    ZoneHost("OVHcloud", [".ovh.net", ".anycast.me"]), ZoneHost("Gandi", [".gandi.net"]),
    ZoneHost("IONOS", [".ui-dns.com", ".ui-dns.de", ".ui-dns.org", ".ui-dns.biz"]), ZoneHost("STRATO", [".rzone.de"]),
    ZoneHost("INWX", [".inwx.de", ".inwx.eu", ".inwx.com"]), ZoneHost("Namecheap", [".registrar-servers.com"]),
    ZoneHost("DigitalOcean", [".digitalocean.com"]), ZoneHost("DNSimple", [".dnsimple.com", ".dnsimple-edge.net"]),
    ZoneHost("NS1", [".nsone.net"]),
    ZoneHost("easyDNS", [".easydns.com", ".easydns.net", ".easydns.org", ".easydns.ca"]),
    ZoneHost("Linode (Akamai)", [".linode.com"]), ZoneHost("Akamai Edge DNS", [".akam.net"]),
    ZoneHost("Alibaba Cloud DNS", [".alidns.com", ".hichina.com"]), ZoneHost("DNSPod", [".dnspod.net", ".dnspod.com"]),
    ZoneHost("deSEC", ["ns1.desec.io", "ns2.desec.org"]), ZoneHost("Infomaniak", [".infomaniak.ch", ".infomaniak.com"])
  ]

  private static let routes: [NamePattern] = [".awsdns-*.com", ".awsdns-*.net", ".awsdns-*.org", ".awsdns-*.co.uk"]
  private static let azure: [NamePattern] = [".azure-dns.com", ".azure-dns.net", ".azure-dns.org", ".azure-dns.info"]
}
