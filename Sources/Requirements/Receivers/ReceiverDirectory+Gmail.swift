import AuditModel

extension ReceiverDirectory {
  private static let guidelines = ReceiverRule.Source.receiver(
    document: "Google, Email sender guidelines", edition: "2026-03-21")
  private static let questions = ReceiverRule.Source.receiver(
    document: "Google, Email sender guidelines FAQ", edition: "2026-03-11")
  private static let codes = ReceiverRule.Source.receiver(
    document: "Google, Gmail SMTP errors and codes", edition: "2026-02-12")
  private static let limits = ReceiverRule.Source.receiver(
    document: "Google, Gmail message header limits", edition: nil)

  /// Gmail.
  static let gmail = Receiver(
    "gmail", "Gmail", domains: ["gmail.com", "googlemail.com"],
    audience: "personal accounts; Workspace recipients are not meant",
    bulkThreshold: "about 5000 messages in 24 hours over a domain and all its subdomains, once is for ever",
    lastRead: date,
    failureRule: .init(
      "policy", "Mail that fails DMARC is treated as its domain asks", ["DMARC-MSG-PASS"], .refusal,
      codes: ["550 5.7.26"], source: codes),
    rules: gmailAuthentication + gmailTransport + gmailFormat + gmailLists)

  private static let gmailAuthentication: [ReceiverRule] = [
    .init(
      "spf-or-dkim", "SPF or DKIM passes",
      ways: [
        ["SPF-PRESENT", .strictly("SPF-IP-AUTHORISED")], ["DKIM-SIG-PRESENT", "DKIM-SIG-VALID"]
      ], bulk: .advised, others: .required, .refusal, threshold: "one of two", codes: ["421 4.7.26", "550 5.7.26"],
      source: guidelines),
    .init(
      "spf", "SPF passes for MAIL FROM", ["SPF-IP-AUTHORISED"], others: .advised, .refusal,
      codes: ["421 4.7.27", "550 5.7.27"], source: guidelines),
    .init(
      "dkim", "A DKIM signature passes", ["DKIM-SIG-VALID"], others: .advised, .refusal,
      codes: ["421 4.7.30", "550 5.7.30"], source: guidelines),
    .init(
      "both", "SPF and DKIM are both set up and pass", ["BULK-SPF-AND-DKIM"], others: .advised, .refusal,
      threshold: "both", codes: ["421 4.7.27", "550 5.7.27", "421 4.7.30", "550 5.7.30"], source: guidelines),
    .init(
      "dmarc-record", "A DMARC record applies; p=none is enough", ["DMARC-PRESENT"], others: .advised, .refusal,
      codes: ["421 4.7.31", "421 4.7.40", "550 5.7.40"], source: questions),
    .init(
      "dmarc-policy", "The DMARC record has a valid p", ["DMARC-P-MISSING"], others: .advised, .notStated,
      source: guidelines),
    .init(
      "alignment", "From is aligned with SPF or DKIM", ["DMARC-MSG-PASS"], others: .advised, .refusal,
      threshold: "one of two, relaxed", codes: ["421 4.7.32", "550 5.7.26"], source: guidelines),
    .init(
      "alignment-bulk", "The author's domain has DMARC and passes it", ["BULK-DMARC-ALIGN"], others: .advised,
      .notStated,
      source: guidelines),
    .init(
      "one-author", "From names one author", ["DMARC-FROM-COUNT"], .notStated, codes: ["550 5.7.1"], source: guidelines),
    .init(
      "spf-record", "The SPF record can be evaluated",
      ["SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET"], others: .advised,
      .notStated,
      source: guidelines),
    .init(
      "spf-wide", "The SPF record does not pass everybody", ["SPF-ALL-PASS"], .disadvantage,
      codes: ["451 4.7.24", "550 5.7.24"], source: codes),
    .init(
      "dkim-signature", "A DKIM signature is there, made with a current algorithm",
      ["DKIM-SIG-PRESENT", "DKIM-ALG-SHA1"], others: .advised, .notStated, source: guidelines),
    .init(
      "dkim-key", "DKIM keys have 1024 bits at least", [.leniently("DKIM-KEY-LENGTH")], others: .advised, .notStated,
      threshold: "1024 bits, 2048 advised", source: guidelines),
    .init(
      "both-aligned", "SPF and DKIM are both aligned", ["DMARC-BOTH-ALIGNED"], bulk: .advised, others: .advised,
      .notStated, source: questions),
    .init(
      "reports", "Somebody reads DMARC reports", ["DMARC-RUA"], bulk: .advised, others: .advised, .notStated,
      source: guidelines),
    .init(
      "no-gmail-from", "Nobody else writes gmail.com into From", ["BULK-GMAIL-FROM"], .disadvantage, source: guidelines)
  ]

  private static let gmailTransport: [ReceiverRule] = [
    .init(
      "ptr", "Every sending address has a name that leads back to it", ["RDNS-PTR", "RDNS-FCRDNS"], .refusal,
      codes: ["451 4.7.23", "550 5.7.25"], source: guidelines),
    .init(
      "ptr-ipv6", "So has every IPv6 address", ["RDNS-IPV6"], .refusal, codes: ["550 5.7.1"], source: codes),
    // Gmail refuses an argument that is none by RFC 5321; a name that lacks an address is not documented to be refused.
    .init(
      "helo", "The sending host greets with a valid name", ["HELO-FQDN"], .disadvantage, codes: ["501 5.5.4"],
      source: codes),
    .init(
      "tls", "The connection uses TLS", ["TLS-OUTBOUND"], .refusal, codes: ["421 4.7.29", "550 5.7.29"],
      source: guidelines),
    .init(
      "sender-exists", "The sending domain exists", ["DNS-FROM-RESOLVES"], .notStated, source: guidelines),
    .init(
      "block-lists", "Sending addresses and domains are in no block list", ["DNSBL-IP", "DNSBL-DOMAIN"], bulk: .advised,
      others: .advised, .notStated, source: guidelines),
    .init(
      "ramp", "Volume grows slowly, and slows down when told to", ["BULK-RAMP"], bulk: .advised, others: .advised,
      .disadvantage, threshold: "after 4.7.28 a pause of 10 minutes, then one connection",
      codes: ["421 4.7.28", "550 5.7.28"], source: guidelines)
  ]

  private static let gmailFormat: [ReceiverRule] = [
    .init(
      "format", "The message keeps to RFC 5322: From is well-formed, no field stands twice, Message-ID is there",
      ["HDR-FROM", "HDR-DUPLICATES", "HDR-NONASCII", "MSGID-PRESENT", "MIME-STRUCTURE"], .refusal,
      codes: ["550 5.7.1", "554 5.6.0"], source: guidelines),
    .init(
      "header-size", "The header is not too large", ["HDR-SIZE"], .refusal,
      threshold: "500 KB, 5000 fields, 32 KB a value, 1 KB a name, Subject 998 and Message-ID 500 characters",
      codes: ["552 5.3.4"], source: limits),
    // A Message-ID that could be that of another message is not yet one.
    .init(
      "message-id", "Each message has a Message-ID of its own", [.leniently("MSGID-UNIQUE")], .notStated,
      codes: ["421 4.7.28"], source: codes),
    .init(
      "honest-header", "Display names and subjects say who writes and what about", ["HDR-DISPLAY-NAME", "HDR-SUBJECT"],
      bulk: .advised, others: .advised, .disadvantage, source: guidelines),
    .init(
      "honest-body", "Nothing is hidden, and links lead where they say",
      ["HTML-HIDDEN", "HTML-LINKS", "CONTENT-IDN-CONFUSABLE"], bulk: .advised, others: .advised, .disadvantage,
      source: guidelines)
  ]

  private static let gmailLists: [ReceiverRule] = [
    .init(
      "one-click", "Unsubscribing takes one click by https (RFC 8058), and the fields are signed",
      ["BULK-UNSUB-HEADERS", "BULK-UNSUB-SIGNED", "BULK-UNSUB-ENDPOINT"], others: .advised, listMailOnly: true,
      .disadvantage, source: questions),
    .init(
      "unsubscribe-link", "The body has a link to unsubscribe", ["BULK-UNSUB-BODY"], others: .advised,
      listMailOnly: true, .disadvantage, source: guidelines),
    .init(
      "unsubscribe-time", "Who unsubscribes gets nothing more soon after", ["BULK-UNSUB-TIME"], others: .advised,
      listMailOnly: true, .disadvantage, threshold: "48 hours", source: questions),
    .init(
      "complaints", "Few recipients complain", ["BULK-SPAM-RATE"], others: .advised, .disadvantage,
      threshold: "under 0.10 percent, never 0.30", codes: ["421 4.7.28", "550 5.7.28"], source: questions),
    .init(
      "dashboard", "The domain is watched in Postmaster Tools", ["BULK-POSTMASTER-COMPLIANCE"], bulk: .advised,
      others: .advised, .notStated, source: guidelines),
    .init(
      "streams", "Kinds of mail are kept apart, and can be told apart", ["BULK-STREAMS", "BULK-FEEDBACK-ID"],
      bulk: .advised, others: .advised, .notStated, source: guidelines)
  ]
}
