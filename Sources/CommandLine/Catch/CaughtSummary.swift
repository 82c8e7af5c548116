import DNS
import OpenSSLKit
import ProcessKit
import Reporting
import SMTPSubmission

/// A caught message in some lines: what was agreed on outside of it.
struct CaughtSummary {
  let message: CaughtMessage
  /// The value of the Message-ID field as found; nil when there is none.
  let messageID: String?
  /// The file that the message was written to.
  let file: String?

  init(_ message: CaughtMessage, file: String?) throws(StreamError) {
    self.message = message
    self.file = file
    let head = try message.octets.octets(in: 0..<CaughtOctets.pieceOctets)
    messageID = Self.field("message-id", in: head)
  }

  /// The body of the first field of that name, as far as its first line that is not blank goes.
  static func field(_ name: String, in head: [UInt8]) -> String? {
    var isFound = false
    for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty || line.elementsEqual("\r".utf8) { return nil }
      var body = line
      if !isFound {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
          line[..<colon].elementsEqual(name.utf8, by: { $0.lowercasedASCII == $1 })
        else { continue }
        body = line[(colon + 1)...]
        isFound = true
      }
      let words = body.prefix(shownOctets).split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !words.isEmpty { return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }
    }
    return nil
  }

  /// What is shown of a field.
  private static let shownOctets = 400

  var clientWords: String { message.client?.description ?? "an unknown address" }

  var greetingWords: String { (message.greeting.isExtended ? "EHLO " : "HELO ") + message.greeting.name }

  var tlsWords: String {
    message.tls.map { "\($0.facts.version), \($0.facts.cipher), \($0.mode.rawValue)" } ?? "none"
  }

  var loginWords: String {
    message.login.map { "\($0.mechanism.rawValue) as \($0.user)" + ($0.isInTLS ? "" : ", in clear text") } ?? "none"
  }
}

extension TextPage {
  /// A caught message.
  mutating func caught(_ summary: CaughtSummary, isWhole: Bool, isShort: Bool) {
    let message = summary.message
    let recipients = message.recipients.map { "<\($0.address)>" }.joined(separator: ", ")
    if isShort {
      return line(Span("\(message.number) <\(message.reversePath.address)> \(recipients) \(summary.messageID ?? "-")"))
    }
    line(Span("Message \(message.number), \(message.octets.count) octets, from \(summary.clientWords)", .bold))
    let parameters = message.reversePath.parameters.map { " " + $0.keyword + ($0.value.map { "=" + $0 } ?? "") }
    row("MAIL FROM", "<\(message.reversePath.address)>" + parameters.joined())
    row("RCPT TO", recipients)
    row("Greeting", summary.greetingWords)
    row("TLS", summary.tlsWords)
    row("AUTH", summary.loginWords)
    row("Message-ID", summary.messageID ?? "none")
    if let file = summary.file { row("Saved as", file) }
    for words in message.conduct.words(greeting: message.greeting) { row("Noticed", words) }
    if isWhole { for spoken in message.transcript { row("", "\(spoken)") } }
    line()
  }

  private mutating func row(_ label: String, _ words: String) {
    paragraph(words, label: Span(label, .dim), labelWidth: 12, indent: 2)
  }
}

extension CaughtSummary {
  /// The message for programs.
  var json: JSON {
    [
      "number": .number(message.number), "client": JSON(message.client?.description),
      "mailFrom": path(message.reversePath), "rcptTo": .array(message.recipients.map(path)),
      "greeting": [
        "name": .string(message.greeting.name), "command": .string(message.greeting.isExtended ? "EHLO" : "HELO")
      ],
      "tls": message.tls.map(tls) ?? .null, "auth": message.login.map(login) ?? .null,
      "octets": .number(message.octets.count), "messageID": JSON(messageID), "file": JSON(file),
      "noticed": JSON(message.conduct.words(greeting: message.greeting)),
      "transcript": JSON(message.transcript.map(\.description))
    ]
  }

  private func path(_ path: EnvelopePath) -> JSON {
    [
      "address": .string(path.address),
      "parameters": .object(path.parameters.map { JSON.Member($0.keyword, JSON($0.value)) })
    ]
  }

  private func tls(_ tls: CaughtTLS) -> JSON {
    [
      "version": .string(tls.facts.version.description), "cipher": .string(tls.facts.cipher),
      "mode": .string(tls.mode.rawValue)
    ]
  }

  private func login(_ login: CaughtLogin) -> JSON {
    [
      "mechanism": .string(login.mechanism.rawValue), "user": .string(login.user), "inTLS": .boolean(login.isInTLS)
    ]
  }
}
