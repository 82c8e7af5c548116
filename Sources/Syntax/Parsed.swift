/// What a parser made of a text: the value as far as it could be read, and every fault.
///
/// A parser throws for nothing that a stranger can publish. It never changes; a class, because it is passed on often.
public final class Parsed<Value: Sendable>: Sendable {
  /// The text as it was found.
  public let text: [UInt8]
  /// The value; nil when the text cannot be read as one at all.
  public let value: Value?
  /// All faults, in the order of their place.
  public let faults: [SyntaxFault]

  /// Makes the result of its parts.
  public init(text: [UInt8], value: Value?, faults: [SyntaxFault]) {
    self.text = text
    self.value = value
    self.faults = faults
  }
}

extension Parsed: Equatable where Value: Equatable {
  /// Whether the text and all that was made of it are equal.
  public static func == (left: Parsed, right: Parsed) -> Bool {
    left === right || left.text == right.text && left.value == right.value && left.faults == right.faults
  }
}

/// One place in a text that breaks a rule.
public struct SyntaxFault: Sendable, Hashable {
  /// The octets concerned, as offsets into the text.
  public let range: Range<Int>
  /// What is wrong there, a phrase without a full stop.
  public let message: String
  /// The paragraph that it breaks, such as `RFC 7208 §5.6`.
  public let reference: String
  /// Whether the standard lets the reader go on, or the whole text is void.
  public let gravity: Gravity

  /// Makes a fault of its parts.
  public init(_ range: Range<Int>, _ message: String, _ reference: String, gravity: Gravity = .fatal) {
    self.range = range
    self.message = message
    self.reference = reference
    self.gravity = gravity
  }

  /// How much a fault spoils.
  public enum Gravity: Int, Sendable, Comparable {
    /// Worth a remark; readers accept it.
    case remark
    /// The part is ignored or replaced by its default.
    case ignored
    /// The whole text is void.
    case fatal

    /// By weight.
    public static func < (left: Gravity, right: Gravity) -> Bool { left.rawValue < right.rawValue }
  }
}
