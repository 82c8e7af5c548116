/// What looking for something on a machine came to: there are four answers, never two.
public enum Sight<Value: Sendable>: Sendable {
  /// It is there.
  case present(Value)
  /// It is not there, for sure.
  case absent
  /// It is there and cannot be read as what it is to be: why.
  case malformed(String)
  /// It could not be looked at: why.
  case unseen(String)

  /// The value where there is one.
  public var value: Value? { if case .present(let value) = self { value } else { nil } }

  /// Whether it is not there, for sure.
  public var isAbsent: Bool { if case .absent = self { true } else { false } }

  /// Why it could not be looked at; nil where it could.
  public var unseenReason: String? { if case .unseen(let reason) = self { reason } else { nil } }

  /// The same answer about what `read` makes of the value.
  public func flatMap<Other: Sendable>(_ read: (Value) -> Sight<Other>) -> Sight<Other> {
    switch self {
    case .present(let value): read(value)
    case .absent: .absent
    case .malformed(let reason): .malformed(reason)
    case .unseen(let reason): .unseen(reason)
    }
  }

  /// The same answer about what `read` makes of the value.
  public func map<Other: Sendable>(_ read: (Value) -> Other) -> Sight<Other> {
    flatMap { .present(read($0)) }
  }
}
