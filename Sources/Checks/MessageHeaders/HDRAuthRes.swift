import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrAuthRes = MessageCheck(
    CheckDescription(
      id: "HDR-AUTHRES",
      area: .messageHeaders,
      title: "The receiver's Authentication-Results agree with what is found here",
      severity: .high,
      severityReason: "what the receiver found decided on the message",
      appliesWhen: "the message has Authentication-Results",
      rule: """
        Believe only fields above the hop at which the message came from outside, and of those the ones whose \
        authserv-id the owner names, or which is of the organization of the host that took the message. Warn if one \
        says that SPF, DKIM or DMARC did not pass which passes here, and if a message that has not left carries one of \
        its own organization. Info for the opposite, and for fields of the sender, which are not read. Unknown if \
        nobody tells which ones to believe.
        """,
      whyItMatters: """
        Anybody can write the field. One of the sender says nothing; and a receiver that finds one with its own name \
        has to delete it, or its filters believe a forger.
        """,
      remedy: """
        Compare the results: the zone may have changed since, or a server between changed the message. Delete fields \
        with the own authserv-id where mail comes in.
        """,
      standards: ["RFC 8601 §5", "RFC 8601 §7.1", "RFC 8601 §2.2"]
    ),
    examples: [
      MessageExample(
        .pass, "the receiver agrees", message: MessageExample.results("mx.example.net; dkim=pass header.d=example.org"),
        stage: .signed(by: "example.org"), configure: { $0.trustedServices = ["mx.example.net"] }),
      MessageExample(
        .warn, "the receiver saw a failure",
        message: MessageExample.results("mx.example.net; dkim=fail (body hash) header.d=example.org"),
        stage: .signed(by: "example.org"), configure: { $0.trustedServices = ["mx.example.net"] }),
      MessageExample(
        .info, "the receiver saw a pass",
        message: MessageExample.results("mx.example.net; dkim=pass header.d=example.org"),
        stage: .signed(by: "example.org", thenBody: "another text\n"),
        configure: { $0.trustedServices = ["mx.example.net"] }),
      MessageExample(
        .info, "the sender praises itself",
        message: MessageExample.hopFields + "Authentication-Results: mx.example.net; dmarc=pass\n"
          + MessageExample.plain),
      MessageExample(
        .warn, "one of its own before it has left",
        message: "Authentication-Results: mail.example.org; dmarc=pass\n" + MessageExample.plain),
      MessageExample(
        .unknown, "nobody tells who is the receiver",
        message: """
          Authentication-Results: mx.acme.com; dmarc=pass
          Received: from a (localhost [127.0.0.1]) by b.example.net with ESMTP id 1; Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.plain)
    ]
  ) { survey in
    let fields = survey.fields.authenticationResults
    if fields.isEmpty { return .notApplicable("the message has no Authentication-Results") }
    return .findings(fields.flatMap { ResultsJudge(read: $0, survey: survey).findings })
  }
}

extension MessageExample {
  /// A Received field of the receiver `mx.example.net`.
  static let hopFields = """
    Received: from mail.example.org (mail.example.org [192.0.2.25])
      by mx.example.net with ESMTPS id 1234 for <ann@example.net>; Wed, 25 Nov 2026 11:59:02 +0000

    """

  /// What the receiver of ``received`` found, the signature being below.
  fileprivate static func results(_ text: String) -> String {
    "Authentication-Results: \(text)\n" + hopFields + plain
  }
}

/// Judges one Authentication-Results field.
private struct ResultsJudge {
  let read: MessageFields.Read<AuthenticationResults>
  let survey: MessageSurvey

  var findings: [Finding] {
    switch survey.origin(of: read.field) {
    case .sender: [ofSender]
    case .undecided: isNamed ? comparison : [undecided]
    case .receiver: isTrusted ? comparison : [undecided]
    }
  }

  /// Whether the owner named who wrote it.
  private var isNamed: Bool {
    guard let id = read.value?.authservID?.lowercased() else { return false }
    return survey.options.trustedServices.contains { $0.lowercased() == id }
  }

  /// Whether it is of the host that took the message, by its name or its organization. Microsoft leaves the name out.
  private var isTrusted: Bool {
    if isNamed { return true }
    guard survey.options.trustedServices.isEmpty, let value = read.value else { return false }
    guard let id = value.authservID else { return survey.trace.boundary?.source.isCertain == true }
    let hosts = [survey.trace.entry?.by, survey.trace.hops.first?.value?.by].compactMap(\.self)
    return hosts.contains { survey.isOneOrganization($0, id) }
  }

  private var ofSender: Finding {
    let id = read.value?.authservID ?? ""
    let author = survey.authorOrganizations.contains { "\($0)" == id || survey.isOneOrganization("\($0)", id) }
    if !survey.hasLeft, author {
      return survey.finding(
        .warn, read, "The message leaves with Authentication-Results of its own organization, \(id).",
        remedy: "Delete the field where mail of others comes in, and do not add it to mail that goes out.")
    }
    return survey.finding(.info, read, "The sender's side wrote this Authentication-Results; it proves nothing.")
  }

  private var undecided: Finding {
    survey.finding(
      .unknown, read, "Whether the receiver wrote this Authentication-Results is not known.",
      remedy: "Name the authserv-id of the receiver (--authserv-id).")
  }

  private var comparison: [Finding] {
    guard let value = read.value else { return [survey.finding(.info, read, "The receiver's field cannot be read.")] }
    return value.results.compactMap { result in
      guard let own = survey.ownResult(for: result) else { return nil }
      let isPass = result.result == "pass"
      if isPass == (own == "pass") || ["none", "temperror", "neutral", "policy"].contains(result.result) { return nil }
      let who = value.authservID ?? "the receiver"
      return survey.finding(
        isPass ? .info : .warn, read, "\(who) found \(result.method)=\(result.result), here it is \(own).",
        at: result.range)
    }
  }
}

extension MessageSurvey {
  /// Whether two host names are of one organization.
  fileprivate func isOneOrganization(_ left: String, _ right: String) -> Bool {
    guard let left = DomainName(left), let right = DomainName(right), left.labelCount > 1, right.labelCount > 1 else {
      return left.lowercased() == right.lowercased()
    }
    return organization(of: left) == organization(of: right)
  }

  /// What was found here about the same thing; nil when nothing was, or nothing for certain.
  fileprivate func ownResult(for result: AuthenticationResults.Result) -> String? {
    switch result.method {
    case "dkim":
      let domain =
        result.value("header", "d") ?? result.value("header", "i")?.split(separator: "@").last.map(String.init)
      let selector = result.value("header", "s")
      let own = dkim.filter { signature in
        guard let value = signature.value, let domain, DomainName(domain) == value.domain else { return false }
        return selector == nil || selector?.lowercased() == value.selector.lowercased()
      }
      guard own.count == 1, let found = own.first, found.result != .temperror else { return nil }
      return found.result.rawValue
    case "spf":
      // What was found of HELO says nothing of MAIL FROM (RFC 8601 §2.7.2).
      let isOfHelo = result.value("smtp", "helo") != nil && result.value("smtp", "mailfrom") == nil
      guard let found = isOfHelo ? spfHELO : spf, envelope.client?.source.isCertain == true, found.result != .temperror
      else { return nil }
      return found.result.rawValue
    case "dmarc":
      guard let dmarc, dmarc.knowsSPF || dmarc.evaluation.result == .pass, dmarc.evaluation.result != .temperror else {
        return nil
      }
      return dmarc.evaluation.result.rawValue
    default: return nil
    }
  }
}
