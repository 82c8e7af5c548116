import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageCheck {
  static let dkimSignedHeaders = MessageCheck(
    CheckDescription(
      id: "DKIM-SIGNED-HEADERS",
      area: .dkim,
      title: "Important headers are signed",
      severity: .medium,
      severityReason: "what is not signed can be changed or added by others",
      appliesWhen: "the message has a DKIM-Signature that aligns with From, or any if none does",
      rule: """
        Fail if Subject, Date, To or Reply-To is in the message and not in h=, which RFC 6376 names; warn if Message-ID, \
        MIME-Version or Content-Type is, which it does not, and large providers leave out. Info if h= names Received, Return-Path or another DKIM-Signature: servers on the way change them.
        """,
      whyItMatters:
        "A stranger sends the signed message again with another subject, or with a Content-Type that hides its text.",
      remedy: """
        Sign at least from:reply-to:subject:date:to:cc:message-id:mime-version:content-type and the List- fields (opendkim: \
        SignHeaders; rspamd: sign_headers).
        """,
      standards: ["RFC 6376 §5.4.1", "RFC 6376 §8.15"]
    ),
    examples: [
      MessageExample(.pass, "all of them", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .warn, "the identifier is not signed", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.headerFields = "from:to:subject:date" }),
      MessageExample(
        .fail, "From alone", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.headerFields = "from" })
    ]
  ) { survey in
    let aligned = survey.dkim.filter { survey.alignment(of: $0) == .aligned }
    return survey.judgeSignatures { signature in
      guard signature.value != nil, aligned.isEmpty || aligned.contains(where: { $0 === signature }) else { return [] }
      return unsigned(signature, survey) + fragile(signature, survey)
    }
  }

  private static func unsigned(_ signature: DKIMSignatureResult, _ survey: MessageSurvey) -> [Finding] {
    let listed = signature.value?.signedNames ?? []
    let missing = (core + other).filter { !listed.contains($0) && survey.message.field($0) != nil }
    if missing.isEmpty { return [] }
    let names = missing.map(\.description).joined(separator: ", ")
    let verdict: Verdict = missing.contains(where: core.contains) ? .fail : .warn
    return [survey.finding(verdict, signature, "In the message, but not signed: \(names).")]
  }

  private static func fragile(_ signature: DKIMSignatureResult, _ survey: MessageSurvey) -> [Finding] {
    let signed = Set(signature.value?.signedNames ?? [])
    let names = changing.filter { signed.contains($0) }.map(\.description).joined(separator: ", ")
    return names.isEmpty
      ? [] : [survey.finding(.info, signature, "Signed, though servers on the way change it: \(names).")]
  }

  /// The core of a message by RFC 6376 §5.4.1, From apart, which every signature covers.
  private static let core: [HeaderName] = ["Subject", "Date", "To", "Reply-To"]
  private static let other: [HeaderName] = ["Message-ID", "MIME-Version", "Content-Type"]
  private static let changing: [HeaderName] = ["Received", "Return-Path", "DKIM-Signature"]
}
