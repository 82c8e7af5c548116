import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import Survey
import Syntax

extension DomainCheck {
  static let dkimKeySyntax = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-SYNTAX",
      area: .dkim,
      title: "The key record parses",
      severity: .critical,
      severityReason: "a bad record is a permanent error",
      appliesWhen: "a selector resolves",
      rule: """
        For each key record: fail if v= is there but not first or not exactly DKIM1, a tag stands twice or is no tag, \
        p= is missing or no base64, the type of k= is unknown, or the octets are no public key of that type (rsa: \
        SubjectPublicKeyInfo or RSAPublicKey in DER; ed25519: 32 raw octets). Warn for what some verifiers refuse, such \
        as base64 without its padding. For a selector of which no use is known each counts one step less. \
        Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: "Verifiers answer a key that they cannot read with a permanent error: the mail counts as unsigned.",
      remedy: """
        Copy the record again from the signing server or the provider, as one line; in zone text, cut it into quoted \
        strings of at most 255 characters.
        """,
      standards: ["RFC 6376 §3.6.1", "RFC 6376 §3.2", "RFC 8463 §4", "RFC 8301 §3.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "an RSA key", zone: #"a._domainkey TXT "v=DKIM1; k=rsa; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .pass, "an Ed25519 key", zone: #"a._domainkey TXT "v=DKIM1; k=ed25519; p=\#(DKIMExampleKeys.ed25519)""#
      ) { $0.selectors = ["a"] },
      CheckExample(
        .fail, "an Ed25519 key as the openssl command writes it",
        zone: #"a._domainkey TXT "v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA\#(DKIMExampleKeys.ed25519)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.fail, "a key cut short", zone: #"a._domainkey TXT "v=DKIM1; p=MIIBIjANBgkqhkiG""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .warn, "base64 without its padding", zone: #"a._domainkey TXT "p=\#(DKIMExampleKeys.rsa512.dropLast(2))""#
      ) { $0.selectors = ["a"] },
      CheckExample(
        .warn, "a broken key at a selector of which no use is known",
        zone: #"mail._domainkey TXT "v=DKIM1; p=MIIBIjANBgkqhkiG""#),
      CheckExample(.notApplicable, "no key", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeKeys { key in key.parsed.faults.map { finding(of: $0, in: key) } }
  }

  private static func finding(of fault: SyntaxFault, in key: KnownKey) -> Finding {
    let isInUse = key.selector.certainty != .possible
    let verdict: Verdict =
      switch fault.gravity {
      case .fatal: isInUse ? .fail : .warn
      case .ignored: isInUse ? .warn : .info
      case .remark: .info
      }
    let statement = "The key record of selector \(key.name): \(fault.message) (\(fault.reference))."
    return Finding(
      verdict, subject: key.name, statement, evidence: key.evidence(fault.range), remedy: remedy(for: fault, in: key))
  }

  /// What to publish instead, when the record itself tells.
  private static func remedy(for fault: SyntaxFault, in key: KnownKey) -> String? {
    guard case .unreadable(let cause) = key.record.material, fault.message == cause.description,
      let value = key.record.tags["p"]?.value
    else { return nil }
    let octets = Base64(key.parsed.text, in: value).octets
    switch cause {
    case .wrappedEd25519:
      return "Publish the 32 octets alone: v=DKIM1; k=ed25519; p=\(Base64.encode(octets.suffix(32)))."
    case .rawEd25519: return "Add k=ed25519; to the record if this is an Ed25519 key."
    case .privateKey: return "Remove the record now, make a new key pair, and publish its public key alone."
    case .pem: return "Publish what stands between the lines BEGIN PUBLIC KEY and END PUBLIC KEY, without line breaks."
    case .certificate: return "Publish the public key alone: openssl x509 -pubkey -noout writes it."
    case .openSSH: return "Convert the key: ssh-keygen -e -m PKCS8 writes it, without the BEGIN and END lines."
    case .otherAlgorithm("Ed25519"), .otherAlgorithm("RSA"): return "Correct k= to the type of the key."
    case .otherAlgorithm: return "Sign with an RSA key of 2048 bits and publish that."
    case .malformed, .wrongLength: return nil
    }
  }
}
