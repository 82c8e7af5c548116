import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let hdrSender = MessageCheck(
    CheckDescription(
      id: "HDR-SENDER",
      area: .messageHeaders,
      title: "Sender is there only when somebody sends for another",
      severity: .low,
      severityReason: "mail programs show it, and readers wonder",
      appliesWhen: "the message has Sender, or several authors",
      rule: """
        Fail if From names several authors and there is no Sender, or if Sender holds no address or several. Warn if \
        its domain is of another organization than From, and nothing shows that this one sent: neither MAIL FROM, HELO or a \
        signature that passes, nor the marks of a mailing list. Info if they do, and if it is the address in From.
        """,
      whyItMatters: "Outlook shows \"on behalf of\" for every Sender that differs from From.",
      remedy: "Leave Sender out; name who is responsible in From, and the address of bounces in MAIL FROM.",
      standards: ["RFC 5322 §3.6.2"]
    ),
    examples: [
      MessageExample(
        .pass, "an agent of the same organization",
        message: "Sender: bot@acme.net\n" + MessageExample.identified("1@acme.net")),
      MessageExample(
        .warn, "another organization", message: "Sender: bot@acme.com\n" + MessageExample.identified("1@acme.net")),
      MessageExample(
        .info, "a calendar",
        message: "Return-Path: <1@calendar.acme.com>\nSender: bot@acme.com\n" + MessageExample.identified("1@acme.net")),
      MessageExample(
        .info, "a mailing list",
        message: "Sender: talk-bounces@acme.com\nList-Post: <mailto:talk@acme.com>\n"
          + MessageExample.identified("1@acme.net")),
      MessageExample(
        .notApplicable, "two fields From, each with one author",
        message: "From: a@acme.net\n" + MessageExample.identified("1@acme.net")),
      MessageExample(
        .info, "the author again", message: "Sender: wiki@acme.net\n" + MessageExample.identified("1@acme.net")),
      MessageExample(.fail, "several authors and none", message: "From: a@acme.net, b@acme.net\n\na\n")
    ]
  ) { survey in
    let authors = survey.fields.from.flatMap { $0.value?.mailboxes ?? [] }
    guard let read = survey.fields.sender.first else {
      guard authors.count > 1, survey.fields.from.count == 1 else {
        return .notApplicable("the message has no Sender and needs none")
      }
      return .fail(
        "From names \(authors.count) authors, and no Sender tells who sent.", subject: "Sender",
        evidence: survey.fields.from.map { Evidence($0.field, in: survey) })
    }
    let mailboxes = read.value?.mailboxes ?? []
    guard mailboxes.count == 1, let sender = mailboxes.first else {
      return .findings([
        survey.finding(.fail, read, "Sender holds \(mailboxes.isEmpty ? "no address" : "several addresses").")
      ])
    }
    if authors.count == 1, authors.first?.address.lowercased() == sender.address.lowercased() {
      return .findings([survey.finding(.info, read, "Sender repeats the address in From, where it may be left out.")])
    }
    guard let organization = survey.organization(of: sender), !survey.authorOrganizations.isEmpty,
      !survey.authorOrganizations.contains(organization)
    else { return .pass }
    if survey.isListPost {
      return .findings([survey.finding(.info, read, "Sender is of the mailing list, \(organization).")])
    }
    if survey.handingOrganizations.contains(organization) {
      return .findings([survey.finding(.info, read, "\(organization) sent the message for the author.")])
    }
    return .findings([
      survey.finding(
        .warn, read, "Sender is of \(organization), another organization than From.",
        more: survey.fields.from.map { Evidence($0.field, in: survey) })
    ])
  }
}
