import AuditModel
import DNS
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let tlsCertValid = SubmissionCheck(
    DomainCheck.tlsCertValid.description,
    examples: [
      SubmissionExample(.pass, "a good chain"),
      SubmissionExample(
        .fail, "for another name",
        .submission { $0.chains = [[ExampleCertificates.otherName, ExampleCertificates.issuer]] }),
      SubmissionExample(
        .fail, "expired", .submission { $0.chains = [[ExampleCertificates.expired, ExampleCertificates.issuer]] }),
      SubmissionExample(.fail, "self-signed", .submission { $0.chains = [[ExampleCertificates.selfSigned]] }),
      SubmissionExample(.fail, "the intermediate is missing", .submission { $0.chains = [[ExampleCertificates.good]] }),
      SubmissionExample(.fail, "reached by its address") { $0.target.host = .address(.v4(0xC000_0219)) },
      SubmissionExample(.unknown, "no connection", nil),
      SubmissionExample(.notApplicable, "no TLS is wanted") { $0.target.security = .none }
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in
      guard let verdict = observation.session.chainVerdict else { return [.withoutRoots(observation)] }
      return verdict.faults.filter { $0.reason != .weakKey && $0.reason != .weakSignature }.map { fault in
        Finding(
          .fail, subject: observation.place,
          "The certificate of \(observation.place) is not trusted by a client that checks it: \(fault).",
          evidence: facts.chain.map(observation.evidence), remedy: remedy(for: fault.reason, survey))
      }
    }
  }

  /// What to do about one fault.
  private static func remedy(for reason: CertificateFault.Reason, _ survey: SubmissionSurvey) -> String? {
    switch reason {
    case .nameMismatch: nameRemedy(survey)
    case .selfSigned, .unknownIssuer:
      "Trust its issuer in the application (a CA file), or give the server a certificate of a public authority. "
        + "Switching verification off lets anybody on the way read the password."
    case .incompleteChain: "Let the server send its intermediates too: with ACME, the file fullchain.pem."
    case .expired: "Renew the certificate, and reload the server: often the new file lies on the disk already."
    case .notYetValid: "Look at the clocks of both machines; then at the certificate."
    case .weakKey, .weakSignature, .revoked, .other: nil
    }
  }

  private static func nameRemedy(_ survey: SubmissionSurvey) -> String {
    let names = survey.main?.session.tls?.chain.first?.dnsNames.prefix(4).joined(separator: ", ") ?? ""
    let use = names.isEmpty ? "" : " It is for: \(names)."
    return "Set the host in the application to a name that the certificate is for.\(use) "
      + "Never an address, and not \"localhost\": resolve the name to the address if the server is near."
  }
}
