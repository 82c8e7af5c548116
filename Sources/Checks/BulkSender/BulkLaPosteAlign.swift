import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkLaPosteAlign = MessageCheck(
    CheckDescription(
      id: "BULK-LAPOSTE-ALIGN",
      area: .bulkSender,
      title: "French receivers see aligned authentication",
      severity: .high,
      severityReason: "laposte.net counts what does not align as nothing",
      appliesWhen: "always; without a recipient at laposte.net, orange.fr or wanadoo.fr all of it is a remark",
      rule: """
        Fail if neither SPF nor a signature passes for a domain that aligns with From. To Orange also if no DMARC record \
        applies, the sending address has no PTR record or the EHLO name is no full name; to La Poste warn without rua.
        """,
      whyItMatters: "The spam folder or a refusal: Orange OFR_397, 398, 515 and 535, laposte.net since 2025-09-09.",
      remedy: "Sign with the From domain, and publish a DMARC record with rua for it.",
      standards: ["La Poste, laposte.net authentication rules §alignment", "Orange, Postmaster page §requirements"],
      causes: ["DMARC-MSG-PASS", "DKIM-ALIGNED", "DMARC-PRESENT", "RDNS-PTR", "HELO-FQDN", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      MessageExample(
        .pass, "an aligned signature", message: toLaPoste,
        zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#, stage: .signed(by: "example.org")),
      MessageExample(
        .warn, "no reports", message: toLaPoste, zone: #"_dmarc TXT "v=DMARC1; p=none""#,
        stage: .signed(by: "example.org")),
      MessageExample(.fail, "only the provider's domain", message: toLaPoste, stage: .signed(by: "esp.example.net")) {
        $0.tellEnvelope(mailFrom: "bounce@esp.example.net")
      },
      MessageExample(
        .info, "the same, to others", message: MessageExample.plain, stage: .signed(by: "esp.example.net")
      ) { $0.tellEnvelope(mailFrom: "bounce@esp.example.net") },
      MessageExample(
        .unknown, "nobody told who sent it", message: toLaPoste,
        zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#, stage: .signed(by: "esp.example.net"))
    ]
  ) { survey in
    guard survey.dmarc != nil else { return .notApplicable("From names no single domain") }
    var findings = survey.alignmentFindings
    let (isLaPoste, isOrange) = (survey.isAddressed(to: ["laposte.net"]), survey.isAddressed(to: orange))
    if isLaPoste { findings += reporting(survey) }
    if isOrange {
      findings += survey.dmarcRecordFindings + survey.findings(of: .rdnsPTR) + survey.findings(of: .heloFQDN)
    }
    let judgement = Judgement.findings(findings)
    return isLaPoste || isOrange ? judgement : judgement.asRemarks("no recipient is at laposte.net or orange.fr")
  }

  private static func reporting(_ survey: MessageSurvey) -> [Finding] {
    guard let author = survey.author, case .known(let found) = author.dmarc.policyRecord else { return [] }
    if let found, !found.value.rua.isEmpty { return [] }
    return [
      Finding(
        .warn, subject: "DMARC", "No DMARC record with rua applies to \(author.domain), as La Poste wants it.",
        evidence: author.dmarcWalkEvidence)
    ]
  }

  private static let toLaPoste = MessageExample.plain.replacing("ann@example.net", with: "ann@laposte.net")
  private static let orange: Set<String> = ["orange.fr", "wanadoo.fr"]
}

extension MessageSurvey {
  /// What a check of the author's domain finds wrong with the address that sent the message.
  func findings(of check: DomainCheck) -> [Finding] {
    let id = check.description.id
    guard let author, envelope.client?.source.isCertain == true else {
      return [
        Finding(
          .unknown, subject: id.rawValue, "Nobody told which address sent the message.",
          remedy: "Name the sending address with --ip and its greeting with --helo.")
      ]
    }
    switch check.judge(author) {
    case .pass: return []
    case .notApplicable(let reason):
      return [Finding(.unknown, subject: id.rawValue, "\(id) could not be judged: \(reason).")]
    case .findings(let findings): return findings.filter { $0.verdict == .fail || $0.verdict == .unknown }
    }
  }
}
