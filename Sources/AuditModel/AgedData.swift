/// Data that ships with mailaudit and is older than it should be.
public struct AgedData: Sendable, Hashable {
  /// What it is.
  public let name: String
  /// The day that it is of.
  public let date: String
  /// Its age in days.
  public let days: Int
  /// What to do, a sentence.
  public let remedy: String

  /// Makes the value of its parts.
  public init(name: String, date: String, days: Int, remedy: String) {
    self.name = name
    self.date = date
    self.days = days
    self.remedy = remedy
  }
}
