import ArgumentParser
import AuditModel
import DNS
import DNSTransport

/// Whether the servers of the zone are asked one by one.
struct AuthorityOptions: ParsableArguments {
  @Flag(
    help: """
      Ask every server of the zone at its own addresses (port 53) for the mail records, and compare. Finds servers \
      that lag behind, that are not in charge of the zone, or that keep silent.
      """)
  var authoritative = false

  /// The instrument of a survey; nil when the servers are not to be asked.
  func client(zones: [String], resolvers: [String]) throws(ErrorLine) -> (any AuthorityClient)? {
    guard authoritative else { return nil }
    guard zones.isEmpty || !resolvers.isEmpty else {
      throw ErrorLine("--authoritative", "asks the network, which --zone leaves out (add --resolver to have both)")
    }
    return Console.current.evidence.authorities(DirectClient())
  }
}
