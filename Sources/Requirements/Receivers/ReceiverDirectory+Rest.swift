import AuditModel

extension ReceiverDirectory {
  /// What a receiver does with mail that fails DMARC when it does not tell.
  static let unstatedFailure = ReceiverRule(
    "policy", "Whether mail that fails DMARC is treated as its domain asks", ["DMARC-MSG-PASS"], bulk: .notStated,
    others: .notStated, .notStated, source: .notStated)

  private static let applePage = ReceiverRule.Source.receiver(
    document: "Apple, Postmaster information for iCloud Mail", edition: "2025-02-25")

  /// iCloud Mail.
  static let apple = Receiver(
    "apple", "Apple iCloud", domains: ["icloud.com", "me.com", "mac.com"], audience: "mailboxes of iCloud",
    bulkThreshold: nil, lastRead: date, failureRule: unstatedFailure,
    rules: [
      .init(
        "both", "SPF and DKIM both pass", ["SPF-IP-AUTHORISED", "DKIM-SIG-PRESENT", "DKIM-SIG-VALID"],
        others: .notStated,
        .refusal, threshold: "both", source: applePage),
      .init(
        "dmarc-record", "A DMARC record applies", ["DMARC-PRESENT"], others: .notStated, .refusal, source: applePage),
      .init("ptr", "Every sending address has a name", ["RDNS-PTR"], others: .notStated, .refusal, source: applePage),
      .init("joined", "All of that together", ["BULK-APPLE"], others: .notStated, .notStated, source: applePage),
      .init(
        "format", "The message keeps to RFC 5322", ["HDR-DUPLICATES", "HDR-FROM", "MSGID-PRESENT", "MIME-STRUCTURE"],
        others: .notStated, .refusal, source: applePage),
      .init(
        "unsubscribe-link", "The body has a link to unsubscribe", ["BULK-UNSUB-BODY"], others: .notStated,
        listMailOnly: true, .notStated, source: applePage),
      .init(
        "forwarding", "Who forwards mail seals it with ARC", ["ARC-APPLE-FORWARD"], others: .notStated, .notStated,
        source: applePage),
      .init(
        "give-up", "Nobody tries again after a permanent failure", ["RPT-DSN-CLASSIFY"], bulk: .advised,
        others: .notStated, .notStated, source: applePage),
      .init(
        "alignment", "Whether From has to be aligned", ["DMARC-MSG-PASS"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated),
      .init(
        "tls", "Whether the connection has to use TLS", ["TLS-OUTBOUND"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated),
      .init(
        "complaints", "How many complaints are too many", ["BULK-SPAM-RATE"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated)
    ])

  /// Mail.ru.
  static let mailRu = Receiver(
    "mail.ru", "Mail.ru", domains: ["mail.ru", "bk.ru", "inbox.ru", "list.ru"], audience: "all mailboxes, all senders",
    bulkThreshold: nil, lastRead: date, failureRule: unstatedFailure,
    rules: [
      .init(
        "alignment", "SPF or DKIM passes and is aligned with From", ["DMARC-MSG-PASS"], .notStated,
        threshold: "one of two", source: .others(document: "Mail.ru, rules for senders", edition: nil)),
      .init(
        "ptr", "Whether sending addresses need a name", ["RDNS-PTR", "RDNS-FCRDNS"], bulk: .notStated,
        others: .notStated,
        .notStated, source: .notStated),
      .init(
        "complaints", "How many complaints are too many", ["BULK-SPAM-RATE"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated)
    ])

  private static let qqPage = ReceiverRule.Source.others(document: "QQ Mail, rules for senders", edition: nil)

  /// QQ Mail and Foxmail.
  static let qq = Receiver(
    "qq", "QQ Mail", domains: ["qq.com", "foxmail.com"], audience: "all mailboxes, all senders",
    bulkThreshold: nil, lastRead: date,
    failureRule: .init(
      "policy", "Mail that fails DMARC is refused", ["DMARC-MSG-PASS"], .refusal, source: qqPage),
    rules: [
      .init("alignment", "DMARC does not fail", ["DMARC-MSG-PASS"], .disadvantage, source: qqPage),
      .init(
        "ptr", "Every sending address has a name that leads back to it", ["RDNS-PTR", "RDNS-FCRDNS"], .notStated,
        source: qqPage),
      .init(
        "rate", "How much an address, a domain and a sender may send", ["BULK-RAMP"], bulk: .notStated,
        others: .notStated, .notStated, source: .notStated)
    ])
}
