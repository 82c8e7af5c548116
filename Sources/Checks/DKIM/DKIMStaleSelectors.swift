import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import Survey

extension DomainCheck {
  static let dkimStaleSelectors = DomainCheck(
    CheckDescription(
      id: "DKIM-STALE-SELECTORS",
      area: .dkim,
      title: "Keys that nothing signs with any more are revoked",
      severity: .low,
      severityReason: "a forgotten key is a risk that nobody watches",
      appliesWhen: "reports of receivers cover 90 days or more (--reports)",
      rule: """
        For each key that is live: info if no report of the last 90 days or more names its selector, in a signature that \
        passed or failed; warn if it is also an RSA key under 2048 bits, or stands at the end of an alias, with somebody \
        who may not work for the domain any more. Keys in test mode are left out. Unknown when mail was reported on fewer \
        than half of the days, or when not everything that was reported could be kept.
        """,
      whyItMatters:
        "Whoever holds the private key of a live selector can still sign as the domain, a former provider too.",
      remedy: """
        Ask who still uses the selector, systems that send once a quarter too. Then remove its CNAME record, or publish \
        its key with an empty p=.
        """,
      standards: [
        "M3AAWG, DKIM Key Rotation Best Common Practices (2019) §Revocation", "RFC 6376 §3.6.1", "RFC 9990 §3.1.1.11"
      ],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the selector signs", zone: zone) { ($0.selectors, $0.reportedUse) = (["s1"], use(["s1"])) },
      CheckExample(.info, "a selector that nobody reported", zone: zone) {
        ($0.selectors, $0.reportedUse) = (["s1", "ed"], use(["s1"]))
      },
      CheckExample(.warn, "one that somebody else publishes", zone: zone + aliases) {
        ($0.selectors, $0.reportedUse) = (["s1", "crm"], use(["s1"]))
      },
      CheckExample(.unknown, "reports of three days out of ninety", zone: zone) {
        ($0.selectors, $0.reportedUse) = (["s1", "ed"], use(["s1"], days: 3))
      },
      CheckExample(.notApplicable, "no reports", zone: zone) { $0.selectors = ["s1"] }
    ]
  ) { survey in
    guard let use = survey.options.reportedUse, use.end - use.begin >= quarter else {
      return .notApplicable("no reports of 90 days were given (--reports)")
    }
    return survey.judgeKeys { key in
      guard key.record.material != .revoked, !key.record.isTesting, !use.selectors.contains(key.name.lowercased())
      else {
        return []
      }
      if let doubt = doubt(use) { return [key.finding(.unknown, doubt)] }
      return [stale(key, use)]
    }
  }

  /// The shortest time that a selector has to be silent: 90 days, in seconds.
  private static let quarter = 90 * 86_400

  /// Why silence means nothing; nil when it does.
  private static func doubt(_ use: ReportedUse) -> String? {
    let span = (use.end - use.begin) / 86_400
    if use.days * 2 < span {
      return "Mail was reported on \(use.days) of \(span) days: too few to tell a silent selector."
    }
    return use.isWhole ? nil : "More sources were reported than are kept: one of them may use the selector."
  }

  private static func stale(_ key: KnownKey, _ use: ReportedUse) -> Finding {
    let span = (use.end - use.begin) / 86_400
    let silent = "No report of \(span) days names the selector \(key.name), whose key is live"
    if let target = key.selector.lookup.aliasTargets.last {
      return key.finding(.warn, silent + ": it stands at \(target).")
    }
    if let bits = key.rsa?.bitCount, bits < 2_048 { return key.finding(.warn, silent + ": RSA with \(bits) bits.") }
    return key.finding(.info, silent + ".")
  }

  private static let zone = """
    s1._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    ed._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    """

  private static let aliases = """

    crm._domainkey CNAME k1.crm.example.
    k1.crm.example. TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    """

  private static func use(_ selectors: Set<String>, days: Int = 80) -> ReportedUse {
    ReportedUse(selectors: selectors, begin: 0, end: 91 * 86_400, days: days, isWhole: true)
  }
}
