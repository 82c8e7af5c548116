/// The name of a check, such as `SPF-LOOKUP-LIMIT`. Ids are for ever: never renamed, never used again.
public struct CheckID: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  /// The name in capitals.
  public let rawValue: String

  /// Wraps a name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A name written in source code.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// Whether the names are equal: their lengths tell nearly always.
  func isSame(as other: CheckID) -> Bool {
    rawValue.utf8.count == other.rawValue.utf8.count && rawValue == other.rawValue
  }

  /// By name.
  public static func < (left: CheckID, right: CheckID) -> Bool { left.rawValue < right.rawValue }
}

extension CheckID: CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }
}
