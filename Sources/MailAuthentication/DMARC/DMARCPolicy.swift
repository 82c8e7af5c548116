/// What a domain owner asks for when mail fails DMARC: the Domain Owner Assessment Policy (RFC 9989 §4.7, tags `p`,
/// `sp` and `np`).
public enum DMARCPolicy: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing: monitoring mode.
  case none
  /// The mail is suspicious.
  case quarantine
  /// The mail is not the domain owner's.
  case reject

  /// By strength.
  public static func < (left: DMARCPolicy, right: DMARCPolicy) -> Bool { left.rawValue < right.rawValue }

  /// One level weaker, as test mode asks (RFC 9989 §4.7, tag `t`).
  public var lowered: DMARCPolicy { self == .reject ? .quarantine : .none }
}

extension DMARCPolicy: CustomStringConvertible {
  /// The value of the tag.
  public var description: String {
    switch self {
    case .none: "none"
    case .quarantine: "quarantine"
    case .reject: "reject"
    }
  }
}

/// How an identifier has to match the author domain (RFC 9989 §4.7, tags `adkim` and `aspf`).
public enum DMARCAlignmentMode: String, Sendable, Hashable {
  /// The organizational domains are the same; the default.
  case relaxed = "r"
  /// The domains are the same.
  case strict = "s"
}

/// What a record says about being at a public suffix (RFC 9989 §4.7, tag `psd`).
public enum DMARCPublicSuffixFlag: String, Sendable, Hashable {
  /// The domain is a public suffix domain.
  case yes = "y"
  /// The domain is the organizational domain of itself and the names below.
  case no = "n"
  /// Nothing is said; the default.
  case undefined = "u"
}

/// When failure reports are asked for (RFC 9989 §4.7, tag `fo`).
public struct DMARCFailureOptions: OptionSet, Sendable, Hashable {
  /// One bit an option.
  public let rawValue: Int

  /// Takes the bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// `0`: when no mechanism gives an aligned pass; the default.
  public static let allFail = DMARCFailureOptions(rawValue: 1)
  /// `1`: when any mechanism gives something else than an aligned pass.
  public static let anyFail = DMARCFailureOptions(rawValue: 2)
  /// `d`: when a DKIM signature fails, aligned or not.
  public static let dkim = DMARCFailureOptions(rawValue: 4)
  /// `s`: when SPF fails, aligned or not.
  public static let spf = DMARCFailureOptions(rawValue: 8)
}
