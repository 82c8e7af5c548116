/// A published list of demands that checks belong to.
public enum Profile: String, Sendable, CaseIterable {
  /// Gmail's rules for bulk senders.
  case gmailBulk = "gmail-bulk"
  /// Yahoo's rules for bulk senders.
  case yahooBulk = "yahoo-bulk"
  /// Microsoft's rules for bulk senders.
  case microsoftBulk = "microsoft-bulk"
  /// NIST SP 800-177r1.
  case nist800177 = "nist-800-177"
  /// CISA Binding Operational Directive 18-01.
  case bod1801 = "bod-18-01"
  /// Internet.nl.
  case internetNL = "internet.nl"
  /// The list before a domain goes live.
  case preLaunch = "pre-launch"
}

/// How a profile asks for a check.
public struct ProfileMembership: Sendable, Hashable {
  /// The profile.
  public let profile: Profile
  /// Whether the profile requires the check, or only advises it.
  public let role: Role

  /// Whether a check is required or advised.
  public enum Role: String, Sendable {
    /// The profile fails when the check fails.
    case required
    /// A failure is a remark.
    case advised
  }

  /// The profile requires the check.
  public static func required(_ profile: Profile) -> ProfileMembership { .init(profile: profile, role: .required) }

  /// The profile advises the check.
  public static func advised(_ profile: Profile) -> ProfileMembership { .init(profile: profile, role: .advised) }
}
