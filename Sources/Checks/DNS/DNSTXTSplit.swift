import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsTXTSplit = DomainCheck(
    CheckDescription(
      id: "DNS-TXT-SPLIT",
      area: .dns,
      title: "Long TXT values are split and rejoin to the intended text",
      severity: .high,
      severityReason: "a wrongly split key or policy cannot be used",
      appliesWhen: "a TXT record meant for mail has several character-strings, or one of 250 octets or more",
      rule: """
        The strings are joined with nothing between them. Fail if a term of SPF or a tag of DKIM or DMARC begins at \
        the start of a string right behind the one before it, without the blank or semicolon that belongs between; \
        fail if a quotation mark or backslash stands in the key of a DKIM record or at a joint. Unknown if the TXT \
        records of the domain or of _dmarc could not be read. A blank inside a DKIM key is allowed.
        """,
      whyItMatters: """
        SPF, DKIM and DMARC join the strings of a record without a separator. A missing blank glues two terms \
        together, and a quotation mark makes the key unreadable.
        """,
      remedy: """
        Publish strings of at most 255 octets, each in its own quotation marks. End a string with the blank or the \
        semicolon that the text needs there, and put no quotation marks into the text.
        """,
      standards: ["RFC 7208 §3.3", "RFC 6376 §3.6.2.2", "RFC 9989 §4.10"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a blank at the joint", zone: #"@ TXT "v=spf1 include:a.example " "include:b.example -all""#),
      CheckExample(.pass, "split within a word", zone: #"@ TXT "v=spf1 include:a.exa" "mple -all""#),
      CheckExample(
        .fail, "two terms glued together", zone: #"@ TXT "v=spf1 include:a.example" "include:b.example -all""#),
      CheckExample(
        .fail, "two tags glued together", zone: #"_dmarc TXT "v=DMARC1; p=none" "rua=mailto:a@example.org""#),
      CheckExample(.fail, "quotation marks at a joint", zone: #"@ TXT "v=spf1 mx\" " "\"-all""#),
      CheckExample(.notApplicable, "short records only", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.unknown, "the server fails", zone: "_dmarc TXT SERVFAIL")
    ]
  ) { survey in
    let texts = survey.mailTexts.filter { $0.strings.count > 1 || $0.joined.count >= longString }
    let unread = survey.unreadMailTexts
    if texts.isEmpty, unread.isEmpty { return .notApplicable("no TXT record meant for mail is long or split") }
    return .findings(texts.compactMap(finding) + unread)
  }

  /// RFC 1035 §3.3: a character-string has at most 255 octets; software that cuts does so a little earlier.
  private static let longString = 250

  private static func finding(_ text: MailText) -> Finding? {
    guard let (offset, cause) = TextJoints(text).fault else { return nil }
    let name = text.question.name.description
    let lengths = text.strings.map { String($0.count) }.joined(separator: ", ")
    return Finding(
      .fail, subject: name,
      "The strings at \(name) (\(lengths) octets) do not rejoin: \(cause), at offset \(offset).",
      evidence: [
        Evidence(text: text.joined, of: text.question, highlight: offset..<min(offset + 1, text.joined.count))
      ])
  }
}
