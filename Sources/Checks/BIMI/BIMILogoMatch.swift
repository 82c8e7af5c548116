import AuditModel
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let bimiLogoMatch = DomainCheck(
    CheckDescription(
      id: "BIMI-LOGO-MATCH",
      area: .bimi,
      title: "The logo at the URL is the one that the mark certificate holds",
      severity: .low,
      severityReason: "receivers differ in which of two logos they show, and some show none",
      appliesWhen: "a valid record of BIMI names a logo and a certificate with a logo",
      rule: """
        Compare the octets of the file of l= with the unpacked logo in the certificate. Fail if the logo in the \
        certificate cannot be read, or if its digest there is of another file; warn if the two logos differ.
        """,
      whyItMatters: "No logo is shown, or one that was replaced long ago.",
      remedy:
        "Publish the very file that the certificate was issued for, or have a certificate issued for the new one.",
      standards: [
        "draft-brand-indicators-for-message-identification §Receiver Actions",
        "BIMI Group, Minimum Security Requirements for Mark Certificates §7.1", "RFC 9399 §4.1"
      ],
      causes: ["BIMI-RECORD", "BIMI-CERT", "BIMI-SVG", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      example(.pass, "the same logo", ExampleMarks.verified, ExampleMarks.logo),
      example(.warn, "another logo", ExampleMarks.verified, ExampleMarks.logo + "\n"),
      example(.fail, "the digest is of another file", ExampleMarks.damaged, ExampleMarks.logo),
      example(.notApplicable, "a certificate without a logo", ExampleCertificates.good, ExampleMarks.logo),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(
        .notApplicable, "no certificate is named", zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg""#)
    ]
  ) { survey in
    survey.judgeBIMIRecord { _, _ in
      guard let file = survey.bimi.certificate, let logo = survey.bimi.logo else {
        return .notApplicable("the record of BIMI does not name both a logo and a certificate")
      }
      if let unseen = file.unseen("The mark certificate") ?? logo.unseen("The logo") { return .findings([unseen]) }
      guard let mark = try? survey.bimi.mark?.get() else { return .notApplicable("there is no mark certificate") }
      switch mark.logo {
      case .absent: return .notApplicable("the certificate has no logo")
      case .unreadable(let reason):
        return .fail("The logo in the mark certificate cannot be read: \(reason).", evidence: [Evidence(file.answer)])
      case .svg(_, isDigestRight: false):
        return .fail(
          "The digest in the mark certificate is not that of the logo in it.", evidence: [Evidence(file.answer)])
      case .svg(let octets, isDigestRight: true):
        guard let content = logo.content else { return .notApplicable("there is no logo at the URL") }
        if octets == BIMIIndicator.unpacked(content) { return .pass }
        return .warn(
          "The logo at the URL has \(content.count) octets, that in the certificate \(octets.count): they are not the same.",
          evidence: [Evidence(logo.answer), Evidence(file.answer)])
      }
    }
  }

  private static let zone =
    "default._bimi TXT \"v=BIMI1; l=https://example.org/l.svg; a=https://example.org/c.pem\"\n@ A 192.0.2.80"

  private static func example(_ verdict: Verdict, _ title: String, _ pem: String, _ svg: String) -> CheckExample {
    var stage = CheckStage.logo(svg)
    stage.https?["https://example.org/c.pem"] = StagedPage("HTTP/1.1 200 OK\n\n" + pem)
    return CheckExample(verdict, title, zone: zone, stage: stage) { $0.time = StagedPage.now }
  }
}
