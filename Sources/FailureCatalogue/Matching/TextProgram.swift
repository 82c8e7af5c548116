/// A pattern as instructions for ``TextMatcher``: Thompson's construction.
struct TextProgram: Sendable {
  /// What a thread does.
  enum Instruction: Sendable {
    /// Takes one octet of the set, and goes to the next instruction.
    case take(OctetSet)
    /// Goes on at both.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// Goes on only at the edge of a word.
    case wordBoundary
    /// Goes on only where these octets do not follow.
    case notFollowed([UInt8])
    /// The pattern has matched.
    case end
  }

  /// The instructions; the first is where threads begin.
  private(set) var instructions: [Instruction] = []
  /// What a text must hold for the pattern to match; nil when that cannot be told.
  let required: RequiredLiterals?
  /// The octets a match can begin with.
  let firstOctets: OctetSet

  init(_ pattern: TextPattern) {
    required = RequiredLiterals(pattern.root)
    firstOctets = FirstOctets(pattern.root).set
    append(pattern.root)
    instructions.append(.end)
  }

  private mutating func append(_ node: TextPattern.Node) {
    switch node {
    case .octet(let set): instructions.append(.take(set))
    case .wordBoundary: instructions.append(.wordBoundary)
    case .notFollowed(let literal): instructions.append(.notFollowed(literal))
    case .sequence(let nodes): for node in nodes { append(node) }
    case .either(let nodes): append(oneOf: nodes)
    case .times(let node, let least, let most): append(node, least, most)
    }
  }

  private mutating func append(oneOf nodes: [TextPattern.Node]) {
    var exits: [Int] = []
    for (number, node) in nodes.enumerated() {
      let isLast = number == nodes.count - 1
      let split = instructions.count
      if !isLast { instructions.append(.split(0, 0)) }
      append(node)
      guard !isLast else { continue }
      exits.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func append(_ node: TextPattern.Node, _ least: Int, _ most: Int?) {
    for _ in 0..<least { append(node) }
    guard let most else {
      let split = instructions.count
      instructions.append(.split(0, 0))
      append(node)
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(instructions.count)
      instructions.append(.split(0, 0))
      append(node)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}

/// The octets a match can begin with.
private struct FirstOctets {
  var set = OctetSet([])

  init(_ node: TextPattern.Node) { if add(node) { set = .all } }

  /// Adds those of `node`, and tells whether it can match nothing at all.
  private mutating func add(_ node: TextPattern.Node) -> Bool {
    switch node {
    case .octet(let octets):
      set.formUnion(octets)
      return false
    case .wordBoundary, .notFollowed: return true
    case .sequence(let nodes): return nodes.allSatisfy { add($0) }
    case .either(let nodes): return nodes.map { add($0) }.contains(true)
    case .times(let node, let least, _): return add(node) || least == 0
    }
  }
}
