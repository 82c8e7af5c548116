import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrReplyTo = MessageCheck(
    CheckDescription(
      id: "HDR-REPLY-TO",
      area: .messageHeaders,
      title: "Replies reach the sender",
      severity: .medium,
      severityReason: "answers that lead nowhere or elsewhere look like fraud",
      appliesWhen: "the message has Reply-To",
      rule: """
        Fail if Reply-To holds no address or a broken one, or if its domain takes no mail: a null MX, or neither MX nor \
        address records. Warn if it is a free mail address while From is not, a no-reply address of another \
        organization, or if neither To nor Cc is there. Info if it is of another organization than From, or several \
        addresses. Unknown if its domain could not be looked up.
        """,
      whyItMatters: """
        Microsoft asks for a From or Reply-To that can take mail. A free mail Reply-To under a company's name is the \
        pattern of fraud with invoices.
        """,
      remedy: "Name an attended mailbox of the domain in From, or leave Reply-To out.",
      standards: [
        "RFC 5322 §3.6.2", "RFC 7505 §3",
        "Microsoft, Outlook's New Requirements for High-Volume Senders §Additional Email Hygiene"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.microsoftBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "a mailbox of the domain", message: "Reply-To: info@example.org\n" + MessageExample.plain,
        zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      MessageExample(.fail, "no address", message: "Reply-To: nobody\n" + MessageExample.plain),
      MessageExample(
        .fail, "a domain that takes no mail", message: "Reply-To: info@example.org\n" + MessageExample.plain,
        zone: "@ MX 0 ."),
      MessageExample(
        .fail, "a domain that is not there", message: "Reply-To: info@nowhere.example.org\n" + MessageExample.plain),
      MessageExample(
        .warn, "free mail", message: "Reply-To: wiki123@gmail.com\n" + MessageExample.plain,
        zone: "gmail.com. MX 10 mx.gmail.com."),
      MessageExample(
        .info, "another organization", message: "Reply-To: wiki@acme.net\n" + MessageExample.plain,
        zone: "acme.net. MX 10 mx.acme.net."),
      MessageExample(
        .unknown, "a domain without an answer", message: "Reply-To: info@example.org\n" + MessageExample.plain,
        zone: "@ ANY SERVFAIL")
    ]
  ) { survey in
    guard let read = survey.fields.replyTo.first else { return .notApplicable("the message has no Reply-To") }
    let mailboxes = read.value?.mailboxes ?? []
    guard let mailbox = mailboxes.first else {
      return .findings([survey.finding(.fail, read, "Reply-To holds no address.")])
    }
    if let broken = mailboxes.first(where: { !$0.isWellFormed }), let words = survey.breakage(of: broken) {
      return .findings([survey.finding(.fail, read, "The address in Reply-To \(words).", at: broken.range)])
    }
    let judge = ReplyJudge(read: read, mailbox: mailbox, survey: survey)
    var findings = [judge.reach, judge.relation].compactMap(\.self)
    if mailboxes.count > 1 {
      findings.append(survey.finding(.info, read, "Reply-To holds \(mailboxes.count) addresses: answers go to all."))
    }
    if survey.fields.to.isEmpty, survey.fields.cc.isEmpty {
      findings.append(
        survey.finding(
          .warn, read, "There is a Reply-To, and neither To nor Cc.", FilterRules.replyWithoutRecipient))
    }
    return .findings(findings)
  }
}

/// Judges the address that answers go to.
private struct ReplyJudge {
  let read: MessageFields.Read<AddressList>
  let mailbox: Mailbox
  let survey: MessageSurvey

  /// Whether the domain takes mail.
  var reach: Finding? {
    if let words = survey.unusableDomain(of: mailbox) {
      return survey.finding(.fail, read, "The domain of Reply-To \(words).", at: mailbox.addressRange)
    }
    guard let domain = mailbox.aLabelDomain, let host = survey.hosts[domain] else { return nil }
    let more = host.answers.map { Evidence($0) }
    let isNull = host.mx.records.contains { record in
      if case .mx(preference: _, exchange: let exchange) = record.data { return exchange.isRoot }
      return false
    }
    if isNull {
      return survey.finding(.fail, read, "\(domain) says that it takes no mail (null MX).", more: [Evidence(host.mx)])
    }
    switch host.isKnown {
    case true?: return nil
    case false?: return survey.finding(.fail, read, "\(domain) takes no mail: nothing in DNS leads to it.", more: more)
    case nil: return survey.finding(.unknown, read, "Whether \(domain) takes mail could not be looked up.", more: more)
    }
  }

  /// Whether it belongs to the author.
  var relation: Finding? {
    guard let domain = mailbox.aLabelDomain else { return nil }
    let organization = survey.organization(of: domain)
    let authors = survey.authorOrganizations
    guard !authors.isEmpty, !authors.contains(organization) else { return nil }
    let isNoReply = ["noreply", "no-reply", "donotreply", "do-not-reply"].contains(mailbox.localPart.lowercased())
    if FreeMail.offers(domain), !authors.contains(where: FreeMail.offers) {
      return survey.finding(
        .warn, read, "Answers go to \(domain), a free mail service, while From is of a domain of its own.",
        at: mailbox.addressRange, FilterRules.freeMailReply)
    }
    if isNoReply {
      return survey.finding(
        .warn, read, "Answers go to a no-reply address of somebody else, \(organization).", at: mailbox.addressRange)
    }
    return survey.finding(
      .info, read, "Answers go to \(organization), another organization than From.", at: mailbox.addressRange)
  }
}
