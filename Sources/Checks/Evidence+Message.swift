import AuditModel
import MailMessage
import Survey
import Syntax

extension Evidence {
  /// A header field as evidence, on one line: where it stands, and what it says.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - survey: the survey of its message.
  ///   - highlight: the octets that matter, as offsets into the field's body.
  init(_ field: HeaderField, in survey: MessageSurvey, highlight: Range<Int>? = nil) {
    let message = survey.message
    var text = "\(message.name(of: field)):"
    var marked: Range<Int>?
    let body = message.body(of: field)
    let start = text.utf8.count
    let kept = body.indices.filter { body[$0] != 0x0D && body[$0] != 0x0A }
    text += String(decoding: kept.map { body[$0] }, as: UTF8.self)
    if let highlight, text.utf8.count == start + kept.count {
      let before = kept.prefix { $0 < highlight.lowerBound }.count
      let inside = kept.dropFirst(before).prefix { $0 < highlight.upperBound }.count
      marked = (start + before)..<(start + before + inside)
    }
    self.init(
      source: "\(survey.name), line \(field.line)", excerpt: text, highlight: marked?.isEmpty == true ? nil : marked)
  }

  /// Everything in the header section as evidence that something is not there: the names of its fields.
  init(namesIn survey: MessageSurvey) {
    let message = survey.message
    var names: [String] = []
    for field in message.fields where names.count < 60 { names.append(message.name(of: field)) }
    let excerpt = names.isEmpty ? "no header field at all" : names.joined(separator: ", ")
    self.init(source: "\(survey.name), header fields", excerpt: excerpt)
  }
}

extension Finding {
  /// A fault of a header field as a finding, with the octets marked.
  init<Value>(
    _ verdict: Verdict, _ statement: String, fault: SyntaxFault, of read: MessageFields.Read<Value>,
    in survey: MessageSurvey, remedy: String? = nil
  ) {
    self.init(
      verdict, subject: survey.message.name(of: read.field), statement,
      evidence: [Evidence(read.field, in: survey, highlight: fault.range)], remedy: remedy)
  }
}
