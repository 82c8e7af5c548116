/// A pattern of failure texts: a small part of the language of regular expressions, which runs in linear time.
///
/// It has literals, `.`, classes, `\b`, `\d`, `\s`, `\S`, groups, `|`, `?`, `*`, `+`, `{n,m}` and `(?!literal)`. Letters
/// match in both cases. There are no captures, no back references and no look-behind.
struct TextPattern: Sendable {
  /// The tree of the pattern.
  let root: Node

  /// A part of a pattern.
  indirect enum Node: Sendable, Hashable {
    /// One octet out of a set.
    case octet(OctetSet)
    /// A place between a letter, a digit or `_` and something else.
    case wordBoundary
    /// A place where these octets do not follow.
    case notFollowed([UInt8])
    /// One after the other.
    case sequence([Node])
    /// One of these.
    case either([Node])
    /// The same, so many times at least and at most; without a most, any number of times.
    case times(Node, Int, Int?)
  }

  /// Reads a pattern written in source code; nil where it leaves the language.
  init?(_ text: String) {
    var reader = TextPatternReader(octets: Array(text.utf8))
    guard let node = reader.alternatives(depth: 0), reader.isAtEnd else { return nil }
    root = node
  }
}

/// Reads patterns; they come from source code, not from strangers, but depth and counts are bounded all the same.
struct TextPatternReader {
  let octets: [UInt8]
  private var index = 0

  /// How deep groups may lie.
  private static let depth = 8
  /// How often something may be repeated: programs grow with it.
  private static let repetitions = 150

  init(octets: [UInt8]) { self.octets = octets }

  var isAtEnd: Bool { index == octets.count }

  private var next: UInt8? { index < octets.count ? octets[index] : nil }

  private mutating func take(_ octet: Character) -> Bool {
    guard next == octet.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func alternatives(depth: Int) -> TextPattern.Node? {
    guard depth <= Self.depth, let first = sequence(depth: depth) else { return nil }
    var all = [first]
    while take("|") {
      guard let another = sequence(depth: depth) else { return nil }
      all.append(another)
    }
    return all.count == 1 ? first : .either(all)
  }

  private mutating func sequence(depth: Int) -> TextPattern.Node? {
    var nodes: [TextPattern.Node] = []
    while let octet = next, octet != UInt8(ascii: "|"), octet != UInt8(ascii: ")") {
      guard let atom = atom(depth: depth), let node = repeated(atom) else { return nil }
      nodes.append(node)
    }
    return .sequence(nodes)
  }

  private mutating func repeated(_ atom: TextPattern.Node) -> TextPattern.Node? {
    if take("?") { return .times(atom, 0, 1) }
    if take("*") { return .times(atom, 0, nil) }
    if take("+") { return .times(atom, 1, nil) }
    guard take("{") else { return atom }
    guard let least = number() else { return nil }
    guard take(",") else { return take("}") && least <= Self.repetitions ? .times(atom, least, least) : nil }
    if take("}") { return least <= Self.repetitions ? .times(atom, least, nil) : nil }
    guard let most = number(), take("}"), least <= most, most <= Self.repetitions else { return nil }
    return .times(atom, least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let octet = next, octet.isDigit, (value ?? 0) < 1_000 {
      value = (value ?? 0) * 10 + Int(octet - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }

  private mutating func atom(depth: Int) -> TextPattern.Node? {
    guard let octet = next else { return nil }
    index += 1
    switch octet {
    case UInt8(ascii: "("): return group(depth: depth)
    case UInt8(ascii: "["): return setOfOctets()
    case UInt8(ascii: "."): return .octet(.all)
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "$"): return nil
    default: return .octet(OctetSet([octet]))
    }
  }

  private mutating func group(depth: Int) -> TextPattern.Node? {
    if take("?") {
      guard take("!") else { return nil }
      var literal: [UInt8] = []
      while let octet = next, octet != UInt8(ascii: ")") {
        index += 1
        if octet != UInt8(ascii: "\\") { literal.append(octet.lowercased) }
      }
      return take(")") ? .notFollowed(literal) : nil
    }
    guard let node = alternatives(depth: depth + 1), take(")") else { return nil }
    return node
  }

  private mutating func escape() -> TextPattern.Node? {
    guard let octet = next else { return nil }
    index += 1
    if octet == UInt8(ascii: "b") { return .wordBoundary }
    return OctetSet(escape: octet).map { .octet($0) }
  }

  private mutating func setOfOctets() -> TextPattern.Node? {
    let isNegated = take("^")
    var set = OctetSet([])
    while let octet = next, octet != UInt8(ascii: "]") {
      index += 1
      if octet == UInt8(ascii: "\\") {
        guard let escaped = next, let named = OctetSet(escape: escaped) else { return nil }
        index += 1
        set.formUnion(named)
      } else if next == UInt8(ascii: "-"), index + 1 < octets.count, octets[index + 1] != UInt8(ascii: "]") {
        guard octets[index + 1] >= octet else { return nil }
        set.formUnion(OctetSet(octet...octets[index + 1]))
        index += 2
      } else {
        set.formUnion(OctetSet([octet]))
      }
    }
    guard take("]") else { return nil }
    return .octet(isNegated ? set.inverted : set)
  }
}
