import AuditModel
import DNS
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionSurvey {
  /// Judges the session inside TLS of every address that showed one.
  func judgeTLS(_ judge: (MailServerObservation, TLSFacts) -> [Finding]) -> Judgement {
    guard options.target.security != .none else { return .notApplicable("no TLS is wanted (--tls none)") }
    let seen = (visits + [otherMode].compactMap(\.self)).filter { $0.session.tls != nil }
    guard !seen.isEmpty else { return .unknown("No TLS session came about at \(place).", subject: place) }
    return .findings(
      seen.flatMap { visit in
        visit.session.tls.map { judge(observation(of: visit), $0) } ?? []
      })
  }

  /// A visit in the form that checks of mail servers judge.
  private func observation(of visit: SubmissionVisit) -> MailServerObservation {
    if let inspection, inspection.address == visit.address { return inspection }
    let name = options.target.host.name ?? visit.address.reverseName
    return MailServerObservation(host: name, address: visit.address, port: visit.port, session: visit.session)
  }
}
