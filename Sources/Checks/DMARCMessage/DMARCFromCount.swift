import AuditModel
import DNS
import MailMessage
import Survey

extension MessageCheck {
  static let dmarcFromCount = MessageCheck(
    CheckDescription(
      id: "DMARC-FROM-COUNT",
      area: .dmarc,
      title: "Exactly one domain in From",
      severity: .critical,
      severityReason: "no domain or several make DMARC impossible, and mail is refused for it",
      appliesWhen: "always",
      rule: """
        Fail if From is missing or there is more than one, if it has no address with a domain, or addresses of more \
        than one domain. Warn if it has several addresses of one domain.
        """,
      whyItMatters:
        "Gmail answers 550 5.7.1 to several From fields or addresses; others judge an author of their own choice.",
      remedy:
        "Put one address into From; others belong into Reply-To, or into Sender if somebody else hands the mail in.",
      standards: ["RFC 9989 §5.3.1", "RFC 9989 §11.5", "RFC 5322 §3.6.2"],
      causes: ["HDR-FROM"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      MessageExample(.pass, "one address", message: "From: a@example.org\n\n"),
      MessageExample(.fail, "none", message: "To: a@example.org\n\n"),
      MessageExample(.fail, "two fields", message: "From: a@example.org\nFrom: b@example.org\n\n"),
      MessageExample(.fail, "two domains", message: "From: a@example.org, b@example.net\n\n"),
      MessageExample(.fail, "a name alone", message: "From: Wiki\n\n"),
      MessageExample(.warn, "two addresses of one domain", message: "From: a@example.org, b@example.org\n\n")
    ]
  ) { survey in
    let count = survey.message.fields("From").count
    let evidence = survey.fields.from.map { Evidence($0.field, in: survey) }
    if count == 0 { return .fail("The message has no From field.", evidence: [Evidence(namesIn: survey)]) }
    if count > 1 { return .fail("The message has \(count) From fields.", subject: "From", evidence: evidence) }
    let mailboxes = survey.fields.from.flatMap { $0.value?.mailboxes ?? [] }
    let domains = Set(mailboxes.compactMap(\.aLabelDomain)).sorted()
    if domains.isEmpty { return .fail("From has no address with a domain.", subject: "From", evidence: evidence) }
    if domains.count > 1 {
      let names = domains.prefix(mostNames).map(\.description).joined(separator: ", ")
      return .fail("From has addresses of \(domains.count) domains: \(names).", subject: "From", evidence: evidence)
    }
    if mailboxes.contains(where: { $0.aLabelDomain == nil }) {
      return .fail("From has an address without a domain beside one with it.", subject: "From", evidence: evidence)
    }
    return mailboxes.count == 1
      ? .pass : .warn("From has \(mailboxes.count) addresses of \(domains[0]).", subject: "From", evidence: evidence)
  }

  /// Enough to see what is meant.
  private static let mostNames = 4
}
