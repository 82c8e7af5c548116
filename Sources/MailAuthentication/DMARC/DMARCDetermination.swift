public import DNS

/// A value that follows from DNS answers, or the first answer that failed to come: RFC 9989 never lets a reader take a
/// temporary error for absence (§4.10).
public enum DMARCDetermination<Value: Sendable>: Sendable {
  /// What the answers say.
  case known(Value)
  /// Nobody can tell before this question has an answer.
  case temporaryError(DNSQuestion, DNSFailure)

  /// The value; nil when it is not known.
  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// Derives another value from a known one.
  public func map<Other>(_ transform: (Value) -> Other) -> DMARCDetermination<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .temporaryError(let question, let failure): .temporaryError(question, failure)
    }
  }
}

extension DMARCDetermination: Equatable where Value: Equatable {}
