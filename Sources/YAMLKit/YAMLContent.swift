/// What a reader made of a YAML text: nodes that name each other by their number, so that an alias costs nothing, however
/// often it is repeated.
public struct YAMLContent: Sendable {
  /// All nodes, in the order in which they begin.
  public let nodes: [YAMLNode]
  /// The root of each document.
  public let roots: [Int]
  /// What is wrong, in order; behind the last one nothing was read.
  public let faults: [YAMLFault]
}

/// A value in a YAML text, and the octets that it takes.
public struct YAMLNode: Sendable, Hashable {
  /// The value.
  public internal(set) var value: Value
  /// Its octets in the text.
  public internal(set) var range: Range<Int>

  /// The kinds of values, YAML 1.2 §3.2.1.
  public enum Value: Sendable, Hashable {
    /// A text.
    case scalar(String, Style)
    /// A list.
    case sequence([Int])
    /// Keys and values.
    case mapping([Pair])
    /// The value of another node, which may lie around this one; nil when no node has that anchor.
    case alias(Int?)
  }

  /// How a text is written, YAML 1.2 §7.3 and §8.1.
  public enum Style: Sendable, Hashable {
    /// Without quotes: it may stand for a number, a flag or nothing.
    case plain
    /// In quotes, or as a block with a text for its head.
    case text
    /// Without quotes or in them, and over several lines, which are joined.
    case folded
  }

  /// A key with its value.
  public struct Pair: Sendable, Hashable {
    /// The node of the key.
    public let key: Int
    /// The node of the value; nil where the text broke off.
    public let value: Int?
  }
}

/// What is wrong at a place of a YAML text.
public struct YAMLFault: Error, Sendable, Hashable {
  /// The octet at which it shows.
  public let offset: Int
  /// A phrase.
  public let message: String
}

/// What is read of a YAML text at most.
public enum YAMLLimits {
  /// Collections within collections; libyaml keeps a stack for them.
  public static let depth = 64
  /// Nodes; the values of a large Helm chart are 5,000.
  public static let nodes = 100_000
  /// Directives (`%TAG`), for which libyaml searches all earlier ones.
  public static let directives = 32
}
