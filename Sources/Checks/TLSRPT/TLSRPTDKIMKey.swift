import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let tlsrptDKIMKey = DomainCheck(
    CheckDescription(
      id: "TLSRPT-DKIM-KEY",
      area: .tlsRPT,
      title: "Keys for TLS reports alone sign no mail",
      severity: .medium,
      severityReason: "verifiers ignore such a key for mail",
      appliesWhen: "the key of a known selector has tlsrpt among its services (s=)",
      rule: """
        Fail if the service list of a key that the owner names as one that signs mail has tlsrpt, but neither email nor \
        *. Unknown for such a key at a selector of which nobody knows what it signs.
        """,
      whyItMatters: "The signature counts as none, and DMARC fails where it rests on DKIM.",
      remedy: "Sign mail with a selector whose key has no s= at all, and keep the key with s=tlsrpt for reports.",
      standards: ["RFC 8460 §3", "RFC 6376 §3.6.1"],
      causes: ["DKIM-KEY-FLAGS", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "a key for both", zone: #"a._domainkey TXT "v=DKIM1; s=email:tlsrpt; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(
        .fail, "a key for reports that signs mail",
        zone: #"a._domainkey TXT "v=DKIM1; s=tlsrpt; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(
        .unknown, "a key for reports at a selector that was guessed",
        zone: #"mail._domainkey TXT "v=DKIM1; s=tlsrpt; p=\#(DKIMExampleKeys.rsa2048)""#),
      CheckExample(
        .notApplicable, "a key for mail", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") { $0.selectors = ["a"] }
    ]
  ) { survey in
    survey.judgeKeys(where: { $0.record.serviceTypes.contains("tlsrpt") }, otherwise: "no key is for TLS reports") {
      key in
      guard !key.record.isForEmail else { return [] }
      if key.isNamed {
        return [
          key.finding(.fail, "The key of selector \(key.name) is for TLS reports alone, and signs mail.", tag: "s")
        ]
      }
      return [
        key.finding(
          .unknown,
          "The key of selector \(key.name) is for TLS reports alone; whether mail is signed with it is not known.",
          tag: "s", remedy: "Name the selectors that sign your mail with --selector.")
      ]
    }
  }
}
