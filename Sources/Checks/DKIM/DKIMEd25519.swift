import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimEd25519 = DomainCheck(
    CheckDescription(
      id: "DKIM-ED25519",
      area: .dkim,
      title: "Ed25519 is only used beside RSA, and tested at Yahoo",
      severity: .medium,
      severityReason: "the largest receivers do not verify it",
      appliesWhen: "a known key is an Ed25519 key",
      rule: """
        If none of the selectors that the owner names has an RSA key: fail. If the selectors were found, not named, and \
        none has an RSA key: unknown, for there may be others. Pass if an RSA key is known too. Unknown for a \
        selector that could not be read, unless an RSA key is known.
        """,
      whyItMatters: """
        Measured: Gmail takes an Ed25519 signature as neutral, Microsoft as failed, Yahoo as a permanent failure. Mail \
        that has no other signature counts as unsigned there.
        """,
      remedy: "Sign with RSA of 2048 bits as well, and send a test to Yahoo before adding Ed25519.",
      standards: [
        "RFC 8463 §3", "Yahoo, Sender FAQs (edition of 2025-08-02) §How are multiple DKIM signatures evaluated",
        "URIports, Ed25519 adoption measurement (secondary source) §measurement"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.yahooBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      CheckExample(
        .fail, "Ed25519 alone", zone: #"a._domainkey TXT "v=DKIM1; k=ed25519; p=\#(DKIMExampleKeys.ed25519)""#
      ) { $0.selectors = ["a"] },
      CheckExample(
        .pass, "an RSA key beside it",
        zone: #"""
          a._domainkey TXT "v=DKIM1; k=ed25519; p=\#(DKIMExampleKeys.ed25519)"
          b._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)"
          """#
      ) { $0.selectors = ["a", "b"] },
      CheckExample(
        .unknown, "selectors were guessed",
        zone: #"mail._domainkey TXT "v=DKIM1; k=ed25519; p=\#(DKIMExampleKeys.ed25519)""#),
      CheckExample(.notApplicable, "RSA alone", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    let (keys, unread) = (survey.knownKeys, survey.unreadSelectors)
    let edwards = keys.filter { $0.record.keyType == .ed25519 && $0.record.material != .revoked }
    // Beside an RSA key that is seen, an Ed25519 key that is not does no harm.
    let isBesideRSA = keys.contains { $0.rsa != nil }
    if edwards.isEmpty, unread.isEmpty || isBesideRSA { return .notApplicable("no Ed25519 key is known") }
    if isBesideRSA, !survey.options.isParked {
      return .findings(edwards.map { finding($0, isBesideRSA: true, isComplete: true) })
    }
    return survey.judgeAllKeys { _ in
      edwards.map { finding($0, isBesideRSA: false, isComplete: $0.isNamed && unread.isEmpty) }
    }
  }

  private static func finding(_ key: KnownKey, isBesideRSA: Bool, isComplete: Bool) -> Finding {
    let statement = "The key of selector \(key.name) is an Ed25519 key"
    if isBesideRSA { return key.finding(.pass, statement + "; an RSA key is known too.", tag: "k") }
    if isComplete { return key.finding(.fail, statement + ", and no named selector has an RSA key.", tag: "k") }
    return key.finding(
      .unknown, statement + "; whether mail is signed with RSA too is not known.", tag: "k",
      remedy: "Name all selectors that sign mail with --selector.")
  }
}
