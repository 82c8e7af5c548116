import DNS
import MailAuthentication
import Providers

/// Which addresses belong to services that send for many customers, by the includes of the SPF record.
struct RelayAddresses {
  private let blocks: [(network: IPNetwork, relay: SendingHost.SharedRelay)]
  /// The first record that failed and would have told more blocks of services: the domain's own, or one that is a
  /// service's.
  let unread: DNSAnswer?

  /// Takes the blocks below each include that is a known service's.
  init(_ tree: SPFTree) {
    let relays = tree.nodes.map { node in Self.relay(includedAs: node.domain) }
    var blocks: [(IPNetwork, SendingHost.SharedRelay)] = []
    for passing in tree.passingNetworks {
      var node: SPFTree.Node? = tree.nodes[passing.place.node]
      while let current = node, let parent = current.parent {
        if let relay = relays[current.index] {
          blocks.append((passing.network, relay))
          break
        }
        node = tree.nodes[parent.node]
      }
    }
    self.blocks = blocks
    unread =
      tree.nodes.first { node in
        node.publication.answer.failure != nil && (node.parent == nil || Self.isService(node, relays, tree))
      }?.publication.answer
  }

  /// Whether a record, or one on the way to it, is a known service's.
  private static func isService(
    _ node: SPFTree.Node, _ relays: [SendingHost.SharedRelay?], _ tree: SPFTree
  ) -> Bool {
    var node = node
    while let parent = node.parent {
      if relays[node.index] != nil { return true }
      node = tree.nodes[parent.node]
    }
    return false
  }

  /// The service that an address belongs to: by the block that is included, or by a name that leads back to it. A name
  /// that every rented machine of a network has says nothing of a mail service.
  func relay(of address: IPAddress, names: [DomainName]) -> SendingHost.SharedRelay? {
    if let block = blocks.first(where: { $0.network.contains(address) }) { return block.relay }
    return names.lazy.compactMap { name in
      ProviderDirectory.operators(ofHost: name).first.flatMap {
        GenericReverseName.sign(of: name, for: address) == nil
          ? SendingHost.SharedRelay(provider: $0.name, sign: "the PTR name \(name)") : nil
      }
    }.first
  }

  private static func relay(includedAs name: DomainName) -> SendingHost.SharedRelay? {
    ProviderDirectory.recognise(spfIncludes: [name], mxHosts: []).first.map {
      SendingHost.SharedRelay(provider: $0.provider.name, sign: $0.sign.description)
    }
  }
}
