import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsSmartQuotes = DomainCheck(
    CheckDescription(
      id: "DNS-SMART-QUOTES",
      area: .dns,
      title: "Mail TXT records contain only the expected ASCII",
      severity: .medium,
      severityReason: "pasted quotes or non-breaking spaces make the whole record invalid",
      appliesWhen: "a TXT record of the domain looks like SPF, DKIM, DMARC, MTA-STS, TLS-RPT or BIMI",
      rule: """
        Fail for each such record with octets above 0x7E, with control characters (a tab is allowed outside SPF, line \
        ends in DKIM keys), with a quotation mark as first or last character of its text, or with a blank before its \
        version (allowed in DKIM keys). Unknown if the TXT records of the domain or of _dmarc could not be read.
        """,
      whyItMatters: """
        Receivers read these texts octet by octet: one typographic quote, and they treat the record as if it did not \
        exist.
        """,
      remedy: "Type the record again in plain ASCII, without quotation marks of its own around the text.",
      standards: ["RFC 7208 §4.5", "RFC 9989 §4.7", "RFC 6376 §3.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "plain ASCII", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.fail, "typographic quotes", zone: #"_dmarc TXT "\226\128\156v=DMARC1; p=reject\226\128\157""#),
      CheckExample(.fail, "a non-breaking space", zone: #"@ TXT "v=spf1\194\160mx -all""#),
      CheckExample(.fail, "quotes inside the text", zone: #"@ TXT "\"v=spf1 mx -all\"""#),
      CheckExample(.fail, "a blank before the version", zone: #"@ TXT " v=spf1 mx -all""#),
      CheckExample(.notApplicable, "no such record", zone: #"@ TXT "caf\195\169""#),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    let texts = survey.mailTexts
    let unread = survey.unreadMailTexts
    if texts.isEmpty, unread.isEmpty { return .notApplicable("no TXT record of the domain is meant for mail") }
    return .findings(texts.compactMap(finding) + unread)
  }

  private static func finding(_ text: MailText) -> Finding? {
    guard let (range, cause) = offence(in: text) else { return nil }
    let name = text.question.name.description
    let octets = text.joined[range].prefix(8).map { octet in
      (octet < 16 ? "0x0" : "0x") + String(octet, radix: 16, uppercase: true)
    }
    return Finding(
      .fail, subject: name,
      "The text at \(name) has \(cause) (\(octets.joined(separator: " ")), offset \(range.lowerBound)).",
      evidence: [Evidence(text: text.joined, of: text.question, highlight: range)])
  }

  /// The first octets that do not belong into a text, and what they are.
  private static func offence(in text: MailText) -> (range: Range<Int>, cause: String)? {
    let octets = text.joined
    if let start = octets.firstIndex(where: { isForeign($0, in: text.kind) }) {
      let end = octets[start...].firstIndex { !isForeign($0, in: text.kind) } ?? octets.endIndex
      return (start..<end, octets[start] > 0x7E ? "octets outside printable ASCII" : "a control character")
    }
    for index in [octets.startIndex, octets.endIndex - 1] where octets.indices.contains(index) {
      if octets[index] == UInt8(ascii: "\"") { return (index..<(index + 1), "a quotation mark of its own") }
    }
    let blanks = octets.prefix { $0 == 0x20 || $0 == 0x09 }.count
    return blanks > 0 && text.kind != .dkim ? (0..<blanks, "a blank before its version") : nil
  }

  /// Whether an octet has no place in a text of this kind.
  private static func isForeign(_ octet: UInt8, in kind: MailText.Kind) -> Bool {
    switch octet {
    case 0x20...0x7E: false
    case 0x09: kind == .spf
    case 0x0A, 0x0D: kind != .dkim
    default: true
    }
  }
}
