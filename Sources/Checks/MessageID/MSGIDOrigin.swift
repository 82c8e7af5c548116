import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidOrigin = MessageCheck(
    CheckDescription(
      id: "MSGID-ORIGIN",
      area: .messageID,
      title: "The sender wrote the Message-ID, not the receiver",
      severity: .low,
      severityReason: "a receiver that adds the field tells that it was missing",
      appliesWhen: "the message has passed a receiver, and has a Message-ID",
      rule: """
        Fail if the right side is the host that took the message from outside, and that host is not of the author's \
        organization; warn if it is only presumed to be that one. A server that the sender logged in to may. Unknown if the hop at which it came from outside \
        cannot be told and one of the hosts is meant.
        """,
      whyItMatters: """
        Not every receiver adds the field: the next one refuses the message. And the sender cannot find a message in \
        its logs whose identifier it never saw.
        """,
      remedy: "Let the application or the own mail server write the Message-ID (Postfix: always_add_missing_headers).",
      standards: ["RFC 5321 §6.4", "RFC 6409 §8.3"]
    ),
    examples: [
      MessageExample(
        .pass, "the sender's", message: MessageExample.arrived + MessageExample.identified("0a1b2c3d@wiki.acme.net")),
      MessageExample(
        .pass, "the server that it was handed in at",
        message: """
          Received: from laptop (dsl.example.net [198.51.100.9]) by mail.host.net with ESMTPSA id 1;
            Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.identified("0a1b2c3d@mail.host.net")),
      MessageExample(
        .fail, "the receiver's", message: MessageExample.arrived + MessageExample.identified("0a1b2c3d@mx.receiver.net")
      ) { $0.trustedHops = 1 },
      MessageExample(
        .warn, "that of a host that seems to be the receiver's",
        message: MessageExample.arrived + MessageExample.identified("0a1b2c3d@mx.receiver.net")),
      MessageExample(
        .unknown, "nobody knows who is the receiver",
        message: """
          Received: from app (localhost [127.0.0.1]) by mx.receiver.net with ESMTP id 1; Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.identified("0a1b2c3d@mx.receiver.net"))
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let right = field.value.flatMap({ DomainName($0.right) }) else {
      return .notApplicable("the Message-ID names no host")
    }
    guard let hop = survey.trace.hops.first(where: { $0.value?.by.flatMap { DomainName($0) } == right }) else {
      return survey.trace.hops.isEmpty ? .notApplicable("the message has passed no server yet") : .pass
    }
    // A server that a user logs in to shall add what is missing (RFC 6409 §8.3).
    let isOwn =
      survey.authorOrganizations.contains(survey.organization(of: right)) || hop.value?.with?.isAuthenticated == true
    if isOwn || survey.unusableName(right) || IdentifierRelay.name(of: right) != nil { return .pass }
    let evidence = [Evidence(field.field, in: survey, highlight: field.value?.range), Evidence(hop.field, in: survey)]
    guard let entry = survey.trace.entry else {
      return .unknown(
        "\(right) wrote the Message-ID; whether it is the receiver or the sender's server is not known.",
        subject: right.description, evidence: evidence,
        remedy: "Say how many of the topmost Received fields are the receiver's (--trusted-hops).")
    }
    guard entry.by.flatMap({ DomainName($0) }) == right else { return .pass }
    let isCertain = survey.trace.boundary?.source.isCertain == true
    return .findings([
      Finding(
        isCertain ? .fail : .warn, subject: right.description,
        "\(right) took the message and wrote its Message-ID, because there was none.",
        evidence: evidence + FilterRules.receiversIdentifier.evidence)
    ])
  }
}

extension MessageSurvey {
  /// Whether a name says nothing about who bears it.
  fileprivate func unusableName(_ name: DomainName) -> Bool {
    if case .name = IdentifierHost(name.description, list: options.publicSuffixList) { return false }
    return true
  }
}

extension MessageExample {
  /// The field that the receiver of ``identified(_:fields:)`` wrote.
  static let arrived = """
    Received: from mail.acme.net (mail.acme.net [192.0.2.25])
      by mx.receiver.net with ESMTPS id 1234 for <ann@receiver.net>; Wed, 25 Nov 2026 11:59:02 +0000

    """
}
