import DNS
import HTTPS
import MailAuthentication
import Survey

extension DomainSurvey {
  /// The questions of MTA-STS, TLS-RPT, BIMI and web sites. When they fail, mail is neither deferred nor refused for
  /// it, and the checks of those areas tell of it.
  var policyQuestions: [DNSQuestion] {
    let sites = hostSites?.operators.flatMap { $0.pages.flatMap(\.visits) } ?? []
    let files = [mtaSTS.file, bimi.logo, bimi.certificate].compactMap(\.self) + (tlsRPT.collectors ?? []) + sites
    let records = [
      mtaSTS.selection.answer, tlsRPT.selection.answer, bimi.own.answer, bimi.organization?.selection.answer
    ]
    return records.compactMap { $0?.question } + files.flatMap { $0.addresses.map(\.question) }
  }

  /// The questions about the domains that reports are sent to, as far as nothing else rests on them. When they fail,
  /// reports may be lost, and the checks of the report addresses tell of it; mail is not delayed.
  var reportQuestions: [DNSQuestion] {
    let mail =
      [mx.answer, zone.ipv4, zone.ipv6] + mx.hosts.flatMap(\.answers) + spf.tree.failures
    let needed = Set(mail.map(\.question))
    let hosts = dmarc.reportHosts + tlsRPT.reportHosts
    return hosts.flatMap { [$0.mx, $0.ipv4, $0.ipv6] }.map(\.question).filter { !needed.contains($0) }
  }
}
