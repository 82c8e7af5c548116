public import AuditModel

extension ProfileRules {
  /// The rules of a profile.
  public static func of(_ profile: Profile) -> ProfileRules {
    switch profile {
    case .gmailBulk: gmailBulk
    case .yahooBulk: yahooBulk
    case .microsoftBulk: microsoftBulk
    case .nist800177: nist800177
    case .bod1801: bod1801
    case .internetNL: internetNL
    case .preLaunch: preLaunch
    }
  }

  /// What receivers ask of advertising and subscribed mail only.
  static let unsubscribing: Set<CheckID> = [
    "BULK-UNSUB-HEADERS", "BULK-UNSUB-SIGNED", "BULK-UNSUB-ENDPOINT", "BULK-UNSUB-TIME", "BULK-UNSUB-BODY"
  ]
}
