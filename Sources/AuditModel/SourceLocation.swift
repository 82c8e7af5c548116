/// A place in a file of the owner: the settings of an application, a zone file.
public struct SourceLocation: Sendable, Hashable {
  /// The file as it was named.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1; nil for the whole line.
  public let column: Int?

  /// Makes a place of its parts.
  public init(file: String, line: Int, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
