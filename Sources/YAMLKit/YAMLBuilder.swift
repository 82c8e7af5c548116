/// Puts the events of a text together.
struct YAMLBuilder {
  private(set) var nodes: [YAMLNode] = []
  private(set) var roots: [Int] = []
  /// The collections that are not closed yet.
  private var open: [Collection] = []
  private var anchors: [String: Int] = [:]

  private struct Collection {
    let node: Int
    let isMapping: Bool
    var children: [Int] = []
  }

  /// Whether another collection may begin.
  var isFull: Bool { open.count >= YAMLLimits.depth || nodes.count >= YAMLLimits.nodes }

  mutating func beginDocument() { anchors = [:] }

  mutating func scalar(_ text: String, _ style: YAMLNode.Style, anchor: String?, _ range: Range<Int>) {
    _ = add(.scalar(text, style), anchor: anchor, range)
  }

  mutating func alias(_ anchor: String, _ range: Range<Int>) {
    _ = add(.alias(anchors[anchor]), anchor: nil, range)
  }

  mutating func begin(isMapping: Bool, anchor: String?, _ range: Range<Int>) {
    let node = add(isMapping ? .mapping([]) : .sequence([]), anchor: anchor, range)
    open.append(Collection(node: node, isMapping: isMapping))
  }

  mutating func end(_ offset: Int) {
    guard let collection = open.popLast() else { return }
    let start = nodes[collection.node].range.lowerBound
    nodes[collection.node].range = start..<max(start, offset)
    nodes[collection.node].value =
      collection.isMapping ? .mapping(Self.pairs(collection.children)) : .sequence(collection.children)
  }

  /// Closes what a broken text left open.
  mutating func endAll(_ offset: Int) {
    while !open.isEmpty { end(offset) }
  }

  private mutating func add(_ value: YAMLNode.Value, anchor: String?, _ range: Range<Int>) -> Int {
    let node = nodes.count
    nodes.append(YAMLNode(value: value, range: range))
    if let anchor { anchors[anchor] = node }
    if open.isEmpty { roots.append(node) } else { open[open.count - 1].children.append(node) }
    return node
  }

  private static func pairs(_ children: [Int]) -> [YAMLNode.Pair] {
    stride(from: 0, to: children.count, by: 2).map { place in
      YAMLNode.Pair(key: children[place], value: place + 1 < children.count ? children[place + 1] : nil)
    }
  }
}
