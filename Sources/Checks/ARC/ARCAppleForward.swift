import AuditModel
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let arcAppleForward = MessageCheck(
    CheckDescription(
      id: "ARC-APPLE-FORWARD",
      area: .arc,
      title: "Forwarders to iCloud still add ARC",
      severity: .info,
      severityReason: "Apple's page of February 2025 lists it as required for forwarded mail",
      appliesWhen: "the message was forwarded to icloud.com, me.com or mac.com, Orange or Yahoo, as its fields tell",
      rule: """
        A message counts as forwarded when Delivered-To, X-Forwarded-To or Resent-To name an address there that To and Cc do \
        not name. Info if it has no ARC set. Unknown if the trace does not tell who it was delivered to.
        """,
      whyItMatters: "Apple says that bulk mail which lacks a requirement is refused.",
      remedy: "Keep sealing on the forwarder until Apple takes the rule back; DKIM has to stay whole all the same.",
      standards: ["Apple Postmaster information for iCloud Mail §2025-02-25"]
    ),
    examples: [
      MessageExample(
        .pass, "with a set", message: "X-Forwarded-To: ann@icloud.com\n" + MessageExample.plain,
        stage: .sealed("mx.example.net; none")),
      MessageExample(.info, "without", message: "X-Forwarded-To: ann@icloud.com\n" + MessageExample.plain)
    ]
  ) { survey in
    let fields = forwardNames.flatMap { survey.message.fields($0) }.filter { isWatched($0, survey) }
    guard let field = fields.first else {
      return .notApplicable("nothing tells that it was forwarded to Apple, Orange or Yahoo")
    }
    if survey.signatures.arc.chain.exists { return .pass }
    return .info("The message was forwarded there without an ARC set.", evidence: [Evidence(field, in: survey)])
  }

  private static let forwardNames: [HeaderName] = ["X-Forwarded-To", "Resent-To", "Delivered-To"]
  private static let domains = ["icloud.com", "me.com", "mac.com", "orange.fr", "wanadoo.fr", "yahoo.com"]

  /// Whether the field names a mailbox of theirs that the author did not write to.
  private static func isWatched(_ field: HeaderField, _ survey: MessageSurvey) -> Bool {
    let written = (survey.fields.to + survey.fields.cc).flatMap { $0.value?.mailboxes ?? [] }.map {
      $0.address.lowercased()
    }
    let mailboxes = AddressList.parse(survey.message.body(of: field)).value?.mailboxes ?? []
    return mailboxes.contains { domains.contains($0.domain.lowercased()) && !written.contains($0.address.lowercased()) }
  }
}
