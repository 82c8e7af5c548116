import DNS

extension FuzzTarget {
  /// Names and addresses as text.
  static let names = [
    FuzzTarget(name: "domain-name") { input in
      if let name = try? DomainName(presentation: input) { checkName(name) }
      if let name = DomainName(wire: input) { checkName(name) }
    },
    FuzzTarget(name: "ip-address") { input in
      guard let address = IPAddress(text: input) else { return }
      promise(IPAddress(address.description) == address, "an address is read back as it was written")
      _ = address.specialPurpose
      promise(address.reverseName.labelCount > 4, "an address has a reverse name")
      let network = IPNetwork(address, prefixLength: input.count % (address.bitWidth + 1))
      promise(network?.contains(address) == true, "a network holds the address that it was made of")
    }
  ]

  private static func checkName(_ name: DomainName) {
    promise(name.wire.count <= 255, "a name has at most 255 octets")
    promise(DomainName(name.description) == name, "a name is read back as it was written")
    promise(DomainName(labels: name.labels) == name, "a name is the sum of its labels")
    promise(name.labelCount == name.labels.count, "labels are counted right")
    if let parent = name.parent {
      promise(name.isEqual(toOrBelow: parent) && parent < name, "a parent is above its child")
    }
  }
}
