public import AuditModel

extension ProfileRules {
  /// The list before a domain goes live. What is undecided names the streams that nobody has proven yet.
  public static let preLaunch = ProfileRules(
    .preLaunch,
    required: [
      "DNS-FROM-RESOLVES", "MX-PRESENT", "MX-RESOLVES", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT",
      "SPF-INCLUDE-TARGET",
      "SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DKIM-ALIGNED", "DKIM-KEY-LENGTH", "DMARC-PRESENT", "DMARC-MSG-PASS",
      "RDNS-PTR", "RDNS-FCRDNS", "HELO-FQDN", "DNSBL-IP", "DNSBL-DOMAIN", "TLS-OUTBOUND", "HDR-FROM", "HDR-DATE",
      "MSGID-PRESENT", "APP-FROM-DOMAIN", "APP-USER-FROM", "APP-RELAY-TLS", "APP-TLS-PORT", "APP-HELO",
      "APP-DKIM-SIGNER", "PRE-ALL-STREAMS", "PRE-SEED-RESULTS", "PRE-RUA-WORKING", "PRE-POLICY-STEP", "PRE-ROLLBACK",
      "PRE-NEW-IP", "PRE-CONSENT", "PRE-MONITORING"
    ],
    advised: [
      "DNS-DOMAIN-AGE", "DMARC-RUA", "TLS-CERT-EXPIRY", "AUTH-PROVIDER-OAUTH", "HDR-AUTO-SUBMITTED",
      "BULK-UNSUB-HEADERS", "BULK-UNSUB-SIGNED", "BULK-STREAMS", "APP-ENVELOPE", "APP-REPLY-TO", "APP-NOTIFY-VOLUME",
      "APP-LIST-HEADERS"
    ])
}
