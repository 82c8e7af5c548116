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

  /// How profiles take a domain that is declared as parked. The checks for parked domains ask for more than profiles do, so
  /// that their failure leaves open what is asked for here.
  static let parked: [Reading] = [Verdict.fail, .unknown].flatMap { verdict in
    [
      Reading("SPF-PRESENT", .notApplicable, means: .unknown, when: ("SPF-NONSENDING", verdict)),
      Reading("DMARC-PRESENT", .notApplicable, means: .unknown, when: ("DMARC-PARKED", verdict))
    ]
  }
}
