import AuditModel
import DNS
import MailAuthentication
import Providers
import Survey

extension SubmissionCheck {
  static let submitSPF = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-SPF",
      area: .spf,
      title: "SPF of the sender's domain names the provider of the submission server",
      severity: .medium,
      severityReason: "receivers see the provider's addresses, and SPF does not know them",
      appliesWhen: "a sender was named (--from), and the server is one of a known provider that wants an entry",
      rule: """
        Look for the names that the provider wants in SPF among those that the record of the sender's domain leads to. \
        Warn when none is there and the provider's documents say so, info when that is only remembered; unknown when the \
        record could not be read to its end; not applicable when the provider wants no entry there.
        """,
      whyItMatters:
        "Mail that the server takes is judged by receivers later: SPF fails, and DMARC then rests on DKIM alone.",
      remedy: "Add the include of the provider to the SPF record: mailaudit providers HOST --domain DOMAIN shows it.",
      standards: ["RFC 7208 §5.2", "RFC 9989 §5.3"], causes: ["SPF-PRESENT", "SPF-SYNTAX"]
    ),
    examples: [
      SubmissionExample(.pass, "included", zone: spfExample("v=spf1 include:sendgrid.net -all"), configure: example),
      SubmissionExample(.warn, "another provider", zone: spfExample("v=spf1 mx -all"), configure: example),
      SubmissionExample(
        .unknown, "SPF cannot be read", zone: SubmissionExample.host + "\n@ TXT SERVFAIL", configure: example),
      SubmissionExample(.notApplicable, "no sender was named")
    ],
    needsConversation: false
  ) { survey in
    guard let author = survey.author else { return .notApplicable("no sender was named (--from)") }
    guard let provider = survey.service?.provider, let need = provider.spf, !need.includes.isEmpty, need.isAtFromDomain
    else { return .notApplicable("no provider that is known wants an entry in SPF of the sender's domain") }
    if let unread = Judgement.unread(author.spf.answer) { return unread }
    let wanted = need.includes.compactMap { DomainName(typed: $0) }
    let nodes = author.spf.tree.nodes
    if nodes.contains(where: { wanted.contains($0.publication.domain) }) { return .pass }
    if let unread = nodes.lazy.compactMap({ Judgement.unread($0.publication.answer) }).first { return unread }
    let statement = "The SPF record of \(author.domain) does not lead to \(need.includes.joined(separator: " or "))"
    return .findings([
      Finding(
        need.basis.allowsFailure ? .warn : .info, subject: author.domain.description,
        "\(statement), which \(provider.name) wants there.", evidence: [Evidence(author.spf.answer)],
        remedy: "Add \(need.terms.joined(separator: " or ")) to the SPF record of \(author.domain).")
    ])
  }

  private static func spfExample(_ record: String) -> String {
    SubmissionExample.host + "\n@ TXT \"\(record)\"\n$ORIGIN net.\nsendgrid TXT \"v=spf1 ip4:192.0.2.0/24 -all\""
  }

  private static func example(_ options: inout SubmissionOptions) {
    exampleEnvelope(&options)
    options.target.host = .name("smtp.sendgrid.net")
  }
}
