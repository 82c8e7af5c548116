import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrFrom = MessageCheck(
    CheckDescription(
      id: "HDR-FROM",
      area: .messageHeaders,
      title: "From is present once with one valid address",
      severity: .critical,
      severityReason: "Gmail refuses mail whose From is missing, repeated or broken",
      appliesWhen: "always",
      rule: """
        Fail if there is no field From, more than one, none or more than one address in it, a broken address, or a \
        domain that is a literal, a single word or a name of private use. Warn if no blank stands before the angle \
        bracket, or if the address is one of a free mail service and DMARC fails; unknown if nobody can tell whether \
        that service sent it.
        """,
      whyItMatters: """
        Gmail answers 550 5.7.1, Exchange 550 5.7.512. A free mail address that another server sends from is taken for \
        a forgery.
        """,
      remedy: "Write one field: From: Name <user@domain>, the domain being your own and public.",
      standards: [
        "RFC 5322 §3.6.2", "RFC 5322 §3.4.1", "Google, Gmail SMTP errors and codes §5.7.1",
        "Google, Email sender guidelines §Message formatting"
      ],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "one address", message: MessageExample.plain),
      MessageExample(.fail, "none", message: "To: ann@example.net\n\na\n"),
      MessageExample(.fail, "two fields", message: "From: a@example.org\nFrom: b@example.org\n\na\n"),
      MessageExample(.fail, "two addresses", message: "From: a@example.org, b@example.org\n\na\n"),
      MessageExample(.fail, "no domain", message: "From: info\n\na\n"),
      MessageExample(.fail, "an empty group", message: "From: nobody:;\n\na\n"),
      MessageExample(.fail, "a blank in the address", message: "From: Wiki <wi ki@example.org>\n\na\n"),
      MessageExample(.fail, "the machine's name", message: "From: www-data@web01\n\na\n"),
      MessageExample(.warn, "no blank before the bracket", message: "From: Wiki<wiki@example.org>\n\na\n"),
      MessageExample(
        .unknown, "free mail before it is sent", message: "From: Wiki <wiki@gmail.com>\n\na\n",
        zone: #"_dmarc.gmail.com. TXT "v=DMARC1; p=none""#)
    ]
  ) { survey in
    let fields = survey.fields.from
    guard let first = fields.first else {
      return .fail("The message has no From.", evidence: [Evidence(namesIn: survey)])
    }
    if fields.count > 1 {
      return .fail(
        "There are \(survey.message.fields("From").count) fields From.", subject: "From",
        evidence: fields.map { Evidence($0.field, in: survey) } + FilterRules.severalFrom.evidence)
    }
    let mailboxes = first.value?.mailboxes ?? []
    guard let mailbox = mailboxes.first else {
      return .findings([survey.finding(.fail, first, "From holds no address.")])
    }
    if mailboxes.count > 1 {
      return .findings([
        survey.finding(
          .fail, first, "From holds \(mailboxes.count) addresses; receivers take one.", FilterRules.severalFrom)
      ])
    }
    return .findings(AuthorJudge(read: first, mailbox: mailbox, survey: survey).findings)
  }
}

/// Judges the one mailbox in From.
private struct AuthorJudge {
  let read: MessageFields.Read<AddressList>
  let mailbox: Mailbox
  let survey: MessageSurvey

  var findings: [Finding] {
    if let broken = survey.breakage(of: mailbox) {
      let rules = mailbox.traits.contains(.noLocalPart) ? FilterRules.noUserInFrom : []
      return [survey.finding(.fail, read, "The address in From \(broken).", at: mailbox.range, rules)]
    }
    if let domain = survey.unusableDomain(of: mailbox) {
      return [survey.finding(.fail, read, "The domain of From \(domain).", at: mailbox.addressRange)]
    }
    var findings: [Finding] = []
    if mailbox.traits.contains(.noSpaceBeforeBracket) {
      findings.append(
        survey.finding(
          .warn, read, "No blank stands before the angle bracket.", at: mailbox.range, FilterRules.noSpaceInFrom))
    }
    return findings + [freeMail].compactMap(\.self)
  }

  /// A free mail address is the sender's when its domain says so: by SPF or by a signature.
  private var freeMail: Finding? {
    guard let domain = mailbox.aLabelDomain, FreeMail.offers(domain) else { return nil }
    let result = survey.dmarc?.evaluation.result
    if result == .pass { return nil }
    let statement = "\(domain) is a free mail service"
    let isForeign = result.map { [.fail, .none].contains($0) } ?? false
    guard survey.hasLeft, survey.dmarc?.knowsSPF == true, isForeign else {
      return survey.finding(
        .unknown, read, "\(statement); whether it sent the message cannot be told.", at: mailbox.addressRange)
    }
    return survey.finding(
      .warn, read, "\(statement), and the message did not come from it.", at: mailbox.addressRange,
      remedy: "Send from an address of a domain of your own; put the free mail address into Reply-To.")
  }
}

extension MessageSurvey {
  /// What is broken in an address, as a phrase; nil when nothing is.
  func breakage(of mailbox: Mailbox) -> String? {
    let faults: [(MailboxTraits, String)] = [
      (.noAt, "has no \"@\""), (.severalAts, "has more than one \"@\""), (.noLocalPart, "has nothing before the \"@\""),
      (.noDomain, "has nothing behind the \"@\""),
      (.encodedWordInAddress, "has an encoded word, which no reader decodes"),
      (.blankInAddress, "has a blank inside"), (.unclosedBracket, "has an angle bracket that is never closed"),
      (.illegalCharacter, "has a character that it may not have")
    ]
    return faults.first { mailbox.traits.contains($0.0) }?.1
  }

  /// Why mail from a domain cannot be answered by anybody, as a phrase; nil when nothing says so.
  func unusableDomain(of mailbox: Mailbox) -> String? {
    if mailbox.traits.contains(.domainLiteral) { return "is an address in brackets" }
    guard let name = mailbox.aLabelDomain else { return "is no domain name" }
    switch IdentifierHost(name.description, list: options.publicSuffixList) {
    case .word(let word), .container(let word): return "is the single word \(word)"
    case .special(_, let suffix): return "is a name of private use (\(suffix))"
    case .bareAddress: return "is an address"
    case .pseudo: return "ends in .\(name.suffix(labels: 1)), a top-level domain that does not exist"
    case .name, .noHostName, .literal, .placeholder, .international, nil: return nil
    }
  }
}
