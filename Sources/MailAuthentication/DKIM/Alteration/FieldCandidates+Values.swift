import MailMessage
import Syntax

/// What lists, gateways and servers do to the values of fields.
extension FieldCandidateMaker {
  /// Names of lists in brackets, warnings and spam marks before a subject; other encodings of it.
  mutating func addSubjects() {
    let (reply, bare) = Self.splitReply(text)
    for tag in Self.tags(of: bare) {
      let rest = String(bare.dropFirst(tag.count)).trimmingBlanks
      let shown = tag.trimmingBlanks
      add(value: reply + rest, .subjectTagged, "\"\(shown)\" was put before the subject")
      // The mark went before a reply's own mark.
      let (second, inner) = Self.splitReply(rest)
      if !second.isEmpty {
        add(value: second + inner, .subjectTagged, "\"\(shown)\" was put before the subject")
        add(value: second + reply + inner, .subjectTagged, "\"\(shown)\" was put into the subject")
      }
    }
    let decoded = UnstructuredText.parse(Array(text.utf8)).value?.text ?? text
    guard decoded != text || decoded.utf8.contains(where: { $0 >= 0x80 }) else { return }
    add(value: decoded, .reencoded, "the subject was encoded")
    let octets = Array(decoded.utf8)
    for charset in ["UTF-8", "utf-8"] {
      add(value: "=?\(charset)?B?\(Base64.encode(octets))?=", .reencoded, "the subject was encoded otherwise")
      add(value: "=?\(charset)?Q?\(Self.encodedWord(octets))?=", .reencoded, "the subject was encoded otherwise")
    }
  }

  /// The mark of a reply at the beginning, with its blank.
  private static func splitReply(_ text: String) -> (reply: String, rest: String) {
    for mark in ["Re: ", "RE: ", "Fwd: ", "FW: ", "AW: ", "Aw: "] where text.hasPrefix(mark) {
      return (mark, String(text.dropFirst(mark.count)))
    }
    return ("", text)
  }

  /// What may be a tag at the beginning: one, two or three of them.
  private static func tags(of text: String) -> [String] {
    var (result, rest, tag): ([String], Substring, String) = ([], text[...], "")
    while result.count < 3, let next = firstTag(of: rest) {
      tag += next
      rest = rest.dropFirst(next.count)
      result.append(tag)
    }
    return result
  }

  private static func firstTag(of text: Substring) -> String? {
    let blanks = text.prefix { $0 == " " }
    let rest = text.dropFirst(blanks.count)
    if rest.first == "[", let end = rest.firstIndex(of: "]") { return String(blanks + rest[...end]) }
    if rest.first == "*", let end = rest.firstIndex(of: " ") { return String(blanks + rest[..<end]) }
    for word in ["EXTERNAL:", "External:", "SPAM:", "Spam:", "EXT:", "{Spam?}", "{Spam}"] where rest.hasPrefix(word) {
      return blanks + word
    }
    return nil
  }

  private static func encodedWord(_ octets: [UInt8]) -> String {
    String(decoding: QuotedPrintable.encode(octets), as: UTF8.self).replacing(" ", with: "_")
      .replacing("?", with: "=3F").replacing("=\r\n", with: "")
  }

  /// From that was written anew, with the author elsewhere; names that were quoted otherwise.
  mutating func addAddresses() {
    if name == "From" {
      addOriginals(["X-Original-From", "X-Original-Sender", "Reply-To", "X-Envelope-From"], .fromRewritten)
      addAuthors()
    }
    let unquoted = text.replacing("\"", with: "")
    add(value: unquoted, .addressesRequoted, "names in \(writtenName) were put into quotation marks")
    let list = AddressList.parse(Array(text.utf8)).value?.mailboxes ?? []
    guard !list.isEmpty, list.count <= AlterationLimits.beginnings else { return }
    let detail = "the addresses in \(writtenName) were written otherwise"
    let forms: [(Mailbox) -> String] = [
      { Self.spell($0, quote: "\"") }, { Self.spell($0, quote: "") }, { $0.address }, { "<\($0.address)>" }
    ]
    for form in forms {
      for separator in [", ", ","] {
        add(value: list.map(form).joined(separator: separator), .addressesRequoted, detail)
      }
    }
  }

  private static func spell(_ mailbox: Mailbox, quote: String) -> String {
    guard let name = mailbox.displayName, !name.isEmpty else { return mailbox.address }
    return "\(quote)\(name)\(quote) <\(mailbox.address)>"
  }

  /// The name of From without what a list added, and the address of Reply-To.
  private mutating func addAuthors() {
    guard let author = AddressList.parse(Array(text.utf8)).value?.mailboxes.first, let shown = author.displayName else {
      return
    }
    let name = shown.firstRange(of: " via ").map { String(shown[..<$0.lowerBound]) } ?? shown
    for field in search.message.fields("Reply-To").prefix(1) {
      let addresses = AddressList.parse(search.message.body(of: field)).value?.mailboxes ?? []
      for mailbox in addresses.prefix(3) {
        let plain = name.trimmingQuotes
        for value in ["\(plain) <\(mailbox.address)>", "\"\(plain)\" <\(mailbox.address)>", mailbox.address] {
          add(value: value, .fromRewritten, "From is \"\(text)\"; it was \"\(value)\"")
        }
      }
    }
  }

  /// Other spellings of the zone, the day and the comment.
  mutating func addDates() {
    addOriginals(["X-Original-Date"], .dateRespelled)
    let zones = ["+0000", "GMT", "UTC", "-0000", "+0000 (UTC)", "+0000 (GMT)", "Z"]
    let base = text.firstIndex(of: "(").map { String(text[..<$0]).trimmingBlanks } ?? text
    var forms = [base]
    if let zone = zones.first(where: { base.hasSuffix(" " + $0) }) {
      let front = base.dropLast(zone.count)
      forms += zones.filter { $0 != zone }.map { front + $0 }
    }
    for form in forms {
      for value in [form] + Self.otherDays(form) { add(value: value, .dateRespelled, "Date was \"\(value)\"") }
    }
  }

  /// The day of the month with and without a zero before it.
  private static func otherDays(_ text: String) -> [String] {
    let words = text.split(separator: " ")
    guard let place = words.firstIndex(where: { $0.count <= 2 && $0.allSatisfy(\.isNumber) }),
      let day = Int(words[place])
    else { return [] }
    return (day < 10 ? ["\(day)", "0\(day)", " \(day)"] : []).map { spelling in
      (words[..<place] + [Substring(spelling)] + words[(place + 1)...]).joined(separator: " ")
    }
  }

  /// Encodings and types that gateways change.
  mutating func addMIMEValues() {
    let detail = "\(writtenName) is \"\(text)\"; it was "
    if name == "Content-Transfer-Encoding" {
      for value in ["8bit", "7bit", "quoted-printable", "base64", "binary", "8BIT", "7BIT"] {
        add(value: value, .mimeFieldChanged, detail + "\"\(value)\"")
      }
      return
    }
    let plain = text.replacing("\"", with: "")
    var values = [plain, text.lowercased(), plain.lowercased()]
    for (old, new) in [("utf-8", "iso-8859-1"), ("iso-8859-1", "utf-8"), ("utf-8", "us-ascii"), ("utf-8", "UTF-8")] {
      for text in [text, plain] { values.append(text.replacing(old, with: new)) }
    }
    if let equals = plain.firstIndex(of: "="), !plain[equals...].contains(";") {
      values.append("\(plain[...equals])\"\(plain[plain.index(after: equals)...])\"")
    }
    if let semicolon = plain.firstIndex(of: ";") { values.append(String(plain[..<semicolon])) }
    values += [
      "text/plain", "text/plain; charset=utf-8", "text/plain; charset=\"utf-8\"", "text/plain; charset=us-ascii"
    ]
    values += ["text/plain; charset=UTF-8", "text/html; charset=utf-8", "text/html; charset=\"utf-8\""]
    for value in values { add(value: value, .mimeFieldChanged, detail + "\"\(value)\"") }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Without quotation marks at both ends.
  var trimmingQuotes: String { filter { $0 != "\"" && $0 != "'" } }
}
