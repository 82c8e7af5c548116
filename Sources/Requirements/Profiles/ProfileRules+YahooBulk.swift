public import AuditModel

extension ProfileRules {
  /// Yahoo's rules for bulk senders. A List-Unsubscribe field with a mailto URI alone is a remark.
  public static let yahooBulk = ProfileRules(
    .yahooBulk,
    required: [
      "DNS-FROM-RESOLVES", "MX-NULL-SENDER", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT",
      "SPF-INCLUDE-TARGET",
      "SPF-IP-AUTHORISED", "DKIM-SIG-PRESENT", "DKIM-SIG-VALID", "DKIM-ALG-SHA1", "DKIM-KEY-LENGTH", "DMARC-PRESENT",
      "DMARC-MSG-PASS", "RDNS-PTR", "RDNS-FCRDNS", "DNSBL-IP", "HDR-FROM", "HDR-DATE", "HDR-DUPLICATES",
      "MIME-STRUCTURE",
      "BULK-SPF-AND-DKIM", "BULK-DMARC-ALIGN", "BULK-UNSUB-HEADERS", "BULK-UNSUB-TIME", "BULK-UNSUB-BODY",
      "BULK-SPAM-RATE"
    ],
    advised: [
      "DKIM-ED25519", "DKIM-ALL-ALIGNED-PASS", "DMARC-RUA", "RDNS-GENERIC", "DNSBL-DOMAIN", "HDR-SUBJECT",
      "BULK-UNSUB-SIGNED", "BULK-UNSUB-ENDPOINT", "BULK-POSTMASTER-COMPLIANCE", "BULK-STREAMS"
    ],
    readings: [.init("DKIM-KEY-LENGTH", .warn, means: .info)],
    listMailOnly: unsubscribing)
}
