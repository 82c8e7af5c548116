import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let hdrSize = MessageCheck(
    CheckDescription(
      id: "HDR-SIZE",
      area: .messageHeaders,
      title: "The header keeps to the limits of receivers",
      severity: .medium,
      severityReason: "a header beyond the limits is refused",
      appliesWhen: "always",
      rule: """
        Fail if the header has more than 500 KB or 5000 fields, one field more than 32 KB (To, Cc and References apart), \
        or a name more than 1 KB. Warn at half of that.
        """,
      whyItMatters: "Gmail answers 552 5.3.4, Yahoo \"Header too big\".",
      remedy: "Take fields of debugging and tracking out, and send to fewer recipients at once.",
      standards: [
        "Google, Gmail message header limits §limits", "Google, Gmail SMTP errors and codes §5.3.4",
        "Yahoo, SMTP Error Codes §Header too big"
      ],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      MessageExample(.pass, "small", message: MessageExample.plain),
      MessageExample(
        .warn, "a field of 20 KB", message: "X-Debug: " + String(repeating: "debug ", count: 3_400) + "\n\na\n"),
      MessageExample(
        .fail, "a field of 40 KB", message: "X-Debug: " + String(repeating: "debug ", count: 6_800) + "\n\na\n")
    ]
  ) { survey in
    let message = survey.message
    var findings = [
      tooLarge(message.header.count, 500 << 10, "The header has", "octets"),
      tooLarge(message.fields.count, 5000, "The header has", "fields")
    ].compactMap(\.self).map { Finding($0.verdict, $0.statement, evidence: [Evidence(sizesIn: survey)]) }
    let longest = message.fields.filter { field in
      !["To", "Cc", "References"].contains { message.isNamed(field, $0) }
    }.max { $0.body.count < $1.body.count }
    if let longest, let found = tooLarge(longest.body.count, 32 << 10, "The largest field has", "octets") {
      findings.append(
        Finding(
          found.verdict, subject: shown(message.name(of: longest)), found.statement,
          evidence: [
            Evidence(source: "\(survey.name), line \(longest.line)", excerpt: shown(message.name(of: longest)))
          ]))
    }
    if let field = message.fields.max(by: { $0.name.count < $1.name.count }),
      let found = tooLarge(field.name.count, 1 << 10, "The longest name of a field has", "octets")
    {
      findings.append(
        Finding(
          found.verdict, found.statement,
          evidence: [Evidence(source: "\(survey.name), line \(field.line)", excerpt: shown(message.name(of: field)))]))
    }
    return .findings(findings)
  }

  private static func tooLarge(
    _ size: Int, _ limit: Int, _ start: String, _ unit: String
  ) -> (verdict: Verdict, statement: String)? {
    guard size * 2 > limit else { return nil }
    return size > limit
      ? (.fail, "\(start) \(size) \(unit); Gmail takes \(limit).")
      : (.warn, "\(start) \(size) \(unit), more than half of the \(limit) that Gmail takes.")
  }

  private static func shown(_ name: String) -> String { String(name.prefix(80)) }
}

extension Evidence {
  /// The size of a header section.
  fileprivate init(sizesIn survey: MessageSurvey) {
    self.init(
      source: "\(survey.name), header",
      excerpt: "\(survey.message.header.count) octets in \(survey.message.fields.count) fields")
  }
}
