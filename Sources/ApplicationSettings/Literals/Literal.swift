/// A value as a programming language writes it, and where.
struct Literal: Sendable, Hashable {
  /// The value.
  let value: Value
  /// The octets of the file that it takes.
  let range: Range<Int>

  /// What can be written without computing.
  indirect enum Value: Sendable, Hashable {
    case string(String)
    case number(Int)
    case boolean(Bool)
    case null
    case list([Entry])
    /// An expression whose value shows only when it runs.
    case computed
    /// Nothing stands where a value is wanted.
    case missing
  }

  /// One pair of a list; without a key in a plain one.
  struct Entry: Sendable, Hashable {
    let key: String?
    let value: Literal
  }

  /// The value at `path`; nil when there is none.
  func descending(_ path: ArraySlice<String>) -> Literal? {
    guard let key = path.first else { return self }
    switch value {
    case .list(let entries):
      return entries.last { $0.key == key }.flatMap { $0.value.descending(path.dropFirst()) }
    case .computed: return self
    default: return nil
    }
  }
}

/// `variable[path…] = value`.
struct Assignment: Sendable, Hashable {
  /// The variable with its sign, such as `$conf`.
  let variable: String
  /// The keys in brackets.
  let path: [String]
  /// The value.
  let value: Literal
  /// Whether it depends on a condition.
  let isConditional: Bool
}

/// What was read of one file.
struct LiteralScript: Sendable {
  /// The assignments in their order.
  var assignments: [Assignment] = []
  /// Offsets of statements that read other files.
  var inclusions: [Int] = []
  /// What else there is to know: the offset, and a phrase.
  var remarks: [(offset: Int, message: String)] = []
  /// Offsets of statements that change where PHP looks for files.
  var searchPaths: [Int] = []
  /// What breaks the syntax: the offset, and a phrase.
  var faults: [(offset: Int, message: String)] = []

  /// The phrase for a list without its end.
  static let unendedList = "a list that begins here does not end"

  mutating func fault(_ offset: Int, _ message: String) {
    if faults.count < SettingsLimits.faults { faults.append((offset, message)) }
  }
}
