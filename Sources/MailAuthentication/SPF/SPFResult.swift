/// The result of check_host() (RFC 7208 §2.6).
public enum SPFResult: String, Sendable, Hashable, CaseIterable {
  /// No record, or no domain to ask about (§2.6.1).
  case none
  /// The domain says nothing about the address (§2.6.2).
  case neutral
  /// The address may send in the name of the domain (§2.6.3).
  case pass
  /// The address may not (§2.6.4).
  case fail
  /// Something between neutral and fail (§2.6.5).
  case softfail
  /// A passing error, as a rule of the DNS (§2.6.6).
  case temperror
  /// The published records cannot be interpreted (§2.6.7).
  case permerror
}

/// The qualifier of a directive: the result of its match (RFC 7208 §4.6.2).
public enum SPFQualifier: UInt8, Sendable, Hashable {
  /// `+`, and the default.
  case pass = 0x2B
  /// `-`.
  case fail = 0x2D
  /// `~`.
  case softfail = 0x7E
  /// `?`.
  case neutral = 0x3F

  /// The result of a match.
  public var result: SPFResult {
    switch self {
    case .pass: .pass
    case .fail: .fail
    case .softfail: .softfail
    case .neutral: .neutral
    }
  }
}
