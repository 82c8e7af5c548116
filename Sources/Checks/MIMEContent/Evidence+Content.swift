import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension Evidence {
  /// Something at a line of the message.
  init(line: Int, _ excerpt: String, in survey: MessageSurvey) {
    self.init(source: "\(survey.name), line \(line)", excerpt: excerpt)
  }

  /// A part as a whole: its type, encoding and name.
  init(_ part: MIMEPart, in survey: MessageSurvey, _ note: String = "") {
    let name = part.fileName.map { "; name=\"\($0)\"" } ?? ""
    let note = note.isEmpty ? "" : ": \(note)"
    self.init(line: part.bodyLine, "\(part.mediaType), \(part.encoding)\(name)\(note)", in: survey)
  }

  /// A fault of a part with its place.
  init(_ fault: MIMEFault, in survey: MessageSurvey) {
    if let field = survey.field(of: fault) {
      self.init(line: field.line, field.text, in: survey)
      return
    }
    let part = survey.body.parts.indices.contains(fault.part) ? survey.body.parts[fault.part].mediaType : "?"
    let times = fault.count > 1 ? ", \(fault.count) times" : ""
    self.init(line: fault.position.line, "\(part), column \(fault.position.column)\(times)", in: survey)
  }
}

extension MessageSurvey {
  /// The faults of MIME of certain kinds, each judged; those inside of attached messages are remarks, others wrote them.
  func judgeMIME(_ verdict: (MIMEFault) -> Verdict?) -> [Finding] {
    body.faults.compactMap { fault in
      guard let own = verdict(fault) else { return nil }
      let message = fault.fault.message
      let words = field(of: fault).map { "\($0.name): \(message)" }
      return Finding(
        isAttached(fault.part) ? min(own, .info) : own, subject: subject(fault.part),
        "\(words ?? message.prefix(1).uppercased() + message.dropFirst()) (\(fault.fault.reference)).",
        evidence: [Evidence(fault, in: self)])
    }
  }

  /// The field of a part that a fault is of: its name, its beginning on one line, and where it stands; nil for other faults.
  fileprivate func field(of fault: MIMEFault) -> (name: String, text: String, line: Int)? {
    guard [.field, .fieldTwice].contains(fault.kind), body.parts.indices.contains(fault.part) else { return nil }
    let part = body.parts[fault.part]
    // The place is in the body of the field, and behind it when it is empty; that of a second field is its beginning.
    let place = fault.fault.range.lowerBound - part.headerRange.lowerBound - (fault.kind == .fieldTwice ? 0 : 1)
    let found = part.fields.last { $0.range.lowerBound <= place }
    guard let field = found, field.range.upperBound <= part.header.count else { return nil }
    let octets = part.header[field.range].prefix(Self.shownOctets).filter { $0 != 0x0D && $0 != 0x0A }
    return (
      String(decoding: part.header[field.name], as: UTF8.self), String(decoding: octets, as: UTF8.self), field.line
    )
  }

  /// What is shown of a field of a part.
  private static let shownOctets = 400

  /// Whether a part lies in a message inside the message, or is the header of one (RFC 6522 §4).
  func isAttached(_ number: Int) -> Bool {
    if body.parts.indices.contains(number), body.parts[number].mediaType == "text/rfc822-headers" { return true }
    var parent = body.parts.indices.contains(number) ? body.parts[number].parent : nil
    while let next = parent, body.parts.indices.contains(next) {
      if body.parts[next].contentType.type == "message" { return true }
      parent = body.parts[next].parent
    }
    return false
  }

  private func subject(_ number: Int) -> String {
    guard number > 0, body.parts.indices.contains(number) else { return "" }
    return "part \(number) (\(body.parts[number].mediaType))"
  }

  /// Whether servers have seen the message: what it lacks then it was sent without.
  var hasLeft: Bool { !fields.received.isEmpty || options.clientAddress != nil }
}
