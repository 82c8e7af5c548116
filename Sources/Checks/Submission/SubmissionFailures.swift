import AuditModel
import FailureCatalogue
import SMTPSubmission
import Survey

extension SubmissionVisit {
  /// One finding about a reply that says no: what it means and what to do come from the catalogue of failures; where that
  /// knows nothing, from the check.
  func finding(
    _ verdict: Verdict, subject: String? = nil, _ statement: String, on reply: SMTPReply, at step: SMTPStep,
    of survey: SubmissionSurvey, evidence: Evidence
  ) -> Finding {
    let explanation = FailureCatalogue.shipped.explain(
      Failure(
        text: reply.lines.joined(separator: " "), code: reply.code,
        enhanced: reply.enhancedCode.flatMap { EnhancedStatusCode($0) }, stage: step.stage,
        host: survey.options.target.host.description))
    let isKnown = explanation.entry != nil
    let meaning = isKnown ? " " + explanation.meaning.joined(separator: " ") : ""
    return Finding(
      verdict, subject: subject ?? place, statement + meaning, evidence: [evidence],
      remedy: isKnown ? explanation.advice.joined(separator: " ") : nil)
  }
}

extension SMTPStep {
  /// The step in the words of the catalogue of failures.
  fileprivate var stage: FailureStage? {
    switch self {
    case .connect: .connect
    case .greeting: .greeting
    case .ehlo, .helo, .ehloInTLS: .hello
    case .startTLS, .handshake: .starttls
    case .auth: .auth
    case .mailFrom, .nullSender: .mail
    case .recipient: .rcpt
    case .data, .message: .data
    case .reset, .quit: nil
    }
  }
}
