import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimKeyFlags = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-FLAGS",
      area: .dkim,
      title: "Test mode and restrictive flags are intentional",
      severity: .medium,
      severityReason: "t=y tells verifiers to ignore failure and often success",
      appliesWhen: "a key resolves",
      rule: """
        For each key record of a selector that the owner names, and of one whose provider the domain uses: warn if t=y; \
        fail if s= lists neither * nor email; warn if h= lists hashes but not sha256 (sha1 alone is judged by \
        DKIM-ALG-SHA1). For a selector of which no use is known these are info. Fail if the obsolete g= is empty, info \
        if it has a value. Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: """
        Some receivers treat mail under t=y as unsigned. A key that is not for email, or not for sha256, does not count \
        at all.
        """,
      remedy: "Remove the flag when the rollout is over: v=DKIM1; k=rsa; p=... is all that a key for mail needs.",
      standards: [
        "RFC 6376 §3.6.1", "RFC 8460 §3", "M3AAWG, Email Authentication Recommended Best Practices (2020) §DKIM"
      ],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "no flags", zone: #"a._domainkey TXT "v=DKIM1; k=rsa; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.warn, "test mode", zone: #"a._domainkey TXT "v=DKIM1; t=y; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .info, "test mode of a selector of which no use is known",
        zone: #"mail._domainkey TXT "v=DKIM1; t=y; p=\#(DKIMExampleKeys.rsa2048)""#),
      CheckExample(
        .fail, "a key for reports alone", zone: #"a._domainkey TXT "v=DKIM1; s=tlsrpt; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.fail, "an empty g=", zone: #"a._domainkey TXT "g=; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeKeys { key in
      guard key.record.material != .revoked else { return [] }
      return flags(of: key) + granularity(of: key)
    }
  }

  private static func flags(of key: KnownKey) -> [Finding] {
    let record = key.record
    let soften = { (verdict: Verdict) in key.selector.certainty == .possible ? .info : verdict }
    var findings: [Finding] = []
    if record.isTesting {
      findings.append(
        key.finding(soften(.warn), "The key of selector \(key.name) is in test mode (t=y).", tag: "t"))
    }
    if !record.isForEmail {
      let services = record.serviceTypes.joined(separator: ", ")
      findings.append(
        key.finding(
          soften(.fail), "The key of selector \(key.name) is not for email: its services are \(services).", tag: "s",
          remedy: "Remove s= from the record, or use a selector of its own for mail."))
    }
    if let hashes = record.hashAlgorithms, !hashes.contains("sha256"), hashes != ["sha1"] {
      findings.append(
        key.finding(
          soften(.warn), "The key of selector \(key.name) may not be used with SHA-256.", tag: "h",
          remedy: "Remove h= from the record, or add sha256 to it."))
    }
    return findings
  }

  /// RFC 4871 §3.6.1 had `g=`, the local part that may use the key; RFC 6376 dropped it.
  private static func granularity(of key: KnownKey) -> [Finding] {
    guard let value = key.record.granularity else { return [] }
    let effect = value.isEmpty ? "old verifiers take it as a key for nobody" : "RFC 6376 dropped it"
    return [
      key.finding(
        value.isEmpty ? .fail : .info, "The key of selector \(key.name) has the obsolete tag g=: \(effect).", tag: "g",
        remedy: "Remove g= from the record.")
    ]
  }
}
