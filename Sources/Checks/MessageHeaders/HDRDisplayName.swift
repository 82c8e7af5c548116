import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrDisplayName = MessageCheck(
    CheckDescription(
      id: "HDR-DISPLAY-NAME",
      area: .messageHeaders,
      title: "The display name in From says who writes",
      severity: .medium,
      severityReason: "Gmail lists names that mislead, and stops helping who uses them",
      appliesWhen: "From has a display name",
      rule: """
        Fail if the name holds an address of another domain, or characters that turn the direction of text. Warn for a \
        count of messages such as (3), Re: or Fwd:, the recipient's name in mail to many (info in other mail), emoji \
        and check marks, an encoded word in quotation marks, which shows as it is, and for more than sixty characters. \
        Info if it repeats the address, or names who posted to a mailing list.
        """,
      whyItMatters: """
        Readers trust the name, and most programs show nothing else. Names that imitate replies, seals or other \
        senders lead to the spam folder.
        """,
      remedy: "Write the name of the company or the person, and nothing else.",
      standards: [
        "Google, Email sender guidelines §Guidelines for email display names", "RFC 5322 §3.4", "RFC 2047 §5"
      ],
      profiles: [.advised(.gmailBulk)]
    ),
    examples: [
      MessageExample(.pass, "a name", message: MessageExample.plain),
      MessageExample(.fail, "another address", message: "From: \"ceo@example.com\" <x@example.org>\n\na\n"),
      MessageExample(
        .fail, "text from right to left", message: "From: =?utf-8?Q?=E2=80=AEgnp=2Eknab?= <x@example.org>\n\na\n"),
      MessageExample(.warn, "a count", message: "From: \"Wiki (2)\" <x@example.org>\n\na\n"),
      MessageExample(.warn, "a check mark", message: "From: =?utf-8?Q?Wiki_=E2=9C=94?= <x@example.org>\n\na\n"),
      MessageExample(.warn, "quoted encoding", message: "From: \"=?utf-8?Q?J=C3=BCrgen?=\" <x@example.org>\n\na\n"),
      MessageExample(
        .warn, "the recipient", message: "From: Ann Smith <x@example.org>\nTo: Ann Smith <ann@example.net>\n\na\n"
      ) {
        $0.isBulk = true
      },
      MessageExample(
        .info, "a mailing list",
        message: "From: \"'ann@example.com' via Talk\" <x@example.org>\nMailing-List: list x\n\na\n"
      ),
      MessageExample(.info, "the address again", message: "From: \"x@example.org\" <x@example.org>\n\na\n")
    ]
  ) { survey in
    guard let read = survey.fields.from.first, let mailbox = read.value?.mailboxes.first,
      let name = mailbox.displayName, !name.isEmpty
    else { return .notApplicable("From has no display name") }
    let found = DisplayName(text: name, written: read.parsed.text[mailbox.range], mailbox: mailbox, survey: survey)
      .tricks
    return .findings(found.map { survey.finding($0.verdict, read, $0.statement, at: mailbox.range) })
  }
}

/// A display name, and the tricks in it.
private struct DisplayName {
  let text: String
  /// The mailbox as it is written.
  let written: ArraySlice<UInt8>
  let mailbox: Mailbox
  let survey: MessageSurvey

  var tricks: [(verdict: Verdict, statement: String)] {
    [address, direction, count, prefix, recipient, picture, encoding, length].compactMap(\.self)
  }

  private typealias Trick = (verdict: Verdict, statement: String)

  /// An address in the name: the word around an `@` whose right side is a domain.
  private var address: Trick? {
    let words = text.split { $0 == " " || "<>()[]\"',;:".contains($0) }
    for word in words.prefix(Self.mostWords) {
      guard let at = word.lastIndex(of: "@"), at != word.startIndex,
        let domain = DomainName(String(word[word.index(after: at)...])), domain.labelCount > 1
      else { continue }
      if word.lowercased() == mailbox.address.lowercased() {
        return (.info, "The display name repeats the address.")
      }
      if survey.authorOrganizations.contains(survey.organization(of: domain)) { continue }
      if survey.isListPost {
        return (.info, "The display name holds the address of who posted to the list, \(domain).")
      }
      return (.fail, "The display name holds the address of another domain, \(domain).")
    }
    return nil
  }

  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), and characters without width.
  private var direction: Trick? {
    let isTurning = text.unicodeScalars.contains { scalar in
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    return isTurning ? (.fail, "The display name has characters that turn the direction of text.") : nil
  }

  /// `(3)` at the end, as programs count the messages of a thread.
  private var count: Trick? {
    let characters = Array(text.utf8)
    guard characters.last == UInt8(ascii: ")"), let open = characters.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    let inside = characters[(open + 1)...].dropLast()
    guard (1...3).contains(inside.count), inside.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return (.warn, "The display name ends in a count, as if there were a thread of messages.")
  }

  private var prefix: Trick? {
    let start = text.lowercased()
    return ["re:", "fwd:", "fw:"].contains(where: start.hasPrefix)
      ? (.warn, "The display name begins like the subject of an answer.") : nil
  }

  /// Who writes to himself, as for a test, names himself twice; mail to many has no reason to.
  private var recipient: Trick? {
    let own = text.lowercased()
    let isNamed = survey.recipients.prefix(50).contains { recipient in
      guard recipient.address.lowercased() != mailbox.address.lowercased(),
        let name = recipient.displayName?.lowercased()
      else { return false }
      return name.utf8.count >= Self.shortestName && own == name
    }
    let isToMany = survey.options.isBulk || (survey.options.kind.map { $0 != .transactional } ?? false)
    return isNamed ? (isToMany ? .warn : .info, "The display name is that of the recipient.") : nil
  }

  /// Emoji, and the marks that imitate the seal of a verified sender.
  private var picture: Trick? {
    let isPicture = text.unicodeScalars.contains { scalar in
      scalar.properties.isEmojiPresentation || Self.seals.contains(scalar.value)
    }
    return isPicture ? (.warn, "The display name has an emoji or a check mark in it.") : nil
  }

  /// RFC 2047 §5 (3): nothing is decoded inside a quoted string.
  private var encoding: Trick? {
    let isShown = text.contains("=?") && text.contains("?=")
    let isQuoted = String(decoding: written, as: UTF8.self).contains("\"=?")
    return isShown || isQuoted
      ? (
        .warn, "The display name has an encoded word in quotation marks or a broken one: many readers show it as it is."
      )
      : nil
  }

  private var length: Trick? {
    text.count > Self.longest ? (.warn, "The display name has \(text.count) characters, as subjects have.") : nil
  }

  /// Check marks, stars, shields and seals.
  private static let seals: Set<UInt32> = [
    0x2611, 0x2705, 0x2713, 0x2714, 0x2605, 0x2606, 0x2B50, 0x1F6E1, 0x1F512, 0x1F3C5, 0x1F396, 0x1F5F8
  ]
  private static let longest = 60
  /// No name has more words; what stands behind them is not seen either.
  private static let mostWords = 100
  /// A shorter name says nothing.
  private static let shortestName = 4
}
