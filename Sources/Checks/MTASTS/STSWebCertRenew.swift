import AuditModel
import DNS
import HTTPS
import Survey

extension DomainCheck {
  static let stsWebCertRenew = DomainCheck(
    CheckDescription(
      id: "STS-WEB-CERT-RENEW",
      area: .mtaSTS,
      title: "The certificate of the policy server is not about to expire",
      severity: .medium,
      severityReason: "nobody looks at this host with a browser, so nobody notices",
      appliesWhen: "the policy server shows a certificate",
      rule: """
        Fail if it has expired. Warn if it ends within 10 days, or within a third of its life if that is less. Info if \
        less than a third of a life of at most 100 days is left: its renewal is due.
        """,
      whyItMatters: "From that day on senders cannot fetch the policy.",
      remedy: "Renew the certificate of the host mta-sts now, and let a program do it from then on.",
      standards: ["RFC 8461 §3.3", "RFC 8461 §10.1"],
      causes: ["STS-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      example(.pass, "60 of 90 days left", left: 60, of: 90),
      example(.pass, "100 of 365 days left", left: 100, of: 365),
      example(.pass, "4 of 6 days left", left: 4, of: 6), example(.info, "20 of 90 days left", left: 20, of: 90),
      example(.warn, "9 of 90 days left", left: 9, of: 90), example(.fail, "expired yesterday", left: -1, of: 90),
      CheckExample(.unknown, "nothing is fetched", zone: zone) { $0.time = StagedPage.now },
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail")
    ]
  ) { survey in
    survey.judgePolicyFile { file in
      guard let certificate = file.answer.certificate else {
        return (file.unseen("The certificate of the policy server").map { .findings([$0]) })
          ?? .notApplicable("the policy server shows no certificate")
      }
      guard let time = file.answer.time ?? survey.options.time else {
        return .unknown("Nobody told the time, so it is open whether the certificate is about to expire.")
      }
      return judge(certificate, at: time, file.answer)
    }
  }

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """

  private static func example(_ verdict: Verdict, _ title: String, left: Int, of lifetime: Int) -> CheckExample {
    let page =
      left < 0
      ? StagedPage(failing: .untrusted([.expired]), daysLeft: left, of: lifetime)
      : StagedPage("HTTP/1.1 200 OK\n\n", daysLeft: left, of: lifetime)
    return CheckExample(verdict, title, zone: zone, stage: .policy(page)) { $0.time = StagedPage.now }
  }

  private static func judge(_ certificate: ServerCertificate, at time: Int, _ answer: HTTPSAnswer) -> Judgement {
    let (left, lifetime) = (certificate.notAfter - time, max(1, certificate.notAfter - certificate.notBefore))
    let host = answer.url.host.description
    let evidence = [
      Evidence(
        source: "certificate of \(host)",
        excerpt: "issued by \(certificate.issuer), \(left / day) of \(lifetime / day) days left",
        server: answer.address?.description)
    ]
    if left < 0 {
      return .fail("The certificate of \(host) has expired.", subject: host, evidence: evidence)
    }
    if left < min(10 * day, lifetime / 3) {
      return .warn("The certificate of \(host) ends in \(left / day) days.", subject: host, evidence: evidence)
    }
    if lifetime <= 100 * day, left < lifetime / 3 {
      return .info(
        "The certificate of \(host) ends in \(left / day) days: its renewal is due.", subject: host, evidence: evidence)
    }
    return .pass
  }

  private static let day = 86_400
}
