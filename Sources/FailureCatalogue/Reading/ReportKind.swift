import MailMessage

/// Messages that come back and are no bounces.
enum ReportKind {
  /// The names of the notes that say so.
  static let identifiers: Set<String> = ["feedback-report", "automatic-reply"]

  /// A feedback report (RFC 5965 §3.1, RFC 6591 §3.1).
  static func feedback(_ fields: ArraySlice<UInt8>) -> FailureNote {
    let text = MappedText(fields)
    var type = ""
    if let start = text.firstIndex(of: "feedback-type:") {
      let value = text.folded[(start + 14)...].drop(while: \.isBlank)
      type = String(decoding: value.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }.prefix(40), as: UTF8.self)
    }
    return note(type)
  }

  /// A complaint of the service for senders of Outlook.com (JMRP), which has a form of its own.
  static let complaint = note("")

  /// Whether a part is the message in such a complaint.
  static func isComplaint(_ part: MIMEPart) -> Bool {
    part.parent != nil && MappedText(part.header).contains("x-hmxmroriginalrecipient:")
  }

  /// How notifications of Amazon SES begin that tell of a complaint, without blanks and in lower case.
  private static let complaints = ["{\"notificationtype\":\"complaint\"", "{\"eventtype\":\"complaint\""].map {
    Array($0.utf8)
  }

  /// A complaint that Amazon SES tells in JSON; nil for other texts.
  static func notifiedComplaint(_ text: [UInt8]) -> FailureNote? {
    let front = text.lazy.filter { $0 > 0x20 }.map(\.lowercased).prefix(64)
    guard complaints.contains(where: { front.starts(with: $0) }) else { return nil }
    let mapped = MappedText(text[...])
    let name = Array("\"complaintfeedbacktype\":".utf8)
    guard let start = mapped.firstIndex(ofOctets: name) else { return note("") }
    let value = mapped.folded[(start + name.count)...].drop { $0.isBlank || $0 == UInt8(ascii: "\"") }
    return note(String(decoding: value.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }.prefix(40), as: UTF8.self))
  }

  private static func note(_ type: String) -> FailureNote {
    FailureNote(
      id: "feedback-report",
      text:
        "This is a feedback report (RFC 5965)\(type.isEmpty ? "" : " of the type \(type)"), no bounce. \(words(type))")
  }

  private static func words(_ type: String) -> String {
    switch type {
    case "auth-failure":
      "A receiver saw a message with your domain in From that did not pass SPF, DKIM or DMARC. Look at the source address: "
        + "your own server needs mending, a stranger's does not matter."
    case "not-spam": "A recipient says that the message was no spam."
    case "virus": "A virus was found in a message from you. Look at the machine that sent it."
    case "opt-out", "opt-out-list": "The recipient wants no more mail from this list: take the address off it."
    default:
      "The message arrived, and its recipient called it spam. Take the address off the list, and look at how it got there."
    }
  }

  /// An answer of a person's mailbox (RFC 3834 §5); nil for bounces, which some servers mark the same way.
  static func automaticReply(_ message: Message) -> FailureNote? {
    let submitted = message.field("Auto-Submitted").map { message.text(of: $0).lowercased() } ?? ""
    let subject = message.field("Subject").map { message.text(of: $0).lowercased() } ?? ""
    guard submitted.contains("auto-replied") || subjects.contains(where: { subject.hasPrefix($0) }), !isReport(message)
    else { return nil }
    return FailureNote(
      id: "automatic-reply",
      text: "This is an automatic answer, as of someone on leave (RFC 3834): the message arrived, and nothing failed.")
  }

  /// How programs without the field of RFC 3834 begin the subject, in lower case.
  private static let subjects = ["automatic reply:", "auto reply:", "autoreply:", "auto:", "out of office"]

  private static func isReport(_ message: Message) -> Bool {
    let type = message.field("Content-Type").map { message.text(of: $0).lowercased() } ?? ""
    let sender = message.field("From").map { message.text(of: $0).lowercased() } ?? ""
    return type.contains("multipart/report") || message.field("X-Failed-Recipients") != nil
      || ["mailer-daemon", "postmaster", "mail delivery", "mailsub"].contains { sender.contains($0) }
  }
}
