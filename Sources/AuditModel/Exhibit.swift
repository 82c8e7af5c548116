/// A picture of what was looked at: forms that can draw show it beside the findings.
public enum Exhibit: Sendable, Hashable {
  /// What leads to what.
  case tree(TreeExhibit)
  /// Things against what was seen of each.
  case matrix(MatrixExhibit)
}

/// A tree, such as the records that an SPF record includes.
public struct TreeExhibit: Sendable, Hashable {
  /// What the tree shows.
  public let title: String
  /// Where it begins.
  public let root: Node

  /// Makes a tree of its parts.
  public init(title: String, root: Node) {
    self.title = title
    self.root = root
  }

  /// One node.
  public struct Node: Sendable, Hashable {
    /// The name.
    public let label: String
    /// What is said of it; empty for nothing.
    public let note: String
    /// How it is taken; nil when it is only shown.
    public let verdict: Verdict?
    /// What it leads to, in order.
    public let children: [Node]

    /// Makes a node of its parts.
    public init(_ label: String, note: String = "", verdict: Verdict? = nil, children: [Node] = []) {
      self.label = label
      self.note = note
      self.verdict = verdict
      self.children = children
    }
  }
}

/// Rows and columns, such as mail hosts against what they can do.
public struct MatrixExhibit: Sendable, Hashable {
  /// What the matrix shows.
  public let title: String
  /// The names of the columns, that of the rows' own names first.
  public let columns: [String]
  /// The rows.
  public let rows: [Row]

  /// Makes a matrix of its parts.
  public init(title: String, columns: [String], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The name.
    public let label: String
    /// What was seen, one for each column behind the first.
    public let cells: [Cell]

    /// Makes a row of its parts.
    public init(_ label: String, _ cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  /// What was seen of one thing.
  public struct Cell: Sendable, Hashable {
    /// How it is taken.
    public let verdict: Verdict
    /// What was seen, a word or two.
    public let words: String

    /// Makes a cell of its parts.
    public init(_ verdict: Verdict, _ words: String) {
      self.verdict = verdict
      self.words = words
    }
  }
}
