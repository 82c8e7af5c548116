import ArgumentParser
import AuditModel
import DNS
import Providers
import Survey

/// Whether block lists are asked, and which. Off by default: whoever runs a list learns what is asked about.
struct BlockListOptions: ParsableArguments {
  @Flag(
    name: .customLong("blocklists"),
    help: """
      Ask block lists about the sending addresses and the domain. The questions go to third parties; most of them \
      answer a resolver of one's own only, not a public one.
      """)
  var asksDefaults = false

  @Option(
    name: .customLong("blocklist"), parsing: .singleValue,
    help: ArgumentHelp("Ask this block list, alone or besides those of --blocklists (repeatable).", valueName: "zone"))
  var zones: [String] = []

  /// The instrument of a survey; nil when no list is to be asked.
  func instrument(_ resolver: any Resolver) throws(ErrorLine) -> BlockListInstrument? {
    var lists = asksDefaults ? BlockListDirectory.defaults : []
    for zone in zones {
      let name: DomainName
      do { name = try DomainArgument.parse(zone) } catch { throw ErrorLine("--blocklist \(zone)", error.cause) }
      if lists.contains(where: { $0.zone == name }) { continue }
      lists.append(BlockListDirectory.list(at: name) ?? BlockList(unknown: name))
    }
    return lists.isEmpty ? nil : BlockListInstrument(lists: lists, resolver: resolver)
  }
}
