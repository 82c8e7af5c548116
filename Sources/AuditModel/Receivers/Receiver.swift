/// A provider of mailboxes, and what it asks of those who send to them.
public struct Receiver: Sendable {
  /// A short name for ever, in lower case.
  public let id: String
  /// The name for people.
  public let name: String
  /// Domains of its mailboxes; those that it hosts for others cannot be listed.
  public let domains: [String]
  /// Whom its rules protect, a phrase.
  public let audience: String
  /// From when on a sender counts as a bulk sender, a phrase; nil when the receiver does not state it.
  public let bulkThreshold: String?
  /// The day on which its pages were last read (YYYY-MM-DD).
  public let lastRead: String
  /// What it does with mail that fails DMARC.
  public let failureRule: ReceiverRule
  /// Its rules, in the order of importance. What it does not state is a rule too, and never missing from here.
  public let rules: [ReceiverRule]

  /// Makes a receiver of its parts.
  public init(
    _ id: String, _ name: String, domains: [String], audience: String, bulkThreshold: String?, lastRead: String,
    failureRule: ReceiverRule, rules: [ReceiverRule]
  ) {
    self.id = id
    self.name = name
    self.domains = domains
    self.audience = audience
    self.bulkThreshold = bulkThreshold
    self.lastRead = lastRead
    self.failureRule = failureRule
    self.rules = rules
  }

  /// What counts against a sender at any receiver, whether it states so or not: entries in block lists, complaints.
  public static let reputationRule = ReceiverRule(
    "reputation", "No entry in a block list, few complaints", ["DNSBL-IP", "DNSBL-DOMAIN", "BULK-SPAM-RATE"],
    bulk: .notStated, others: .notStated, .notStated, source: .notStated)
}
