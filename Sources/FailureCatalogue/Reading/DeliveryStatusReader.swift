/// Reads the fields of a delivery report (RFC 3464 §2), a statement for each recipient.
enum DeliveryStatusReader {
  /// Where fields about recipients begin in a text that is no delivery report by its type; nil where none stand.
  static func start(in text: MappedText) -> Int? {
    if text.hasPrefix("reporting-mta:") || text.hasPrefix("final-recipient:") { return 0 }
    guard text.contains("\nfinal-recipient:"), text.contains("\nstatus:") || text.contains("\naction:") else {
      return nil
    }
    return [
      text.firstIndex(of: "\nreporting-mta:"), text.firstIndex(of: "\noriginal-recipient:"),
      text.firstIndex(of: "\nfinal-recipient:")
    ].compactMap(\.self).min()
  }

  /// The statements of the fields in a range of a paste.
  static func read(_ paste: PastedText, _ range: Range<Int>) -> FailurePaste {
    var statements: [FailureStatement] = []
    var facts = DeliveryFacts()
    var group = Group()
    var last: Range<Int>?
    for line in lines(of: paste.text, range) + [0..<0] {
      if !line.isEmpty, paste.text.octets[line.lowerBound].isBlank, let open = last {
        last = open.lowerBound..<line.upperBound
        continue
      }
      if let open = last { group.take(open, in: paste.text) }
      last = line.isEmpty ? nil : line
      guard line.isEmpty else { continue }
      let statement = group.statement
      if let statement, statements.count < FailureLimits.statements { statements.append(statement) }
      group.tell(statement, &facts)
      group = Group()
    }
    return FailurePaste(paste: paste, statements: statements, session: SessionFacts(), delivery: facts)
  }

  private static func lines(of text: MappedText, _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound where index == range.upperBound || text.octets[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    return lines
  }

  /// The fields about one recipient.
  private struct Group {
    var diagnostic: MappedText?
    var status: MappedText?
    var host: String?
    var action = ""
    private var final: String?
    private var original: String?
    private var remoteMTA: String?
    private var reportingMTA: String?
    private var arrivalDate: String?

    /// Takes a field with its folded lines.
    mutating func take(_ field: Range<Int>, in text: MappedText) {
      guard let colon = text.octets[field].firstIndex(of: UInt8(ascii: ":")) else { return }
      var start = colon + 1
      while start < field.upperBound, text.octets[start].isBlank || text.octets[start] == 0x0A { start += 1 }
      let value = start..<max(start, field.upperBound)
      switch String(decoding: text.folded[field.lowerBound..<colon], as: UTF8.self) {
      case "status": status = text[value]
      case "action": action = text[value].string(0..<value.count).lowercased()
      case "diagnostic-code":
        diagnostic = withoutType(
          text[value.lowerBound..<min(value.upperBound, value.lowerBound + FailureLimits.statementOctets)])
      case "remote-mta":
        host = HostFinder.host(in: text[field]) ?? host
        remoteMTA = withoutType(text[value]).short
      case "final-recipient": final = final ?? withoutType(text[value]).short
      case "original-recipient": original = original ?? withoutType(text[value]).short
      case "reporting-mta": reportingMTA = withoutType(text[value]).short
      case "arrival-date": arrivalDate = text[value].short
      default: break
      }
    }

    /// The text behind `smtp;`.
    private func withoutType(_ text: MappedText) -> MappedText {
      guard let end = text.octets.prefix(20).firstIndex(of: UInt8(ascii: ";")) else { return text }
      var start = end + 1
      while start < text.count, text.octets[start].isBlank || text.octets[start] == 0x0A { start += 1 }
      return text[start..<text.count]
    }

    /// Adds what the group says of the message, or of a recipient (RFC 3464 §2.2, §2.3).
    func tell(_ statement: FailureStatement?, _ facts: inout DeliveryFacts) {
      facts.reportingMTA = facts.reportingMTA ?? reportingMTA
      facts.arrivalDate = facts.arrivalDate ?? arrivalDate
      guard final != nil || original != nil || statement != nil, facts.recipients.count < FailureLimits.recipients
      else { return }
      facts.recipients.append(recipient(statement))
    }

    private func recipient(_ statement: FailureStatement?) -> DeliveryRecipient {
      DeliveryRecipient(
        address: final ?? original, action: action.isEmpty ? nil : action, remoteMTA: remoteMTA, statement: statement)
    }

    /// What the fields say; nil without any.
    var statement: FailureStatement? {
      guard let field = diagnostic.flatMap({ $0.isEmpty ? nil : $0 }) ?? status, !field.isEmpty else { return nil }
      var text = MappedText()
      text.append(folding: field, 0..<field.count)
      var statement = StatementFacts.complete(FailureStatement(text: text, isBounce: true), sessionHost: host)
      statement.enhanced = statement.enhanced ?? status.flatMap { ReplyText.codes(in: $0).enhanced }
      if let status, diagnostic != nil, let code = ReplyText.codes(in: status).enhanced, !text.isEmpty {
        statement.reported = code
      }
      statement.isDelivered = recipient(nil).isDelivered
      return statement
    }
  }
}

extension MappedText {
  /// The text on one line, at most as long as an address or a name may be (RFC 5321 §4.5.3.1.3), without angle brackets;
  /// nil when nothing is left.
  fileprivate var short: String? {
    let octets = octets.prefix(320).map { $0 == Self.wrap || $0 == PastedText.embeddedLineEnd ? 0x20 : $0 }
    let front = octets.drop { $0.isBlank || $0 == UInt8(ascii: "<") }
    var text = Array(front)
    while let last = text.last, last.isBlank || last == UInt8(ascii: ">") { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
