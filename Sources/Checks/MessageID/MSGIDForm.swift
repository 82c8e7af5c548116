import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidForm = MessageCheck(
    CheckDescription(
      id: "MSGID-FORM",
      area: .messageID,
      title: "The Message-ID has no form that filters count",
      severity: .low,
      severityReason: "each form costs a point or two at the filters that know it",
      appliesWhen: "the Message-ID has a left side and a right side",
      rule: """
        Fail if the left side consists of capital letters only, has fewer than five characters, or the whole identifier \
        fewer than sixteen; if it holds the address in From; or if a random word of letters stands at a short host with \
        digits, without eight hexadecimal or ten decimal digits in a row.
        """,
      whyItMatters: "Programs for spam build identifiers of these forms, and filters recognise them by it.",
      remedy:
        "Build the left side of the time and at least sixteen random hexadecimal digits in lower case, and no address.",
      standards: ["RFC 5322 §3.6.4"],
      causes: ["APP-MESSAGE-ID"]
    ),
    examples: [
      MessageExample(
        .pass, "time and random digits", message: MessageExample.identified("66f10a1b.0a1b2c3d4e5f6071@wiki.acme.net")),
      MessageExample(
        .fail, "capital letters only", message: MessageExample.identified("ABCDEFGHIJKLMNOPQ@wiki.acme.net")),
      MessageExample(.fail, "short", message: MessageExample.identified("5f3e@acme.net")),
      MessageExample(
        .fail, "the author's address", message: MessageExample.identified("17.0a1b2c3d4e5f.wiki@acme.net")),
      MessageExample(.fail, "a random word", message: MessageExample.identified("qxvbnmwertzuiopa@web1.acme.net"))
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let token = field.value, !token.left.isEmpty, !token.right.isEmpty
    else { return .notApplicable("the Message-ID has no two sides") }
    let found = IdentifierForm.allCases.filter { $0.fits(token, survey) }
    return .findings(
      found.map { form in
        Finding(
          .fail, subject: "Message-ID", form.statement,
          evidence: [Evidence(field.field, in: survey, highlight: token.range)] + form.rules.evidence,
          remedy: survey.identifierMaker?.setting)
      })
  }
}

extension MessageIDToken {
  /// Whether the identifier holds the address of a mailbox, as a word of its own: `0f3a@acme.net` does not hold
  /// `a@acme.net`.
  func holds(_ mailbox: Mailbox) -> Bool {
    let text = text.lowercased()
    guard !mailbox.localPart.isEmpty, let place = text.range(ofLast: mailbox.address.lowercased()) else { return false }
    guard let before = text[..<place].last else { return true }
    return !before.isLetter && !before.isNumber
  }
}

extension String {
  /// Where a text that ends at the end or before the last angle bracket begins; nil when it does not stand there.
  fileprivate func range(ofLast end: String) -> Index? {
    let rest = hasSuffix(">") ? dropLast() : self[...]
    return rest.hasSuffix(end) ? rest.index(rest.endIndex, offsetBy: -end.count) : nil
  }
}

/// Forms of identifiers that filters know.
private enum IdentifierForm: CaseIterable {
  case capitals, short, author, random

  var statement: String {
    switch self {
    case .capitals: "Only capital letters stand before the \"@\"."
    case .short: "The Message-ID is too short to be unique."
    case .author: "The Message-ID holds the address of the author."
    case .random: "A random word stands before the \"@\" of a short host name, without digits that tell a time."
    }
  }

  var rules: [FilterRule] {
    switch self {
    case .capitals: FilterRules.capitalIdentifier
    case .short: FilterRules.shortIdentifier
    case .author: FilterRules.authorAddress
    case .random: FilterRules.randomIdentifier
    }
  }

  func fits(_ token: MessageIDToken, _ survey: MessageSurvey) -> Bool {
    switch self {
    case .capitals: token.left.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    // The edition counts the angle brackets.
    case .short: token.left.utf8.count < 5 || token.text.utf8.count < 16
    case .author:
      survey.fields.from.flatMap { $0.value?.mailboxes ?? [] }.contains { mailbox in
        mailbox.isWellFormed && token.holds(mailbox)
      }
    case .random: Self.isRandom(token)
    }
  }

  /// MSGID_RANDY of SpamAssassin: twelve to 31 letters and digits at a host of five to fifteen characters, one of them a
  /// digit.
  private static func isRandom(_ token: MessageIDToken) -> Bool {
    let (left, right) = (Array(token.left.utf8), Array(token.right.utf8))
    guard (12...31).contains(left.count), (5...15).contains(right.count),
      IPAddress(token.right) == nil,
      left.allSatisfy({ isLowerOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "$") }),
      right.allSatisfy({ isLowerOrDigit($0) || $0 == UInt8(ascii: ".") }), right.contains(where: isDigit)
    else { return false }
    let words = left.split { !isLowerOrDigit($0) } + right.split(separator: UInt8(ascii: "."))
    let hasHexadecimal = words.contains { $0.count == 8 && $0.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) } }
    return !hasHexadecimal && !left.split(whereSeparator: { !isDigit($0) }).contains { $0.count >= 10 }
  }

  private static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

  private static func isLowerOrDigit(_ octet: UInt8) -> Bool { isDigit(octet) || (0x61...0x7A).contains(octet) }
}
