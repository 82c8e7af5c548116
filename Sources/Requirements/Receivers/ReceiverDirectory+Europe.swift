import AuditModel

extension ReceiverDirectory {
  private static let orangePage = ReceiverRule.Source.others(
    document: "Orange, rules for senders", edition: "2026-09-01")

  /// Orange.
  static let orange = Receiver(
    "orange", "Orange", domains: ["orange.fr", "wanadoo.fr"], audience: "mailboxes of Orange in France",
    bulkThreshold: "over 1000 messages a day for the further rules", lastRead: date,
    failureRule: unstatedFailure,
    rules: [
      .init(
        "spf", "SPF does not fail", [.onlyItself("SPF-IP-AUTHORISED")], .refusal, codes: ["OFR_397", "OFR_398"],
        source: orangePage),
      .init("spf-passes", "SPF passes", ["SPF-IP-AUTHORISED"], .notStated, source: orangePage),
      .init(
        "dkim", "A DKIM signature passes", ["DKIM-SIG-PRESENT", "DKIM-SIG-VALID"], .refusal, codes: ["OFR_535"],
        source: orangePage),
      .init(
        "dmarc-record", "A DMARC record applies", ["DMARC-PRESENT"], .refusal, codes: ["OFR_515"], source: orangePage),
      .init("ptr", "Every sending address has a name", ["RDNS-PTR"], .refusal, codes: ["OFR_107"], source: orangePage),
      .init("helo", "The sending host greets with its full name", ["HELO-FQDN"], .notStated, source: orangePage),
      .init("joined", "All of that together", ["BULK-LAPOSTE-ALIGN"], .notStated, source: orangePage),
      .init(
        "tls", "The connection uses TLS 1.2 or later", ["TLS-OUTBOUND"], bulk: .advised, others: .advised, .notStated,
        source: orangePage),
      .init(
        "one-click", "Unsubscribing takes one click", ["BULK-UNSUB-HEADERS"], others: .advised, listMailOnly: true,
        .notStated, threshold: "over 1000 messages a day", source: orangePage),
      .init(
        "feedback-id", "Feedback-ID tells kinds of mail apart, in the form that Google uses", ["BULK-FEEDBACK-ID"],
        others: .advised, .notStated, threshold: "over 1000 messages a day", source: orangePage),
      .init(
        "forwarding", "Who forwards mail seals it with ARC", ["ARC-APPLE-FORWARD"], bulk: .advised, others: .advised,
        .notStated, source: orangePage),
      .init(
        "complaints", "Few recipients complain", ["BULK-SPAM-RATE"], bulk: .advised, others: .advised, .disadvantage,
        threshold: "0.6 percent, going down to 0.3", source: orangePage),
      .init(
        "rate", "Few connections, few messages in each", ["BULK-RAMP"], bulk: .advised, others: .advised, .disadvantage,
        threshold: "2 connections an address, 100 messages a connection, 100 recipients",
        codes: ["OFR_104", "OFR_109", "OFR_988", "OFR_989", "OFR_990"], source: orangePage)
    ])

  private static let laPostePage = ReceiverRule.Source.others(
    document: "La Poste, rules for senders", edition: "2025-09-09")

  /// La Poste.
  static let laPoste = Receiver(
    "laposte", "La Poste", domains: ["laposte.net"], audience: "all mailboxes, all senders",
    bulkThreshold: "none: the rules hold for all", lastRead: date,
    failureRule: unstatedFailure,
    rules: [
      .init(
        "alignment", "SPF or DKIM passes and is aligned with From; without alignment it counts for nothing",
        ["DMARC-MSG-PASS", .leniently("BULK-LAPOSTE-ALIGN")], .notStated, threshold: "one of two", source: laPostePage),
      .init(
        "dmarc-record", "A DMARC record applies, with rua", ["DMARC-PRESENT", "DMARC-RUA"], .notStated,
        source: laPostePage),
      .init(
        "dkim", "A DKIM signature passes; sources differ on whether it is required", ["DKIM-SIG-VALID"], bulk: .advised,
        others: .advised, .notStated, codes: [], source: laPostePage),
      .init(
        "unsubscribe-link", "The body has a link to unsubscribe", ["BULK-UNSUB-BODY"], bulk: .advised, others: .advised,
        listMailOnly: true, .notStated, source: laPostePage),
      .init(
        "ptr", "Whether sending addresses need a name", ["RDNS-PTR", "RDNS-FCRDNS"], bulk: .notStated,
        others: .notStated,
        .notStated, source: .notStated),
      .init(
        "complaints", "How many complaints are too many", ["BULK-SPAM-RATE"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated)
    ])

  private static let gmxErrors = ReceiverRule.Source.receiver(document: "GMX and WEB.DE, error pages", edition: nil)

  /// GMX, WEB.DE and mail.com.
  static let gmx = Receiver(
    "gmx", "GMX and WEB.DE", domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "mail.com"],
    audience: "all mailboxes, all senders", bulkThreshold: nil, lastRead: date,
    failureRule: unstatedFailure,
    rules: [
      .init(
        "spf", "SPF does not fail", [.onlyItself("SPF-IP-AUTHORISED")], .refusal,
        codes: ["550 Reject due to SPF policy"], source: gmxErrors),
      .init(
        "ptr", "Every sending address has a name that leads back to it", ["RDNS-PTR", "RDNS-FCRDNS"], .notStated,
        source: gmxErrors),
      .init(
        "ptr-own", "That name lies in a domain of the sender, and does not look like one of a customer's line",
        ["RDNS-GENERIC", "RDNS-OWN-DOMAIN"], bulk: .advised, others: .advised, .disadvantage, source: gmxErrors),
      .init(
        "dkim", "Mail is signed, and its domain has a DMARC record", ["DKIM-SIG-VALID", "DMARC-PRESENT"],
        bulk: .advised,
        others: .advised, .notStated, source: gmxErrors),
      .init(
        "alignment", "Whether From has to be aligned", ["DMARC-MSG-PASS"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated),
      .init(
        "complaints", "How many complaints are too many", ["BULK-SPAM-RATE"], bulk: .notStated, others: .notStated,
        .notStated, source: .notStated)
    ])

  private static let tOnlinePage = ReceiverRule.Source.others(
    document: "T-Online, postmaster pages", edition: nil)

  /// T-Online.
  static let tOnline = Receiver(
    "t-online", "T-Online", domains: ["t-online.de", "magenta.de"], audience: "all mailboxes, all senders",
    bulkThreshold: "none: every new address has to be announced", lastRead: date,
    failureRule: unstatedFailure,
    rules: [
      .init(
        "ptr", "Every sending address has a name that leads back to it", ["RDNS-PTR", "RDNS-FCRDNS"], .notStated,
        codes: ["554 (DIAL)"], source: tOnlinePage),
      .init(
        "operator", "The name of the host leads to a site that names its operator", ["RDNS-TONLINE"], .notStated,
        codes: ["554 (NOWL)"], source: tOnlinePage),
      .init(
        "ptr-own", "That name lies in a domain of the operator", ["RDNS-GENERIC", "RDNS-OWN-DOMAIN"], bulk: .advised,
        others: .advised, .notStated, codes: ["554 (DIAL)"], source: tOnlinePage),
      .init(
        "authentication", "Whether SPF, DKIM and DMARC have to pass",
        ["SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DMARC-MSG-PASS"],
        bulk: .notStated, others: .notStated, .notStated, source: .notStated)
    ])
}
