import AuditModel
import Reporting

/// News as a message: text, and the same as HTML (RFC 2046 §5.1.4).
struct NewsMessage {
  let from: String
  let to: [String]
  let subject: String
  /// Seconds since 1970, UTC.
  let time: Int
  let text: [UInt8]
  let html: [UInt8]
  /// What makes its Message-ID and its boundary unique.
  var token = UInt64.random(in: .min ... .max)

  init(_ news: [DomainNews], _ mail: ProjectMail, time: Int) {
    (from, to, self.time) = (mail.sender, mail.recipients, time)
    subject = Self.subject(news)
    var page = TextPage(width: Self.width)
    for (index, item) in news.enumerated() {
      if index > 0 { page.line() }
      page.news(item)
    }
    text = page.octets
    html = Array(NewsHTML(news, title: subject).text.utf8)
  }

  /// What fits between the margins of programs that read mail.
  private static let width = 76

  private static func subject(_ news: [DomainNews]) -> String {
    guard news.count == 1, let only = news.first else { return "mailaudit: news of \(news.count) domains" }
    return "mailaudit: \(only.target): \(only.inShort)"
  }

  /// The message, its lines ended by CRLF. Auto-Submitted keeps vacation notices away (RFC 3834 §5).
  var octets: [UInt8] {
    let unique = String(token, radix: 36)
    let domain = from.split(separator: "@").last.map(String.init) ?? "mailaudit.invalid"
    let boundary = "=_mailaudit-\(unique)"
    let head = [
      "Date: \(Timestamp.rfc5322(time))", "From: mailaudit <\(from)>",
      "To: \(to.map { "<\($0)>" }.joined(separator: ",\r\n "))", "Subject: \(HeaderText.folded(subject))",
      "Message-ID: <mailaudit.\(time).\(unique)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=\"\(boundary)\""
    ]
    let parts = [("plain", text), ("html", html)].map { kind, octets in
      """
      --\(boundary)\r
      Content-Type: text/\(kind); charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      \(QuotedPrintable.of(octets))\r

      """
    }
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + parts.joined() + "--\(boundary)--\r\n").utf8)
  }
}

/// Text of a header field.
enum HeaderText {
  /// Printable ASCII in lines of 78 characters where blanks allow it (RFC 5322 §2.1.1, §2.2.3).
  static func folded(_ text: String) -> String {
    let plain = String(decoding: text.utf8.map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    var (lines, line) = ([String](), "")
    for word in plain.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 65 {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\r\n ")
  }
}

/// The quoted-printable encoding of text (RFC 2045 §6.7).
enum QuotedPrintable {
  /// Lines of at most 76 characters; line feeds become CRLF.
  static func of(_ octets: [UInt8]) -> String {
    octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
  }

  private static func line(_ octets: ArraySlice<UInt8>) -> String {
    var (result, length) = ("", 0)
    for index in octets.indices {
      let piece = piece(octets[index], isLast: index == octets.endIndex - 1)
      // A soft line break takes the 76th place.
      if length + piece.utf8.count > 75 {
        result += "=\r\n"
        length = 0
      }
      result += piece
      length += piece.utf8.count
    }
    return result
  }

  private static let digits = Array("0123456789ABCDEF")

  /// Blanks at the end of a line are lost on the way, unless they are encoded.
  private static func piece(_ octet: UInt8, isLast: Bool) -> String {
    let isPlain = (0x21..<0x7F).contains(octet) && octet != UInt8(ascii: "=")
    if isPlain || (octet == 0x20 && !isLast) { return String(UnicodeScalar(octet)) }
    return "=\(digits[Int(octet >> 4)])\(digits[Int(octet & 0xF)])"
  }
}
