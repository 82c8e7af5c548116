/// A domain name, absolute and case-folded, as the wire carries it (RFC 1035 §3.1).
///
/// Equality and hashing ignore the case of ASCII letters (RFC 4343 §3). A value always obeys the limits: labels of
/// 1 to 63 octets, at most 255 octets in all.
public struct DomainName: Sendable, Hashable {
  /// The wire form: a length octet before each label, letters in lower case, the root's zero octet last.
  public let wire: [UInt8]
  /// A secret number by which tables may tell names apart at once; equal names have equal ones. Computed once, because a
  /// name is looked up dozens of times.
  public let digest: UInt64

  /// The name of the root, `.`.
  public static let root = DomainName(trusted: [0])

  /// Takes octets that are known to be a valid, lower-case wire form.
  init(trusted wire: [UInt8]) {
    self.wire = wire
    digest = Self.digest(of: wire)
  }

  /// Reads an uncompressed wire form; nil when it breaks a limit or has octets left over.
  public init?(wire octets: some Collection<UInt8>) {
    self.init(wire: Array(octets))
  }

  /// Reads an uncompressed wire form; nil when it breaks a limit or has octets left over.
  public init?(wire octets: [UInt8]) {
    guard octets.count <= Limits.nameOctets else { return nil }
    var position = 0
    var isFolded = true
    while position < octets.count, octets[position] != 0 {
      let end = position + 1 + Int(octets[position])
      guard end - position - 1 <= Limits.labelOctets, end < octets.count else { return nil }
      for index in (position + 1)..<end where octets[index] != octets[index].lowercasedASCII { isFolded = false }
      position = end
    }
    guard position == octets.count - 1 else { return nil }
    // A length octet is at most 63 and so no letter.
    self.init(trusted: isFolded ? octets : octets.map(\.lowercasedASCII))
  }

  /// Builds a name from labels, leftmost first; nil when it breaks a limit.
  public init?(labels: some Sequence<some Collection<UInt8>>) {
    var octets: [UInt8] = []
    octets.reserveCapacity(Limits.usualNameOctets)
    for label in labels {
      guard (1...Limits.labelOctets).contains(label.count) else { return nil }
      octets.append(UInt8(label.count))
      for octet in label { octets.append(octet.lowercasedASCII) }
    }
    octets.append(0)
    guard octets.count <= Limits.nameOctets else { return nil }
    self.init(trusted: octets)
  }
}

extension DomainName {
  /// Names with different digests are different; those with the same one nearly always are the same.
  public static func == (left: DomainName, right: DomainName) -> Bool {
    left.digest == right.digest && left.wire == right.wire
  }

  /// Feeds the digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// What sets and dictionaries ask for: the digest is keyed already, and needs no second hash.
  public func _rawHashValue(seed: Int) -> Int { Self.place(of: digest, seed: seed) }
}

extension DomainName: Comparable {
  /// The canonical order of RFC 4034 §6.1: by labels, from the right.
  public static func < (left: DomainName, right: DomainName) -> Bool {
    let (leftCount, rightCount) = (left.labelCount, right.labelCount)
    var leftStart = left.start(ofLast: rightCount, of: leftCount)
    var rightStart = right.start(ofLast: leftCount, of: rightCount)
    // The rightmost pair of labels that differ decides: the last one met from the left.
    var isLess: Bool?
    while left.wire[leftStart] != 0 {
      isLess = left.precedes(leftStart, right, rightStart) ?? isLess
      leftStart += 1 + Int(left.wire[leftStart])
      rightStart += 1 + Int(right.wire[rightStart])
    }
    return isLess ?? (leftCount < rightCount)
  }

  /// Where the last `wanted` of `count` labels begin.
  private func start(ofLast wanted: Int, of count: Int) -> Int {
    var (surplus, position) = (count - wanted, 0)
    while surplus > 0 {
      position += 1 + Int(wire[position])
      surplus -= 1
    }
    return position
  }

  /// Whether the label at `start` comes before that of `other`; nil when they are equal. Nothing is allocated.
  private func precedes(_ start: Int, _ other: DomainName, _ otherStart: Int) -> Bool? {
    let (length, otherLength) = (Int(wire[start]), Int(other.wire[otherStart]))
    var offset = 1
    while offset <= min(length, otherLength) {
      let (octet, otherOctet) = (wire[start + offset], other.wire[otherStart + offset])
      if octet != otherOctet { return octet < otherOctet }
      offset += 1
    }
    return length == otherLength ? nil : length < otherLength
  }
}
