import AuditModel
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let stsPolicyFetch = DomainCheck(
    CheckDescription(
      id: "STS-POLICY-FETCH",
      area: .mtaSTS,
      title: "The policy of MTA-STS is served as senders fetch it",
      severity: .medium,
      severityReason: "senders that cannot fetch the policy deliver as if there were none",
      appliesWhen: "the domain has one valid record of MTA-STS",
      rule: """
        One GET of https://mta-sts.DOMAIN/.well-known/mta-sts.txt with TLS 1.2 or later. Fail if the host has no \
        address, if its certificate has expired, is for another name or leads to no public root, if what comes is no \
        HTTP, or if the status is not 200; a redirect is not followed. Warn if the media type is not text/plain, or if \
        there are more than 64 KiB. Unknown if there is no connection, no answer in time, or status 403, 429 or 5xx: \
        that may pass, or meet the auditor only.
        """,
      whyItMatters: "New senders never learn the policy, and those that know it forget it after max_age.",
      remedy: """
        Serve the file at this very URL with status 200 and Content-Type: text/plain, without a redirect, on a host \
        mta-sts with a certificate of its own that renews itself.
        """,
      standards: ["RFC 8461 §3.2", "RFC 8461 §3.3"],
      causes: ["STS-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the file is there", zone: zone, stage: .policy()),
      CheckExample(
        .pass, "in chunks", zone: zone,
        stage: .policy(
          StagedPage("HTTP/1.1 200 OK\nContent-Type: text/plain\nTransfer-Encoding: chunked\n\n1\nv\n0\n\n"))),
      CheckExample(
        .fail, "a redirect", zone: zone,
        stage: .policy(StagedPage("HTTP/1.1 301 Moved\nLocation: https://www.example.org/\n\n"))),
      CheckExample(.fail, "no such file", zone: zone, stage: .policy(StagedPage("HTTP/1.1 404 Not Found\n\n"))),
      CheckExample(
        .fail, "a certificate for another name", zone: zone,
        stage: .policy(StagedPage(failing: .untrusted([.wrongName])))),
      CheckExample(.fail, "no HTTP", zone: zone, stage: .policy(StagedPage("220 mail.example.org ESMTP\n"))),
      CheckExample(.fail, "the host has no address", zone: record, stage: .policy()),
      CheckExample(
        .warn, "another media type", zone: zone,
        stage: .policy(StagedPage("HTTP/1.1 200 OK\nContent-Type: text/html\n\nx"))),
      CheckExample(
        .warn, "too long", zone: zone,
        stage: .policy(lines: String(repeating: "a", count: 65_537))),
      CheckExample(
        .unknown, "no connection", zone: zone, stage: .policy(StagedPage(failing: .unreachable(["refused"])))),
      CheckExample(
        .unknown, "no answer in time", zone: zone, stage: .policy(StagedPage(failing: .timeout("the response")))),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(
        .unknown, "the address cannot be looked up", zone: "\(record)\nmta-sts ANY SERVFAIL", stage: .policy()),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail")
    ]
  ) { survey in
    survey.judgePolicyFile { file in
      if let unseen = file.unseen("The policy of MTA-STS") { return .findings([unseen]) }
      if let failure = file.answer.failure {
        return .fail(
          "The policy cannot be fetched: \(failure).", subject: file.answer.url.description, evidence: file.evidence)
      }
      return file.answer.response.map { .findings(findings($0, file.answer)) } ?? .pass
    }
  }

  private static let record = #"_mta-sts TXT "v=STSv1; id=1""#
  private static let zone = "\(record)\nmta-sts A 192.0.2.80"

  private static func findings(_ response: HTTPSResponse, _ answer: HTTPSAnswer) -> [Finding] {
    let (subject, evidence) = (answer.url.description, [Evidence(answer)])
    switch response.status {
    case 200: break
    case 300...399:
      let target = response["location"].map { " to \($0.prefix(200))" } ?? ""
      return [
        Finding(
          .fail, subject: subject, "The policy is behind a redirect\(target), which senders do not follow.",
          evidence: evidence, remedy: "Let the host mta-sts answer with the file itself.")
      ]
    case 403, 429, 500...599:
      return [
        Finding(
          .unknown, subject: subject,
          "The policy could not be looked at: the server answers with status \(response.status).", evidence: evidence,
          remedy: "Look whether a firewall turns programs away, and whether the status stays: senders need 200.")
      ]
    default:
      return [
        Finding(
          .fail, subject: subject, "The policy server answers with status \(response.status), and only 200 counts.",
          evidence: evidence)
      ]
    }
    var findings: [Finding] = []
    if response.mediaType != "text/plain" {
      let type = response.mediaType.map { "\($0.prefix(80))" } ?? "none"
      findings.append(
        Finding(
          .warn, subject: subject, "The media type of the policy is \(type), not text/plain.", evidence: evidence))
    }
    if response.isTruncated {
      findings.append(
        Finding(
          .warn, subject: subject,
          "The policy has more than \(MTASTSLimits.policyOctets) octets; senders may stop there.",
          evidence: evidence, remedy: "Shorten the policy: a pattern *.example.net stands for many hosts."))
    }
    return findings
  }
}
