public import MailMessage
import Syntax

extension MessageFailureReport {
  /// Reads the failure report in a message (RFC 5965 §2, RFC 6591 §3, RFC 9991 §4).
  ///
  /// By default nothing of the message that failed is kept, and no local part of an address.
  /// - Parameters:
  ///   - message: the message that carries the report.
  ///   - includingMessage: whether what it holds of the message that failed is kept in ``original``, and local parts in
  ///     ``fields``: personal data.
  /// - Returns: the report.
  /// - Throws: why it is no failure report that can be read.
  public static func read(_ message: Message, includingMessage: Bool = false) throws(ReportFault)
    -> MessageFailureReport
  {
    let body: MessageBody
    do { body = try BodyScan.body(of: message) } catch { throw ReportFault(.unreadable(error.description)) }
    guard let part = feedbackPart(body) else {
      throw ReportFault(.noReport("a message without a part message/feedback-report"))
    }
    let content: [UInt8]
    do { content = try decoded(part, of: message) } catch { throw ReportFault(.unreadable(error.description)) }
    guard content.contains(where: { $0 > 0x20 }) else {
      throw ReportFault(.incomplete("every field of the part message/feedback-report"), line: part.bodyLine)
    }
    var reader = FeedbackPartReader(content, firstLine: part.bodyLine)
    var report = reader.read(hidesLocalParts: !includingMessage)
    report.deviations += container(body)
    if includingMessage, let original = body.parts.first(where: isOriginal) {
      do {
        report.original = try message.source.octets(original.body, limit: FeedbackLimits.originalOctets)
      } catch { throw ReportFault(.unreadable(error.description)) }
    }
    return report
  }

  /// Whether a message carries a failure report, by its parts.
  static func feedbackPart(_ body: MessageBody) -> MIMEPart? {
    body.parts.first { $0.mediaType == "message/feedback-report" }
  }

  /// The octets of a part without its transfer encoding, as far as they are looked at.
  private static func decoded(_ part: MIMEPart, of message: Message) throws(MessageReadError) -> [UInt8] {
    var decoder = PartDecoder(part.encoding)
    var content: [UInt8] = []
    func take(_ octets: Span<UInt8>) { for index in octets.indices { content.append(octets[index]) } }
    try message.source.read(part.body) { piece in
      decoder.decode(piece, take)
      return content.count < FeedbackLimits.feedbackPartOctets
    }
    decoder.finish(take)
    return Array(content.prefix(FeedbackLimits.feedbackPartOctets))
  }

  private static func isOriginal(_ part: MIMEPart) -> Bool {
    part.parent != nil && ["message/rfc822", "message/global", "text/rfc822-headers"].contains(part.mediaType)
  }

  /// What is wrong with the message around the part (RFC 5965 §2).
  private static func container(_ body: MessageBody) -> [SchemaDeviation] {
    guard let root = body.root else { return [] }
    var deviations: [SchemaDeviation] = []
    if root.mediaType != "multipart/report" {
      deviations.append(
        SchemaDeviation(path: "Content-Type", statement: "is \(root.mediaType), and not multipart/report"))
    } else if root.contentType.parameters.value(of: "report-type")?.lowercased() != "feedback-report" {
      deviations.append(SchemaDeviation(path: "Content-Type", statement: "has no report-type=feedback-report"))
    }
    if !body.parts.contains(where: isOriginal) {
      deviations.append(
        SchemaDeviation(path: "message", statement: "is missing: neither the message that failed nor its header"))
    }
    return deviations
  }
}

/// Reads the fields of a feedback part (RFC 5965 §3).
struct FeedbackPartReader {
  private let content: [UInt8]
  private let firstLine: Int
  private var report = MessageFailureReport()

  init(_ content: [UInt8], firstLine: Int) {
    self.content = content
    self.firstLine = firstLine
  }

  /// One field, unfolded.
  private struct FieldText {
    let name: String
    let value: String
    let line: Int
  }

  mutating func read(hidesLocalParts: Bool) -> MessageFailureReport {
    for field in fields() {
      take(field)
      let shown = hidesLocalParts ? HiddenLocalPart.hiding(in: field.value) : field.value
      report.fields.append(.init(name: field.name, value: shown))
    }
    checkRequired()
    return report
  }

  /// The groups of fields that are read: RFC 5965 §3 knows one, and RFC 6591 §B.1 itself shows two.
  private static let groups = 10

  /// The fields; an empty line before more of them is told and passed over.
  private mutating func fields() -> [FieldText] {
    var fields: [FieldText] = []
    var (rest, line) = (content, firstLine)
    for number in 0..<Self.groups where rest.contains(where: { $0 > 0x20 }) {
      let blank = rest.prefix { $0 == 0x0D || $0 == 0x0A }
      line += blank.count { $0 == 0x0A }
      let part = Message(Array(rest.dropFirst(blank.count)))
      if number > 0, let first = part.fields.first {
        tell("fields", "have an empty line between them", line: line + first.line - 1)
      }
      for fault in part.faults { tell("fields", "end at \(fault.message)", line: line) }
      for field in part.fields.prefix(FeedbackLimits.feedbackFields - fields.count) {
        fields.append(
          FieldText(name: part.name(of: field), value: Self.value(of: field, part), line: field.line + line - 1))
      }
      guard !part.fields.isEmpty, part.faults.isEmpty else { break }
      line += part.header.count { $0 == 0x0A }
      rest = Array(rest.dropFirst(blank.count + part.headerStart + part.header.count))
    }
    return fields
  }

  private static func value(of field: HeaderField, _ part: Message) -> String {
    let octets = part.header[field.body].prefix(FeedbackLimits.feedbackFieldOctets)
    return String(decoding: octets.filter { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self).trimmingBlanks
  }

  private mutating func tell(
    _ path: String, _ statement: String, line: Int? = nil, _ kind: SchemaDeviation.Kind = .value
  ) {
    guard report.deviations.count < FeedbackLimits.deviations else { return }
    report.deviations.append(SchemaDeviation(path: path, statement: statement, line: line, kind: kind))
  }

  private mutating func take(_ field: FieldText) {
    let (name, value) = (field.name.lowercased(), field.value)
    if Self.once.contains(name), report.fields.contains(where: { $0.name.lowercased() == name }) {
      return tell(field.name, "stands more than once; the first counts", line: field.line, .repeated)
    }
    switch name {
    case "feedback-type": report.feedbackType = value.word.lowercased()
    case "version": if value != "1" { tell("Version", "is not 1", line: field.line) }
    case "auth-failure": takeAuthFailure(value.word.lowercased(), field)
    case "identity-alignment": report.identityAlignment = value.lowercased()
    case "source-ip": report.sourceIP = value.word
    case "reported-domain": report.reportedDomain = value.word.lowercased()
    case "delivery-result": takeDelivery(value.word.lowercased(), field)
    case "arrival-date", "received-date": takeDate(field)
    case "incidents": takeIncidents(value, field)
    case "dkim-domain": report.dkimDomain = value.word.lowercased()
    case "dkim-selector": report.dkimSelector = value.word
    case "spf-dns": report.spfDNS = value
    default: break
    }
  }

  /// Fields that stand once (RFC 5965 §3.1, §3.2, RFC 6591 §3.1).
  private static let once: Set<String> = [
    "feedback-type", "user-agent", "version", "auth-failure", "identity-alignment", "source-ip", "delivery-result",
    "arrival-date", "incidents", "dkim-domain", "dkim-selector", "original-envelope-id", "original-mail-from"
  ]
}

extension FeedbackPartReader {
  private mutating func takeAuthFailure(_ word: String, _ field: FieldText) {
    report.authFailure = word
    // RFC 6591 §3.3, RFC 9991 §4.
    let known: Set<String> = ["adsp", "bodyhash", "revoked", "signature", "spf", "dmarc"]
    if !known.contains(word) {
      tell("Auth-Failure", "is none of the types of RFC 6591 §3.3 and RFC 9991", line: field.line)
    }
  }

  private mutating func takeDelivery(_ word: String, _ field: FieldText) {
    report.deliveryResult = word
    // RFC 6591 §3.2.2.
    let known: Set<String> = ["delivered", "spam", "policy", "reject", "other"]
    if !known.contains(word) { tell("Delivery-Result", "is none of the words of RFC 6591 §3.2.2", line: field.line) }
  }

  private mutating func takeDate(_ field: FieldText) {
    let date = DateTime.parse(Array(field.value.utf8)).value
    if date == nil { tell(field.name, "is no date", line: field.line) }
    if report.arrival == nil { report.arrival = date?.secondsSince1970 }
  }

  private mutating func takeIncidents(_ value: String, _ field: FieldText) {
    guard let count = Int(value), (1...1_000_000_000).contains(count) else {
      return tell("Incidents", "is no count", line: field.line)
    }
    report.incidents = count
  }

  /// The fields that a report needs: RFC 5965 §3.1, for failures RFC 6591 §3.1, for DMARC RFC 9991 §4.
  private mutating func checkRequired() {
    for name in ["Feedback-Type", "User-Agent", "Version"] { require(name) }
    guard report.feedbackType == "auth-failure" else { return }
    for name in ["Auth-Failure", "Authentication-Results"] { require(name) }
    let signature = ["DKIM-Domain", "DKIM-Identity", "DKIM-Selector"]
    switch report.authFailure {
    case "dmarc":
      require("Identity-Alignment")
      let failed = report.identityAlignment ?? ""
      // A message without a signature has none of the three fields.
      if failed.contains("dkim"), report.dkimDomain != nil || hasFailedSignature {
        for name in signature { require(name) }
      }
      if failed.contains("spf") { require("SPF-DNS") }
    case "bodyhash", "revoked", "signature": for name in signature { require(name) }
    case "spf": require("SPF-DNS")
    default: break
    }
  }

  private var hasFailedSignature: Bool {
    report.fields.contains { $0.name.lowercased() == "authentication-results" && $0.value.contains("dkim=fail") }
  }

  private mutating func require(_ name: String) {
    let isThere = report.fields.contains { $0.name.lowercased() == name.lowercased() && !$0.value.isEmpty }
    if !isThere { tell(name, "is missing", name == "Feedback-Type" ? .missing : .missingByHabit) }
  }
}

extension String {
  /// The text without blanks and tabs at both ends.
  var trimmingBlanks: String {
    let end = drop { $0 == " " || $0 == "\t" }
    return String(end.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// The first word, without a comment behind it.
  fileprivate var word: String {
    String(prefix { $0 != " " && $0 != "\t" && $0 != "(" && $0 != ";" })
  }
}
