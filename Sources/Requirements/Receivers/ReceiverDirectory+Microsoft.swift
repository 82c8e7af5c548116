import AuditModel

extension ReceiverDirectory {
  private static let announcement = ReceiverRule.Source.receiver(
    document: "Microsoft, requirements for high-volume senders", edition: "2025-05")
  private static let postmaster = ReceiverRule.Source.receiver(
    document: "Microsoft, postmaster pages", edition: "2026-06-15")

  /// Outlook.com, Hotmail, Live, MSN.
  static let microsoft = Receiver(
    "microsoft", "Microsoft", domains: ["outlook.com", "hotmail.com", "live.com", "msn.com"],
    audience: "consumer mailboxes; those of Microsoft 365 are not meant",
    bulkThreshold: "over 5000 messages a day with one From domain", lastRead: date,
    failureRule: .init(
      "policy", "Mail that fails DMARC is treated as its domain asks", ["DMARC-MSG-PASS"], .refusal,
      codes: ["550 5.7.509"], source: postmaster),
    rules: microsoftAuthentication + microsoftRest)

  private static let microsoftAuthentication: [ReceiverRule] = [
    .init(
      "both", "SPF and DKIM both pass", ["SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "BULK-SPF-AND-DKIM"],
      others: .notStated, .refusal, threshold: "both, which is more than DMARC asks", codes: ["550 5.7.515"],
      source: announcement),
    .init(
      "dmarc-record", "A DMARC record applies; p=none is enough", ["DMARC-PRESENT"], others: .notStated, .refusal,
      codes: ["550 5.7.515"], source: announcement),
    .init(
      "alignment", "From is aligned with SPF or DKIM", ["DMARC-MSG-PASS"], others: .notStated, .refusal,
      threshold: "one of two, both advised", codes: ["550 5.7.515"], source: announcement),
    .init(
      "alignment-bulk", "The author's domain has DMARC and passes it", ["BULK-DMARC-ALIGN"], others: .notStated,
      .notStated, source: announcement),
    .init(
      "spf-record", "The SPF record can be evaluated",
      ["SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET"], others: .notStated,
      .notStated,
      source: announcement),
    .init(
      "dkim-signature", "A DKIM signature is there, made with a current algorithm",
      ["DKIM-SIG-PRESENT", "DKIM-ALG-SHA1"], others: .notStated, .notStated, source: announcement),
    .init(
      "dkim-key", "DKIM keys are long enough and of a kind that is known", ["DKIM-KEY-LENGTH", "DKIM-ED25519"],
      bulk: .advised, others: .advised, .notStated, source: postmaster),
    .init(
      "both-aligned", "SPF and DKIM are both aligned", ["DMARC-BOTH-ALIGNED"], bulk: .advised, others: .advised,
      .notStated, source: announcement)
  ]

  private static let microsoftRest: [ReceiverRule] = [
    .init("sender-exists", "The sending domain exists", ["DNS-FROM-RESOLVES"], .notStated, source: postmaster),
    .init("ptr", "Every sending address has a name", ["RDNS-PTR"], .notStated, source: postmaster),
    .init(
      "ptr-back", "Whether that name has to lead back", ["RDNS-FCRDNS"], bulk: .notStated, others: .notStated,
      .notStated,
      source: .notStated),
    .init(
      "ptr-own", "Mail does not come from dynamic addresses, and from hosts of the sender's own domain",
      ["RDNS-GENERIC", "RDNS-OWN-DOMAIN"], bulk: .advised, others: .advised, .disadvantage, codes: ["550 DY-001"],
      source: postmaster),
    .init(
      "block-lists", "Sending addresses are not listed by Spamhaus", ["DNSBL-IP"], .refusal,
      codes: ["550 OU-001", "550 DY-001"], source: postmaster),
    .init(
      "no-relay", "No server is an open relay", ["SMTP-OPEN-RELAY"], bulk: .advised, others: .advised, .notStated,
      codes: ["550 SC-002", "550 SC-003"], source: postmaster),
    .init(
      "replies", "Replies reach somebody", ["HDR-REPLY-TO"], bulk: .advised, others: .advised, .disadvantage,
      source: announcement),
    .init(
      "honest-body", "Subjects and links say what they are, and nothing is hidden",
      ["HTML-LINKS", "HTML-HIDDEN", "HDR-SUBJECT"], bulk: .advised, others: .advised, .disadvantage, source: postmaster),
    .init(
      "rate", "Few connections at once", ["BULK-RAMP"], bulk: .advised, others: .advised, .disadvantage,
      threshold: "500 connections", codes: ["421 RP-001", "421 RP-002", "421 RP-003"], source: postmaster),
    .init(
      "give-up", "Nobody tries again after a permanent failure", ["RPT-DSN-CLASSIFY"], bulk: .advised,
      others: .advised, .notStated, source: postmaster),
    .init(
      "unsubscribe", "Unsubscribing is easy: a link that can be seen", ["BULK-UNSUB-HEADERS", "BULK-UNSUB-BODY"],
      bulk: .advised, others: .advised, listMailOnly: true, .disadvantage, source: announcement),
    .init(
      "dashboard", "The addresses are watched in SNDS and JMRP", ["BULK-POSTMASTER-COMPLIANCE"], bulk: .advised,
      others: .advised, .notStated, source: postmaster),
    .init(
      "complaints", "How many complaints are too many", ["BULK-SPAM-RATE"], bulk: .notStated, others: .notStated,
      .notStated, source: .notStated),
    .init(
      "tls", "Whether the connection has to use TLS", ["TLS-OUTBOUND"], bulk: .notStated, others: .notStated,
      .notStated,
      source: .notStated)
  ]
}
