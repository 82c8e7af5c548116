import AuditModel
import MailAuthentication
import OpenSSLKit
import Survey

extension DomainCheck {
  static let dkimKeyWeak = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-WEAK",
      area: .dkim,
      title: "The key is not known to be weak",
      severity: .high,
      severityReason: "a weak key lets others sign as you",
      appliesWhen: "a key resolves",
      rule: """
        For each key: fail if the exponent is 1 or even, the modulus is even, has a prime factor below 256, shares a \
        factor with another key of the audit, or bears the ROCA fingerprint, or if the key is an example of an RFC, \
        whose private key is printed there; warn if the exponent is 3 or has more than 31 bits. Unknown for a \
        selector that could not be read, named or tried.
        """,
      whyItMatters: "Whoever finds the private key signs mail as the domain, and it passes DMARC.",
      remedy: "Make a new RSA key of 2048 bits, publish it under a new selector, sign with it, and revoke the old one.",
      standards: ["RFC 8301 §3.2", "RFC 6376 §8", "RFC 8017 §3.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a sound key", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .fail, "the example key of RFC 8463",
        zone: #"a._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=""#
      ) { $0.selectors = ["a"] },
      CheckExample(.fail, "the example key of RFC 6376", zone: #"a._domainkey TXT "p=\#(DKIMExampleKeys.brisbane)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.warn, "exponent 3", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.exponentThree)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.notApplicable, "no key", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeAllKeys { keys in
      keys.enumerated().flatMap { index, key in
        (key.rsa?.weaknesses() ?? []).map { finding(of: $0, in: key) } + examples(key)
          + (index < mostCompared ? shared(key, among: keys[..<index]) : [])
      }
    }
  }

  /// Each comparison costs some 30 microseconds for 2048 bits: keys behind these are not compared.
  private static let mostCompared = 16

  private static func finding(of weakness: RSAWeakness, in key: KnownKey) -> Finding {
    let name = "The RSA key of selector \(key.name)"
    return switch weakness {
    case .exponentIsOne: key.finding(.fail, name + " has the exponent 1: a signature is the text itself.")
    case .exponentIsEven: key.finding(.fail, name + " has an even exponent: nothing can be signed with it.")
    case .exponentIsThree:
      key.finding(.warn, name + " has the exponent 3, with which careless verifiers can be fooled.")
    case .exponentIsLong(let bits):
      key.finding(.warn, name + " has an exponent of \(bits) bits, which several libraries refuse.")
    case .modulusIsEven: key.finding(.fail, name + " has an even modulus: anybody can factor it.")
    case .smallFactor(let factor): key.finding(.fail, name + " is divisible by \(factor): anybody can factor it.")
    case .roca:
      key.finding(.fail, name + " bears the fingerprint of flawed hardware (ROCA, CVE-2017-15361): it can be factored.")
    }
  }

  private static func shared(_ key: KnownKey, among others: ArraySlice<KnownKey>) -> [Finding] {
    others.compactMap { other in
      guard let mine = key.rsa, let theirs = other.rsa, mine.sharedFactor(with: theirs) != nil else { return nil }
      return Finding(
        .fail, subject: key.name,
        "The keys of the selectors \(other.name) and \(key.name) share a factor: anybody can compute both private keys.",
        evidence: other.evidence(tag: "p") + key.evidence(tag: "p"))
    }
  }

  private static func examples(_ key: KnownKey) -> [Finding] {
    guard let publicKey = key.record.publicKey, let document = PublishedKeys.source(of: publicKey) else { return [] }
    return [
      key.finding(.fail, "The key of selector \(key.name) is the example of \(document), with its private key.")
    ]
  }
}

/// Keys whose private halves are printed in standards, by the last octets of the modulus or the point.
private enum PublishedKeys {
  private static let keys: [(end: [UInt8], document: String)] = [
    ([0x63, 0xD2, 0x3C, 0x37, 0x50, 0x3C, 0xD5, 0x18, 0x72, 0x47, 0x10, 0xD9], "RFC 6376 §C"),
    ([0x69, 0x2B, 0xC8, 0xE4, 0xC8, 0x29, 0x3F, 0xA5, 0xFC, 0xAE, 0x30, 0xDD], "RFC 8463 §A.1"),
    ([0xDA, 0xA6, 0x23, 0x25, 0xAF, 0x02, 0x1A, 0x68, 0xF7, 0x07, 0x51, 0x1A], "RFC 8463 §A.1")
  ]

  static func source(of key: PublicKey) -> String? {
    let octets =
      switch key {
      case .rsa(let key): key.modulus
      case .ed25519(let key): key.octets
      }
    return keys.first { octets.suffix($0.end.count) == $0.end[...] }?.document
  }
}
