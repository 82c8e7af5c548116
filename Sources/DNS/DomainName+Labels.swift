extension DomainName {
  /// The octets of each label, leftmost first, the root's empty label left out.
  public var labels: [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    result.reserveCapacity(labelCount)
    var position = 0
    while wire[position] != 0 {
      let end = position + 1 + Int(wire[position])
      result.append(wire[(position + 1)..<end])
      position = end
    }
    return result
  }

  /// The number of labels, the root's empty label not counted.
  public var labelCount: Int {
    var (count, position) = (0, 0)
    while wire[position] != 0 {
      position += 1 + Int(wire[position])
      count += 1
    }
    return count
  }

  /// A number that tells the place of a name among those below `ancestor`: of two with different numbers, the one with
  /// the smaller comes first (RFC 4034 §6.1). It is made of the first 16 octets of the labels in front of `ancestor`, from
  /// the right, each with a zero behind it. Nil for names elsewhere, and where an octet looks like the end of a label.
  public func rank(below ancestor: DomainName) -> UInt128? {
    guard isEqual(toOrBelow: ancestor) else { return nil }
    var (rank, position, end): (UInt128, Int, Int) = (0, 0, wire.count - ancestor.wire.count)
    while end > 0 {
      let length = Int(wire[position])
      end -= length + 1
      for offset in 0..<length {
        let octet = wire[position + 1 + offset]
        if octet == 0 { return nil }
        if end + offset < 16 { rank |= UInt128(octet) << (8 * UInt128(15 - end - offset)) }
      }
      position += length + 1
    }
    return rank
  }

  /// Whether this is the root.
  public var isRoot: Bool { wire.count == 1 }

  /// The name without its leftmost label; nil for the root.
  public var parent: DomainName? {
    isRoot ? nil : DomainName(trusted: Array(wire[(1 + Int(wire[0]))...]))
  }

  /// The name made of the last `count` labels; the name itself when it has no more than that.
  public func suffix(labels count: Int) -> DomainName {
    var (surplus, position) = (labelCount - count, 0)
    while surplus > 0 {
      position += 1 + Int(wire[position])
      surplus -= 1
    }
    return position == 0 ? self : DomainName(trusted: Array(wire[position...]))
  }

  /// Puts the labels of `prefix`, written with dots, before this name; nil when the result is over-long.
  ///
  /// `example.com` with the prefix `_report._dmarc` gives `_report._dmarc.example.com`.
  public func prefixed(with prefix: String) -> DomainName? {
    guard let front = try? Self.wire(presentation: prefix.utf8.span, room: wire.count) else { return nil }
    return prefixed(withWire: front)
  }

  /// Puts all labels of `front` before this name; nil when the result is over-long.
  public func prefixed(with front: DomainName) -> DomainName? {
    var octets: [UInt8] = []
    octets.reserveCapacity(front.wire.count + wire.count)
    octets.append(contentsOf: front.wire)
    return prefixed(withWire: octets)
  }

  private func prefixed(withWire front: consuming [UInt8]) -> DomainName? {
    guard front.count - 1 + wire.count <= Limits.nameOctets else { return nil }
    front.removeLast()
    front.append(contentsOf: wire)
    return DomainName(trusted: front)
  }

  /// Whether this name is `ancestor` or lies below it.
  public func isEqual(toOrBelow ancestor: DomainName) -> Bool {
    let surplus = wire.count - ancestor.wire.count
    guard surplus >= 0 else { return false }
    var position = 0
    while position < surplus { position += 1 + Int(wire[position]) }
    return position == surplus && wire[position...].elementsEqual(ancestor.wire)
  }

  /// Whether the leftmost label is `*` (RFC 4592 §2.1.1).
  public var isWildcard: Bool { wire[0] == 1 && wire[1] == UInt8(ascii: "*") }
}
