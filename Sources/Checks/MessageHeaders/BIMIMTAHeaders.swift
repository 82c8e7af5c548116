import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageCheck {
  static let bimiMTAHeaders = MessageCheck(
    CheckDescription(
      id: "BIMI-MTA-HEADERS",
      area: .bimi,
      title: "The sender writes no field of BIMI that is the receiver's",
      severity: .low,
      severityReason: "receivers remove such fields, or distrust the message",
      appliesWhen: "the message has a field of BIMI",
      rule: """
        Fail if the sender's side wrote BIMI-Location or BIMI-Indicator; unknown if nobody tells who wrote it. Info if \
        BIMI-Selector is not signed by a DKIM signature that passes and aligns with From; unknown if one could be.
        """,
      whyItMatters: "A logo that the sender hands over himself is not shown, and an unsigned selector is not read.",
      remedy: "Publish the record, and write BIMI-Selector only, with its name in h= of the signature.",
      standards: ["draft-brand-indicators-for-message-identification-14 §Header signing"]
    ),
    examples: [
      MessageExample(
        .pass, "a signed selector", message: "BIMI-Selector: v=BIMI1; s=brand2\n" + MessageExample.plain,
        stage: .signed(by: "example.org") { $0.headerFields = "from:to:subject:date:bimi-selector" }),
      MessageExample(
        .info, "a selector that is not signed", message: "BIMI-Selector: v=BIMI1; s=brand2\n" + MessageExample.plain,
        stage: .signed(by: "example.org")),
      MessageExample(
        .fail, "a place of the logo",
        message: "BIMI-Location: v=BIMI1; l=https://example.org/a.svg\n" + MessageExample.plain),
      MessageExample(
        .unknown, "the signature cannot be verified",
        message: "BIMI-Selector: v=BIMI1; s=brand2\n" + MessageExample.plain,
        zone: "s1._domainkey TXT SERVFAIL",
        stage: .signed(by: "example.org") {
          $0.headerFields = "from:to:subject:date:bimi-selector"
          $0.isPublished = false
        })
    ]
  ) { survey in
    let results: [HeaderName] = ["BIMI-Location", "BIMI-Indicator"]
    let fields = results.flatMap { survey.message.fields($0).prefix(2) }
    let selector = survey.message.field("BIMI-Selector")
    if fields.isEmpty, selector == nil { return .notApplicable("the message has no field of BIMI") }
    return .findings(
      fields.compactMap { survey.foreignIndicator($0) }
        + [selector.flatMap { survey.unsignedSelector($0) }].compactMap(\.self))
  }
}

extension MessageSurvey {
  fileprivate func foreignIndicator(_ field: HeaderField) -> Finding? {
    let name = message.name(of: field)
    let evidence = [Evidence(field, in: self)]
    switch origin(of: field) {
    case .receiver: return nil
    case .sender: return Finding(.fail, subject: name, "The sender's side wrote \(name).", evidence: evidence)
    case .undecided:
      return Finding(.unknown, subject: name, "Who wrote \(name) is not known.", evidence: evidence)
    }
  }

  fileprivate func unsignedSelector(_ field: HeaderField) -> Finding? {
    let covering = dkim.filter { signature in
      signature.value?.signedNames.contains("BIMI-Selector") ?? false
    }
    if covering.contains(where: { $0.result == .pass && alignment(of: $0) == .aligned }) { return nil }
    let evidence = [Evidence(field, in: self)]
    let mayPass = covering.contains { signature in
      [.pass, .temperror].contains(signature.result) && alignment(of: signature) != .unaligned
    }
    if mayPass {
      return Finding(
        .unknown, subject: "BIMI-Selector", "Whether a signature covers BIMI-Selector could not be verified.",
        evidence: evidence)
    }
    return Finding(
      .info, subject: "BIMI-Selector", "No aligned signature that passes covers BIMI-Selector; it will not be read.",
      evidence: evidence)
  }
}
