public import AuditModel

extension ProfileRules {
  /// Gmail's rules for bulk senders. p=none is allowed.
  public static let gmailBulk = ProfileRules(
    .gmailBulk,
    required: [
      "DNS-FROM-RESOLVES", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET",
      "SPF-ALL-PASS",
      "SPF-IP-AUTHORISED", "DKIM-SIG-PRESENT", "DKIM-SIG-VALID", "DKIM-ALG-SHA1", "DKIM-KEY-LENGTH", "DMARC-PRESENT",
      "DMARC-P-MISSING", "DMARC-MSG-PASS", "DMARC-FROM-COUNT", "RDNS-PTR", "RDNS-FCRDNS", "RDNS-IPV6", "HELO-FQDN",
      "TLS-OUTBOUND", "HDR-FROM", "HDR-DUPLICATES", "HDR-SIZE", "HDR-NONASCII", "MSGID-PRESENT", "MSGID-UNIQUE",
      "MIME-STRUCTURE", "BULK-SPF-AND-DKIM", "BULK-DMARC-ALIGN", "BULK-UNSUB-HEADERS", "BULK-UNSUB-SIGNED",
      "BULK-UNSUB-ENDPOINT", "BULK-UNSUB-TIME", "BULK-UNSUB-BODY", "BULK-SPAM-RATE", "BULK-GMAIL-FROM"
    ],
    advised: [
      "DMARC-RUA", "DMARC-BOTH-ALIGNED", "DNSBL-IP", "DNSBL-DOMAIN", "HDR-SUBJECT", "HDR-DISPLAY-NAME", "HTML-HIDDEN",
      "HTML-LINKS", "CONTENT-IDN-CONFUSABLE", "BULK-POSTMASTER-COMPLIANCE", "BULK-FEEDBACK-ID", "BULK-STREAMS",
      "BULK-RAMP"
    ],
    readings: [
      // Gmail takes keys of 1024 bits.
      .init("DKIM-KEY-LENGTH", .warn, means: .info)
    ],
    listMailOnly: unsubscribing)
}
