/// A value that is bound to a statement.
public enum SQLiteValue: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// `NULL`.
  case null
  /// A whole number.
  case number(Int)
  /// A text.
  case text(String)

  /// A text, or `NULL` for none.
  public init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }

  /// A text written in source code.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A number written in source code.
  public init(integerLiteral value: Int) { self = .number(value) }
}
