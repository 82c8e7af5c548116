import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimAligned = MessageCheck(
    CheckDescription(
      id: "DKIM-ALIGNED",
      area: .dkim,
      title: "A passing signature aligns with From",
      severity: .critical,
      severityReason: "only aligned signatures count for DMARC",
      appliesWhen: "at least one signature passes, and From names one domain",
      rule: """
        Compare d= of each passing signature with the From domain in the mode of adkim: the same domain if strict, the \
        same organizational domain by the tree walk if relaxed. Fail if none aligns; unknown if an answer that could \
        align one is missing.
        """,
      whyItMatters: """
        A signature of the provider's own domain leaves DMARC to SPF, which breaks when the message is forwarded.
        """,
      remedy: """
        Set up signing with the From domain: the custom domain (CNAME or key records) at the provider, or d= of the \
        local signer.
        """,
      standards: ["RFC 9989 §4.4.1"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "d= is the From domain", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .pass, "d= is below it", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "mail.example.org")),
      MessageExample(
        .fail, "the provider's domain", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "esp.example.net")),
      MessageExample(
        .unknown, "the walk fails", message: MessageExample.plain, zone: "_dmarc TXT SERVFAIL",
        stage: .signed(by: "esp.example.net"))
    ]
  ) { survey in
    let passing = survey.dkim.filter { $0.result == .pass }
    guard let first = passing.first else { return .notApplicable("no signature passes") }
    guard let author = survey.dmarc?.authorDomain else { return .notApplicable("From names no single domain") }
    let alignments = passing.map { survey.alignment(of: $0) }
    if alignments.contains(.aligned) { return .pass }
    let domains = passing.compactMap { $0.value?.domainText }.joined(separator: ", ")
    if alignments.contains(.undecided) {
      return .unknown(
        "Whether \(domains) and \(author) are of one organization could not be looked up.",
        evidence: survey.failedWalks, remedy: "Repair the name servers of \(author), and audit again.")
    }
    return .fail(
      "The signatures that pass are of \(domains), the From domain is \(author).", subject: first.label,
      evidence: passing.map { Evidence($0.field, in: survey) }
        + survey.fields.from.map { Evidence($0.field, in: survey) })
  }
}

extension MessageSurvey {
  /// The questions of DMARC that have no answer.
  var failedWalks: [Evidence] {
    answers.filter { $0.failure != nil && $0.question.type == .txt }.map { Evidence($0) }
  }
}
