public import DNS
import IDNKit

extension DomainName {
  /// Reads a name as people write it, U-labels turned into A-labels; nil when it is none.
  public init?(typed text: String) {
    guard let name = try? DomainName(userInput: text), !name.isRoot else { return nil }
    self = name
  }

  /// The name as people see it: U-labels in place of A-labels.
  public var shownText: String { unicodeDescription }
}
