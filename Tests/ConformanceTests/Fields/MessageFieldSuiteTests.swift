import Foundation
import MailMessage
import Syntax
import Testing

/// From, Subject, Message-ID and Date of 483 messages, against what the email package of Python reads.
@Suite struct MessageFieldSuiteTests {
  private struct Corpus: Decodable {
    struct Case: Decodable {
      struct Reference: Decodable {
        let from: [String]
        let from_fields: Int
        let subject: String?
        let message_id: String?
        let date_epoch: Int?
      }
      let file: String
      let reference: Reference
    }
    let cases: [Case]
  }

  /// What is read otherwise than the reference reads it, in one corpus.
  struct Differences: Sendable, Equatable {
    /// Texts in which the reference has U+FFFD: it takes no octets outside ASCII as they are.
    var unreadable = 0
    /// Subjects in a charset that is not read here.
    var unknownCharset = 0
    /// All others, each with its reason in the table.
    var others: [String] = []
  }

  static let corpora: [(String, Int, Differences)] = [
    (
      "eml-authentication-milter", 84,
      Differences(others: [
        // `From :` is a field too (RFC 5322 §4.5).
        "messages/example/dmarc_multi.eml from", "messages/example/dmarc_multi_2.eml from",
        // A quoted string without an address: its text is kept, not what stands before its line ends.
        "messages/example/spam_headers_hide_none.eml from", "messages/example/spam_headers_spf_hide_none.eml from",
        "messages/source/dmarc_multi.eml from", "messages/source/spam_headers.eml from"
      ])
    ),
    (
      "eml-haraka-mox", 32,
      Differences(others: [
        // White space between an encoded word and other text belongs to the text (RFC 2047 §6.2).
        "messages/mailparser-js/test/fixtures/nodemailer.eml subject"
      ])
    ),
    ("eml-mail-mime-parser", 22, Differences()),
    (
      "eml-mail-parser-rs", 106,
      Differences(
        unreadable: 10, unknownCharset: 2,
        others: [
          // The reference ends the header at a first line that is mangled.
          "messages/malformed/019.eml subject", "messages/malformed/019.eml message-id"
        ])
    ),
    (
      "eml-mikel-mail", 96,
      Differences(
        unreadable: 7, unknownCharset: 4,
        others: [
          // Words before an address without angle brackets are no part of it.
          "messages/plain_emails/mix_caps_content_type.eml from",
          // Two addresses without a comma are one that is broken, and not an empty one.
          "messages/plain_emails/raw_email_multiple_from.eml from"
        ])
    ),
    (
      "eml-mime4j", 30,
      // `Subject :` is a field too (RFC 5322 §4.5).
      Differences(others: ["messages/obsolete.msg subject"])
    ),
    (
      "eml-spamassassin", 113,
      Differences(
        unreadable: 2, unknownCharset: 2,
        others: [
          // Half past midnight, written with AM.
          "messages/spam/001 date",
          // `From :` is a field too (RFC 5322 §4.5).
          "messages/spam/008 from",
          "messages/spam/hashbl date",
          // No address at all: all words are kept, not the first one.
          "messages/nice/unicode2 from"
        ])
    )
  ]

  @Test(ConformanceSuites.available("seven corpora of messages", cases: 483), arguments: corpora)
  func fieldsAreReadAsOthersReadThem(folder: String, cases: Int, expected: Differences) throws {
    let corpus = try ConformanceSuites.decode(Corpus.self, from: "\(folder)/expected.json")
    #expect(corpus.cases.count == cases)
    var differences = Differences()
    for example in corpus.cases {
      // Some messages are empty.
      let message = SuiteMessage((try? ConformanceSuites.text("\(folder)/\(example.file)")) ?? [])
      Self.compare(message, example, &differences)
    }
    #expect(differences == expected)
  }

  private static func compare(_ message: SuiteMessage, _ example: Corpus.Case, _ differences: inout Differences) {
    let expected = example.reference
    let from = message.bodies("from").flatMap { AddressList.parse($0).value?.mailboxes.map(\.address) ?? [] }
    let subject = message.bodies("subject").first.flatMap { UnstructuredText.parse($0).value }
    let identifier = message.bodies("message-id").first.flatMap { MessageIDToken.parse($0).value?.text }
    let date = message.bodies("date").first.flatMap { DateTime.parse($0).value?.secondsSince1970 }
    let pairs: [(String, String?, String?)] = [
      ("from", from.joined(separator: ", "), expected.from.joined(separator: ", ")),
      ("subject", subject.map { words($0.text) }, expected.subject.map(words)),
      ("message-id", identifier, expected.message_id),
      ("date", date.map(String.init), expected.date_epoch.map(String.init))
    ]
    for (name, value, reference) in pairs where value != reference {
      if reference?.contains("\u{FFFD}") == true || reference?.contains("\\ufffd") == true {
        differences.unreadable += 1
      } else if name == "subject", subject?.traits.contains(.unknownCharset) == true {
        differences.unknownCharset += 1
      } else {
        differences.others.append("\(example.file) \(name)")
      }
    }
  }

  /// The reference has one blank for all white space.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
