import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageSurvey {
  /// Judges every signature on its own; not applicable without one.
  func judgeSignatures(_ judge: (DKIMSignatureResult) -> [Finding]) -> Judgement {
    dkim.isEmpty ? .notApplicable("the message has no DKIM-Signature") : .findings(dkim.flatMap(judge))
  }

  /// How the domain of a signature is related to that of the author; nil when DMARC has nothing to say.
  func alignment(of signature: DKIMSignatureResult) -> DMARCAlignment? {
    guard let domain = signature.value?.domain, let dmarc else { return nil }
    return dmarc.evaluation.identifiers.first {
      $0.identifier.mechanism == .dkim && $0.identifier.domain == domain
    }?.alignment
  }

  /// A finding about one signature.
  func finding(
    _ verdict: Verdict, _ signature: DKIMSignatureResult, _ statement: String, evidence: [Evidence] = [],
    remedy: String? = nil
  ) -> Finding {
    Finding(
      verdict, subject: signature.label, statement, evidence: [Evidence(signature.field, in: self)] + evidence,
      remedy: remedy)
  }
}

extension DKIMSignatureResult {
  /// What tells a signature from others: domain and selector.
  var label: String {
    let domain = value?.domainText ?? ""
    return domain.isEmpty ? "DKIM-Signature" : "d=\(domain) s=\(value?.selector ?? "")"
  }

  /// The result with its reasons, as people write it.
  var words: String {
    reasons.isEmpty ? result.rawValue : "\(result.rawValue) (\(reasons.map(\.description).joined(separator: "; ")))"
  }

  /// The answer that the key was taken from, as evidence.
  var keyEvidence: [Evidence] { keyLookup?.answer.map { [Evidence($0)] } ?? [] }
}
