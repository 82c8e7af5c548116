import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimExpiry = MessageCheck(
    CheckDescription(
      id: "DKIM-EXPIRY",
      area: .dkim,
      title: "Signature times are sane",
      severity: .medium,
      severityReason: "expired signatures and those from the future may be refused",
      appliesWhen: "a DKIM-Signature has t= or x=",
      rule: """
        Fail if x= is not later than t=, if x= had passed when the message was received, or if t= lies more than 10 \
        minutes behind that time. Warn if the signature lives less than a day, for queues retry longer, or more than 30 \
        days. The time of receipt is that of the topmost field Received; without it, that of the audit.
        """,
      whyItMatters:
        "Mail that waited in a queue loses its signature; one that lives for months can be sent again by others.",
      remedy: "Let signatures live 3 to 7 days, or leave x= out, and keep the clock of the signer right with NTP.",
      standards: ["RFC 6376 §3.5", "RFC 6376 §6.1.1"]
    ),
    examples: [
      MessageExample(
        .pass, "a week", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.moreTags = "t=1795607900; x=1796212700" }),
      MessageExample(
        .fail, "ended before it began", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.moreTags = "t=1795607900; x=1795607000" }),
      MessageExample(
        .fail, "from the future", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.moreTags = "t=1795708000" }),
      MessageExample(
        .warn, "five minutes", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.moreTags = "t=1795607900; x=1795608200" })
    ]
  ) { survey in
    guard survey.dkim.contains(where: { $0.value?.timestamp != nil || $0.value?.expiration != nil }) else {
      return .notApplicable("no signature has t= or x=")
    }
    return survey.judgeSignatures { SignatureTimes($0, survey: survey).findings }
  }
}

/// The times of one signature, against that of receipt.
private struct SignatureTimes {
  let signature: DKIMSignatureResult
  let survey: MessageSurvey

  init(_ signature: DKIMSignatureResult, survey: MessageSurvey) {
    self.signature = signature
    self.survey = survey
  }

  var findings: [Finding] {
    let now = survey.timeOfReceipt.map(Int64.init) ?? signature.time
    let (start, end) = (signature.value?.timestamp, signature.value?.expiration)
    if let start, let end {
      if end <= start { return [finding(.fail, "The signature ends (x=\(end)) before it begins (t=\(start)).")] }
    }
    if let end, end < now { return [finding(.fail, "The signature had expired \(now - end) seconds before receipt.")] }
    if let start, start - now > Self.clockSkew {
      return [finding(.fail, "The signature was made \((start - now) / 60) minutes after receipt, by its t=.")]
    }
    guard let lifetime = signature.lifetime else { return [] }
    if lifetime < Self.day {
      return [finding(.warn, "The signature lives \(lifetime) seconds; queues retry for days.")]
    }
    if lifetime > Self.longest { return [finding(.warn, "The signature lives \(lifetime / Self.day) days.")] }
    return []
  }

  private func finding(_ verdict: Verdict, _ statement: String) -> Finding {
    survey.finding(verdict, signature, statement)
  }

  /// Clocks differ by minutes, in seconds.
  private static let clockSkew: Int64 = 600
  private static let day: Int64 = 86_400
  private static let longest: Int64 = 30 * day
}
