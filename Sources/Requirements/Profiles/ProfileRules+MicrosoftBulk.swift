public import AuditModel

extension ProfileRules {
  /// Microsoft's rules for bulk senders: SPF and DKIM both, nothing about one click.
  public static let microsoftBulk = ProfileRules(
    .microsoftBulk,
    required: [
      "DNS-FROM-RESOLVES", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET",
      "SPF-IP-AUTHORISED",
      "DKIM-SIG-PRESENT", "DKIM-SIG-VALID", "DKIM-ALG-SHA1", "DMARC-PRESENT", "DMARC-MSG-PASS", "RDNS-PTR", "DNSBL-IP",
      "BULK-SPF-AND-DKIM", "BULK-DMARC-ALIGN"
    ],
    advised: [
      "DKIM-ED25519", "DKIM-KEY-LENGTH", "DMARC-BOTH-ALIGNED", "RDNS-GENERIC", "SMTP-OPEN-RELAY", "HDR-REPLY-TO",
      "HTML-LINKS", "BULK-UNSUB-HEADERS", "BULK-UNSUB-BODY", "BULK-POSTMASTER-COMPLIANCE"
    ],
    listMailOnly: unsubscribing)
}
