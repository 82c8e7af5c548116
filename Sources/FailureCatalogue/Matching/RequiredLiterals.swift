/// Octets of which a text must hold one run, or else a pattern cannot match: what spares most patterns to be tried.
struct RequiredLiterals: Sendable, Hashable {
  /// The runs, in lower case; each has three octets at least.
  let alternatives: [[UInt8]]

  /// Runs shorter than this tell nothing.
  static let shortest = 3

  /// What `node` cannot do without; nil when there is no such thing.
  init?(_ node: TextPattern.Node) {
    guard let alternatives = Self.best(node) else { return nil }
    self.alternatives = alternatives
  }

  private static func best(_ node: TextPattern.Node) -> [[UInt8]]? {
    switch node {
    case .octet, .wordBoundary, .notFollowed: nil
    case .sequence(let nodes): best(among: nodes)
    case .either(let nodes): joined(nodes.map { best($0) })
    case .times(let node, let least, _): least > 0 ? best(node) : nil
    }
  }

  private static func joined(_ parts: [[[UInt8]]?]) -> [[UInt8]]? {
    var all: [[UInt8]] = []
    for part in parts {
      guard let part else { return nil }
      all += part
    }
    return all
  }

  private static func best(among nodes: [TextPattern.Node]) -> [[UInt8]]? {
    var candidates: [[[UInt8]]] = []
    var run: [UInt8] = []
    for node in nodes {
      if case .octet(let set) = node, let octet = set.only {
        run.append(octet)
        continue
      }
      if case .wordBoundary = node { continue }
      if run.count >= shortest { candidates.append([run]) }
      run = []
      if let nested = best(node) { candidates.append(nested) }
    }
    if run.count >= shortest { candidates.append([run]) }
    return candidates.max { shortestRun($0) < shortestRun($1) }
  }

  private static func shortestRun(_ alternatives: [[UInt8]]) -> Int { alternatives.map(\.count).min() ?? 0 }
}

/// Which runs of three octets a text holds: a sieve that never says no wrongly.
struct Trigrams {
  private var words = [UInt64](repeating: 0, count: 1 << 10)

  /// Counts a text in, and a wrap both as nothing and as a space.
  init(_ octets: [UInt8]) {
    note(octets.filter { $0 != MappedText.wrap })
    note(octets.map { $0 == MappedText.wrap ? 0x20 : $0 })
  }

  private mutating func note(_ octets: [UInt8]) {
    guard octets.count >= RequiredLiterals.shortest else { return }
    for index in 2..<octets.count {
      let hash = Self.hash(octets[index - 2], octets[index - 1], octets[index])
      words[hash >> 6] |= 1 << UInt64(hash & 63)
    }
  }

  /// Whether the text may hold one of the literals.
  func mayHold(_ required: RequiredLiterals) -> Bool { required.alternatives.contains { mayHold($0) } }

  /// Whether the text may hold this.
  func mayHold(_ literal: [UInt8]) -> Bool {
    guard literal.count >= RequiredLiterals.shortest else { return true }
    return (2..<literal.count).allSatisfy { index in
      let hash = Self.hash(literal[index - 2], literal[index - 1], literal[index])
      return words[hash >> 6] & (1 << UInt64(hash & 63)) != 0
    }
  }

  private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) &* 0x9E5 &+ Int(second) &* 0x1F3 &+ Int(third) &* 0x65) & 0xFFFF
  }
}
