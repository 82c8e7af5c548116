import DNS
import HTTPS
import MailAuthentication
import Survey

extension DomainSurvey {
  /// The questions of MTA-STS, TLS-RPT and BIMI. When they fail, mail is neither deferred nor refused for it, and the
  /// checks of those areas tell of it.
  var policyQuestions: [DNSQuestion] {
    let files = [mtaSTS.file, bimi.logo, bimi.certificate].compactMap(\.self)
    let records = [
      mtaSTS.selection.answer, tlsRPT.selection.answer, bimi.own.answer, bimi.organization?.selection.answer
    ]
    return records.compactMap { $0?.question } + files.flatMap { $0.addresses.map(\.question) }
  }
}
