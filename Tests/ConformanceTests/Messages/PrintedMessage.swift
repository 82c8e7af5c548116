import MailMessage

/// Prints a message from what was read of it: the fields, the boundaries, and the contents of parts without parts.
/// What stands between them is not copied but has to be what the grammar has there.
enum PrintedMessage {
  static func octets(_ message: Message, _ body: MessageBody) -> [UInt8]? {
    guard let source = try? message.source.octets(0..<message.source.count, limit: .max) else { return nil }
    var printer = Printer(source: source, body: body)
    printer.result += message.envelopeLine ?? []
    for field in message.fields { printer.result += message.header[field.range] }
    printer.emptyLine(to: message.body.lowerBound)
    printer.content(of: 0)
    return printer.isSound ? printer.result : nil
  }

  private struct Printer {
    let source: [UInt8]
    let body: MessageBody
    var result: [UInt8] = []
    var isSound = true

    /// At most one empty line, or what is known of the lines between groups of fields.
    mutating func emptyLine(to end: Int) {
      let gap = source[result.count..<max(result.count, end)]
      if ![[], [0x0A], [0x0D, 0x0A]].contains(Array(gap)) { isSound = false }
      result += gap
    }

    mutating func content(of number: Int) {
      let part = body.parts[number]
      if part.content != nil {
        result += source[part.body]
      } else if part.isMultipart {
        multipart(part)
      } else {
        for child in part.children { self.part(child, allowsLines: true) }
        result += source[result.count..<max(result.count, part.body.upperBound)]
      }
      if result.count != part.body.upperBound { isSound = false }
    }

    private mutating func multipart(_ part: MIMEPart) {
      var children = part.children[...]
      for (index, delimiter) in part.delimiters.enumerated() {
        if index > 0, let child = children.popFirst() { self.part(child, allowsLines: false) }
        if index == 0 { result += source[part.body.lowerBound..<delimiter.range.lowerBound] }
        if result.count != delimiter.range.lowerBound { isSound = false }
        result += source[delimiter.range]
      }
      if let child = children.popFirst() { self.part(child, allowsLines: false) }
      if !children.isEmpty { isSound = false }
      // The epilogue, or all of it when there is no boundary.
      let rest = max(result.count, part.body.lowerBound)..<max(result.count, part.body.upperBound)
      result += source[rest]
    }

    private mutating func part(_ number: Int, allowsLines: Bool) {
      let part = body.parts[number]
      // Empty lines between groups of fields, or the line of a mailbox before a message.
      if allowsLines { result += source[result.count..<max(result.count, part.headerRange.lowerBound)] }
      if result.count != part.headerRange.lowerBound { isSound = false }
      for field in part.fields { result += part.header[field.range] }
      if result.count != part.headerRange.upperBound { isSound = false }
      emptyLine(to: part.body.lowerBound)
      content(of: number)
    }
  }
}
