import MailMessage
import Survey
import Syntax

extension FuzzTarget {
  /// Messages: their structure and encodings, HTML, and mailboxes.
  static let bodies = [
    FuzzTarget(name: "message") { input in
      let whole = reading(input, piece: 64 << 10)
      promise(whole.text == reading(input, piece: 1).text, "a message is the same in pieces of one octet")
      promise(whole.text == reading(input, piece: 7).text, "a message is the same in pieces of seven octets")
      guard let body = whole.body else { return promise(false, "every input is a message") }
      for part in body.parts {
        promise(part.range.upperBound <= input.count && part.body.upperBound <= input.count, "parts lie in the message")
        promise(part.header.count <= part.headerRange.count, "a header is of its octets")
        if let parent = part.parent { promise(body.parts[parent].body.contains(part.range), "parts lie in each other") }
        _ = (part.text, AttachmentFacts(part)?.allNames)
      }
      for fault in body.faults {
        promise(fault.fault.range.lowerBound >= 0 && fault.fault.range.lowerBound <= input.count, "faults have a place")
      }
    },
    FuzzTarget(name: "redact") { input in
      let whole = redacted(input, piece: 64 << 10)
      promise(whole == redacted(input, piece: 1), "a redacted copy is the same in pieces of one octet")
      promise(whole == redacted(input, piece: 7), "a redacted copy is the same in pieces of seven octets")
      promise(whole.count <= 32 * input.count + 64, "a redacted copy is not much longer")
    },
    FuzzTarget(name: "mime-base64") { input in encoded(input, "base64") },
    FuzzTarget(name: "quoted-printable") { input in encoded(input, "quoted-printable") },
    FuzzTarget(name: "html") { input in
      let scan = HTMLScan(input, charset: Charset.allCases[(input.last.map(Int.init) ?? 0) % Charset.allCases.count])
      promise(scan.links.count <= scan.linkCount && scan.images.count <= scan.imageCount, "what is kept is counted")
      promise(scan.links.allSatisfy { $0.offset < input.count }, "links lie in the text")
      promise(scan.hidden.reduce(0) { $0 + $1.characters } <= scan.hiddenCharacters, "hidden text is counted")
      for link in PlainLink.find(in: input) { promise(link.range.upperBound <= input.count, "links lie in the text") }
      for form in [CharsetForm.singleOctet, .iso2022JP, .eucJP, .shiftJIS, .twoOctets] {
        promise(form.firstFault(in: input).map { $0 < input.count } ?? true, "faults lie in the text")
        promise(form.unmistakable(input).count == input.count, "places in a text stay")
      }
    },
    FuzzTarget(name: "imprint") { input in
      let scan = HTMLScan(input)
      let hasNone = scan.links.isEmpty && scan.visibleText.isEmpty && scan.title == nil
      promise(!hasNone || Imprint.sign(in: scan) == nil, "a page without links and text has no imprint")
    },
    FuzzTarget(name: "mbox") { input in
      for dialect in [MboxScan.Dialect.lines, .contentLength] {
        let whole = entries(input, dialect, piece: input.count)
        promise(whole == entries(input, dialect, piece: 1), "an mbox is the same in pieces")
        for (entry, next) in zip(whole, whole.dropFirst()) {
          promise(
            entry.range.upperBound == next.range.lowerBound && entry.line < next.line, "messages follow each other")
        }
        promise(whole.last.map { $0.range.upperBound == input.count } ?? true, "the last message ends at the end")
        promise(whole.allSatisfy { !$0.range.isEmpty }, "a message has its first line")
      }
    }
  ]

  private static func reading(_ input: [UInt8], piece: Int) -> (text: String, body: MessageBody?) {
    let source = MessageOctets(count: input.count) { range in Array(input[range.prefix(piece)]) }
    guard let message = try? Message(reading: source), let body = try? BodyScan.body(of: message) else {
      return ("", nil)
    }
    return ("\(message.fields) \(body)", body)
  }

  private static func redacted(_ input: [UInt8], piece: Int) -> [UInt8] {
    let source = MessageOctets(count: input.count) { range in Array(input[range.prefix(piece)]) }
    var result: [UInt8] = []
    do { try Redactor.redact(Message(reading: source)) { result += $0 } } catch {
      promise(false, "every input has a redacted copy")
    }
    return result
  }

  /// Content in an encoding: the same in pieces, and never longer than it was.
  private static func encoded(_ input: [UInt8], _ encoding: String) {
    let message = Array("Content-Transfer-Encoding: \(encoding)\n\n".utf8) + input
    let whole = reading(message, piece: 64 << 10)
    promise(whole.text == reading(message, piece: 1).text, "content is the same in pieces")
    promise((whole.body?.root?.content?.size ?? 0) <= input.count, "decoded content is no longer than encoded")
  }

  private static func entries(_ input: [UInt8], _ dialect: MboxScan.Dialect, piece: Int) -> [MboxEntry] {
    var scan = MboxScan(dialect)
    var result: [MboxEntry] = []
    for start in stride(from: 0, to: input.count, by: max(1, piece)) {
      let octets = Array(input[start..<min(start + piece, input.count)])
      scan.consume(octets.span) { result.append($0) }
    }
    scan.finish { result.append($0) }
    return result
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
