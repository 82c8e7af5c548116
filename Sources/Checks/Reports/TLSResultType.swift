import AuditModel
import Survey

/// What a result type of a TLS report means (RFC 8460 §4.3), and which check shows the same from outside.
struct TLSResultType {
  /// What happened, a phrase.
  let words: String
  /// The checks to look at.
  let checks: [CheckID]
  private let advice: String

  /// What to do, with the checks to look at.
  var remedy: String { "\(advice) See \(checks.map { "\($0)" }.joined(separator: ", "))." }

  init(_ kind: TLSFailures.Kind) {
    let isDANE = kind.policy == .tlsa
    let found = Self.table[kind.resultType] ?? Self.unknown(kind.resultType)
    words = found.words
    advice = found.advice
    // Without a policy of the web's authorities, the certificate counts by its TLSA record only (RFC 7672 §3.1).
    checks = isDANE ? found.dane ?? found.checks : found.checks
  }

  private init(_ words: String, _ checks: [CheckID], dane: [CheckID]? = nil, _ advice: String) {
    self.words = words
    self.checks = checks
    self.advice = advice
    self.dane = dane
  }

  private var dane: [CheckID]?

  private static func unknown(_ type: String) -> TLSResultType {
    TLSResultType(
      type.isEmpty ? "the report does not tell why" : "the result type is none of RFC 8460",
      ["SMTP-STARTTLS", "TLS-CERT-VALID"], dane: ["DANE-TLSA-MATCH"],
      "Look at TLS and the certificates of every mail server.")
  }

  private static let table: [String: TLSResultType] = [
    "starttls-not-supported": TLSResultType(
      "the server did not offer STARTTLS", ["SMTP-STARTTLS"], dane: ["DANE-STARTTLS"],
      "Switch STARTTLS on at every mail server, and take devices away that strip it."),
    "certificate-host-mismatch": TLSResultType(
      "the certificate has another name than the mail server", ["STS-MX-CERT", "TLS-CERT-VALID"],
      dane: ["DANE-TLSA-MATCH", "DANE-TA-CHAIN"], "Get a certificate with the name that MX names."),
    "certificate-expired": TLSResultType(
      "the certificate has expired", ["TLS-CERT-EXPIRY"], "Renew it, have the renewal automated, and reload the server."
    ),
    "certificate-not-trusted": TLSResultType(
      "no authority that the sender trusts issued the certificate", ["STS-MX-CERT", "TLS-CERT-VALID"],
      dane: ["DANE-TA-CHAIN"], "Send the whole chain of a public authority."),
    "validation-failure": TLSResultType(
      "the certificate or its chain did not hold", ["TLS-CERT-VALID", "STS-MX-CERT"], dane: ["DANE-TLSA-MATCH"],
      "Compare what every mail server presents with what the policy asks for."),
    "tlsa-invalid": TLSResultType(
      "the TLSA records cannot be used", ["DANE-PARAMS", "DANE-TLSA-MATCH"],
      "Publish records of the form 3 1 1 made of the key in use."),
    "dnssec-invalid": TLSResultType(
      "the signatures of the DNS did not hold", ["DNSSEC-BOGUS", "DANE-DNSSEC"],
      "Sign the zone anew, or correct the DS record at the parent."),
    "dane-required": TLSResultType(
      "the sender asks for DANE and found no TLSA record to use", ["DANE-TLSA-PRESENT", "DANE-ALL-HOSTS"],
      "Publish signed TLSA records for every mail server, or agree with the sender on another policy."),
    "sts-policy-fetch-error": TLSResultType(
      "the policy could not be fetched", ["STS-POLICY-FETCH"],
      "Serve https://mta-sts.DOMAIN/.well-known/mta-sts.txt with a good certificate and without a redirect."),
    "sts-policy-invalid": TLSResultType(
      "the policy cannot be read", ["STS-POLICY-SYNTAX"], "Write the policy with version, mode, mx and max_age."),
    "sts-webpki-invalid": TLSResultType(
      "the web server of the policy has no good certificate", ["STS-POLICY-FETCH", "STS-WEB-CERT-RENEW"],
      "Get a certificate for mta-sts.DOMAIN, and have its renewal automated.")
  ]
}
