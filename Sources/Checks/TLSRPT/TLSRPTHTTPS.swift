import AuditModel
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let tlsrptHTTPS = DomainCheck(
    CheckDescription(
      id: "TLSRPT-HTTPS",
      area: .tlsRPT,
      title: "The https: collector takes reports of TLS failures",
      severity: .low,
      severityReason: "no mail is lost, only the reports about it",
      appliesWhen: "rua of the record of TLS-RPT names an https: collector",
      rule: """
        With --probe-report-hosts one POST without content, said to be application/tlsrpt+json, to each of at most four \
        collectors: reports come by POST, and an empty one is no report. Fail if the host has no address, if its \
        certificate has expired, is for another name or leads to no public root, or if no TLS or no HTTP is spoken. A \
        remark if the status is neither 2xx nor one that refuses the empty content (400, 415, 422). Unknown if there is \
        no connection, no answer in time, or status 403, 408, 425, 429 or 5xx, and without the option.
        """,
      whyItMatters: """
        Senders post their reports there and have no other way: what is refused is lost. They may overlook a bad \
        certificate (RFC 8460 §3), but need not.
        """,
      remedy: """
        Let the collector answer a POST of application/tlsrpt+gzip or application/tlsrpt+json with status 2xx, at this \
        very URL, with a valid certificate. Or receive the reports by mail: rua=mailto:tls@reports.example.net.
        """,
      standards: ["RFC 8460 §3", "RFC 8460 §5.4"],
      causes: ["TLSRPT-RECORD", "TLSRPT-RUA", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "nothing was sent, and the collector says so", zone: zone, stage: answering("400 Bad Request")),
      CheckExample(.pass, "the collector takes everything", zone: zone, stage: answering("204 No Content")),
      CheckExample(
        .fail, "an expired certificate", zone: zone,
        stage: .collector(url, StagedPage(failing: .untrusted([.expired])))),
      CheckExample(.fail, "the host has no address", zone: record, stage: answering("204 No Content")),
      CheckExample(.info, "POST is not known there", zone: zone, stage: answering("405 Method Not Allowed")),
      CheckExample(
        .info, "a redirect", zone: zone, stage: answering("308 Moved\nLocation: https://www.example.org/tls")),
      CheckExample(.unknown, "the collector is out of order", zone: zone, stage: answering("503 Out Of Order")),
      CheckExample(
        .unknown, "no answer in time", zone: zone, stage: .collector(url, StagedPage(failing: .timeout("the response")))
      ),
      CheckExample(.unknown, "the collector is not asked", zone: zone),
      CheckExample(
        .notApplicable, "reports go by mail", zone: #"_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.net""#),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "_smtp._tls TXT SERVFAIL")
    ]
  ) { survey in
    let selection = survey.tlsRPT.selection
    if let unread = Judgement.unread(selection.answer) { return unread }
    let urls = selection.usable.map(TLSRPTSurvey.collectors) ?? []
    if urls.isEmpty { return .notApplicable("no single record of TLS-RPT names an https: collector") }
    guard let files = survey.tlsRPT.collectors else {
      return .unknown(
        "Nobody asked the collector \(urls[0]) whether it takes reports.", subject: urls[0].description,
        remedy: "Run mailaudit audit with --probe-report-hosts: it sends one empty POST to each collector.")
    }
    var findings = files.compactMap(finding)
    if urls.count > files.count {
      findings.append(Finding(.unknown, "\(urls.count - files.count) more collectors were not asked."))
    }
    return .findings(findings)
  }

  private static let url = "https://reports.example.org/tls"
  private static let record = #"_smtp._tls TXT "v=TLSRPTv1; rua=\#(url)""#
  private static let zone = "\(record)\nreports A 192.0.2.80"

  private static func answering(_ status: String) -> CheckStage {
    .collector(url, StagedPage("HTTP/1.1 \(status)\nContent-Length: 0\n\n"))
  }

  private static func finding(_ file: HTTPSFile) -> Finding? {
    let url = file.answer.url.description
    if let unseen = file.unseen("The collector \(url)") { return unseen }
    if let failure = file.answer.failure {
      return Finding(.fail, subject: url, "No report reaches \(url): \(failure).", evidence: file.evidence)
    }
    guard let response = file.answer.response else { return nil }
    switch response.status {
    // RFC 9110 §15.5.1, §15.5.16, §15.5.21: the content is refused, not the POST.
    case 200...299, 400, 415, 422: return nil
    case 403, 408, 425, 429, 500...599:
      return Finding(
        .unknown, subject: url, "Whether \(url) takes reports is open: it answers with status \(response.status).",
        evidence: file.evidence,
        remedy: "Look into the log of the collector: a firewall or the missing content may be the reason.")
    case 300...399:
      return Finding(
        .info, subject: url, "\(url) leads elsewhere (status \(response.status)); senders need not post there again.",
        evidence: file.evidence, remedy: "Name the final URL in rua.")
    default:
      return Finding(
        .info, subject: url, "\(url) answers a POST with status \(response.status).", evidence: file.evidence)
    }
  }
}

extension CheckStage {
  /// One collector of TLS reports.
  fileprivate static func collector(_ url: String, _ page: StagedPage) -> CheckStage {
    var stage = CheckStage()
    stage.reportCollectors = [url: page]
    return stage
  }
}
