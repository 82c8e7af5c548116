import AuditModel

extension ReceiverDirectory {
  private static let requirements = ReceiverRule.Source.receiver(
    document: "Yahoo, Sender Requirements and Recommendations", edition: "2025-04-10")
  private static let questions = ReceiverRule.Source.receiver(document: "Yahoo, Sender FAQs", edition: "2025-08-02")
  private static let codes = ReceiverRule.Source.receiver(document: "Yahoo, SMTP Error Codes", edition: "2026-02-15")

  /// Yahoo and AOL.
  static let yahoo = Receiver(
    "yahoo", "Yahoo", domains: ["yahoo.com", "aol.com", "ymail.com", "rocketmail.com"],
    audience: "Yahoo, AOL and the brands that Yahoo hosts, those of AT&T and Comcast among them", bulkThreshold: nil,
    lastRead: date,
    failureRule: .init(
      "policy", "Mail that fails DMARC is treated as its domain asks", ["DMARC-MSG-PASS"], .refusal,
      codes: ["554 5.7.9"], source: requirements),
    rules: yahooAuthentication + yahooTransport + yahooFormat + yahooLists)

  private static let yahooAuthentication: [ReceiverRule] = [
    .init(
      "spf-or-dkim", "SPF or DKIM passes",
      ways: [
        ["SPF-PRESENT", .strictly("SPF-IP-AUTHORISED")], ["DKIM-SIG-PRESENT", "DKIM-SIG-VALID"]
      ], bulk: .advised, others: .required, .refusal, threshold: "one of two", codes: ["554 5.7.9"],
      source: requirements),
    .init(
      "both", "SPF and DKIM are both set up", ["BULK-SPF-AND-DKIM"], others: .advised, .refusal, threshold: "both",
      codes: ["554"], source: requirements),
    .init(
      "alignment", "DMARC passes, also under p=none", ["DMARC-MSG-PASS"], others: .advised, .refusal,
      threshold: "relaxed", codes: ["554 5.7.9"], source: requirements),
    .init(
      "dmarc-record", "A DMARC record applies; p=none is enough", ["DMARC-PRESENT", "BULK-DMARC-ALIGN"],
      others: .advised, .notStated, source: requirements),
    .init(
      "spf-record", "The SPF record can be evaluated and passes",
      ["SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET", "SPF-IP-AUTHORISED"],
      others: .advised,
      .notStated, source: requirements),
    .init(
      "dkim-signature", "A DKIM signature is there and passes",
      ["DKIM-SIG-PRESENT", "DKIM-SIG-VALID", "DKIM-ALG-SHA1"], others: .advised, .notStated, source: requirements),
    .init(
      "dkim-key", "DKIM keys have 1024 bits at least", [.leniently("DKIM-KEY-LENGTH")], others: .advised, .notStated,
      threshold: "1024 bits, 2048 advised", source: questions),
    .init(
      "all-signatures", "Every aligned signature passes, and none is of a kind that Yahoo does not know",
      ["DKIM-ALL-ALIGNED-PASS", "DKIM-ED25519"], bulk: .advised, others: .advised, .disadvantage, source: questions),
    .init(
      "reports", "Somebody reads DMARC reports", ["DMARC-RUA"], bulk: .advised, others: .advised, .notStated,
      source: requirements)
  ]

  private static let yahooTransport: [ReceiverRule] = [
    .init(
      "sender-exists", "The domains of From and MAIL FROM exist", ["DNS-FROM-RESOLVES"], .refusal,
      codes: ["451", "554"],
      source: codes),
    .init(
      "null-mx", "The sending domain does not say that it takes no mail", ["MX-NULL-SENDER"], .refusal,
      source: codes),
    .init(
      "ptr", "Every sending address has a name that leads back to it", ["RDNS-PTR", "RDNS-FCRDNS"], .notStated,
      source: requirements),
    .init(
      "ptr-own", "That name lies in a domain of the sender, and does not look like one of a customer's line",
      ["RDNS-GENERIC", "RDNS-OWN-DOMAIN"], bulk: .advised, others: .advised, .disadvantage, source: requirements),
    .init(
      "block-lists", "Sending addresses are not listed by Spamhaus", ["DNSBL-IP"], .refusal, codes: ["553", "554"],
      source: codes),
    .init(
      "domain-lists", "Nor are domains", ["DNSBL-DOMAIN"], bulk: .advised, others: .advised, .notStated,
      source: codes),
    .init(
      "no-relay", "No server is an open relay or proxy", ["SMTP-OPEN-RELAY"], bulk: .advised, others: .advised,
      .notStated, source: requirements),
    .init(
      "forwarding", "Who forwards mail seals it with ARC", ["ARC-APPLE-FORWARD"], bulk: .advised, others: .advised,
      .notStated, source: requirements),
    .init(
      "give-up", "Nobody tries again after a permanent failure", ["RPT-DSN-CLASSIFY"], bulk: .advised,
      others: .advised, .notStated, source: requirements),
    .init(
      "tls", "Whether the connection has to use TLS", ["TLS-OUTBOUND"], bulk: .notStated, others: .notStated,
      .notStated,
      source: .notStated)
  ]

  private static let yahooFormat: [ReceiverRule] = [
    .init(
      "format", "The message keeps to RFC 5322: no field stands twice, Date is near the present",
      ["HDR-DATE", "HDR-DUPLICATES", "MIME-STRUCTURE"], .refusal, codes: ["550", "554"], source: codes),
    .init("from", "From is well-formed", ["HDR-FROM"], .notStated, source: codes),
    .init(
      "characters", "The header has a Message-ID, and ASCII characters only",
      [.leniently("MSGID-PRESENT"), .leniently("HDR-NONASCII")], .notStated, codes: ["550", "554"], source: codes),
    .init("header-size", "The header is not too large", [.leniently("HDR-SIZE")], .notStated, source: codes),
    .init(
      "subject", "Header fields can be decoded", ["HDR-SUBJECT"], bulk: .advised, others: .advised, .notStated,
      source: codes)
  ]

  private static let yahooLists: [ReceiverRule] = [
    // A mailto URI alone is accepted.
    .init(
      "unsubscribe", "List-Unsubscribe is there; one click (RFC 8058) is advised, mailto accepted",
      [.leniently("BULK-UNSUB-HEADERS")], others: .advised, listMailOnly: true, .disadvantage, source: requirements),
    .init(
      "one-click", "One click works, and its fields are signed", ["BULK-UNSUB-SIGNED", "BULK-UNSUB-ENDPOINT"],
      bulk: .advised, others: .advised, listMailOnly: true, .disadvantage, source: requirements),
    .init(
      "unsubscribe-link", "The body has a link to unsubscribe", ["BULK-UNSUB-BODY"], others: .advised,
      listMailOnly: true, .disadvantage, source: requirements),
    .init(
      "unsubscribe-time", "Who unsubscribes gets nothing more soon after", ["BULK-UNSUB-TIME"], others: .advised,
      listMailOnly: true, .disadvantage, threshold: "2 days", source: requirements),
    .init(
      "complaints", "Few recipients complain", ["BULK-SPAM-RATE"], others: .advised, .disadvantage,
      threshold: "under 0.3 percent of what reached the inbox", source: requirements),
    .init(
      "dashboard", "The domain is watched in the Sender Hub, and kinds of mail are kept apart",
      ["BULK-POSTMASTER-COMPLIANCE", "BULK-STREAMS"], bulk: .advised, others: .advised, .notStated, source: questions)
  ]
}
