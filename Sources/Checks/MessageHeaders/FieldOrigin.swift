import AuditModel
import MailMessage
import Survey
import Syntax

/// On whose side a field of a message was written.
enum FieldOrigin {
  /// The application or a server of the sender.
  case sender
  /// The receiver.
  case receiver
  /// It stands between Received fields of which nobody tells whose they are.
  case undecided
}

extension MessageSurvey {
  /// On whose side a field was written. Servers put theirs on top: what stands above the field of the hop at which the
  /// message came from outside is the receiver's, what stands below is the sender's (RFC 5321 §4.4). A message without
  /// Received has not left.
  func origin(of field: HeaderField) -> FieldOrigin {
    if let boundary = trace.boundary { return field.line < trace.hops[boundary.index].field.line ? .receiver : .sender }
    guard let first = trace.hops.last else { return .sender }
    return field.line > first.field.line ? .sender : .undecided
  }

  /// Whether a server of somebody else is seen to have the message, or the owner says so: what it lacks then nobody adds.
  var wasSeenOutside: Bool { trace.cameFromOutside || options.clientAddress != nil }

  /// Whether a mailing list handed the message on: it names where to post to (RFC 2369 §3.4), or itself as lists do.
  var isListPost: Bool {
    let marks: [HeaderName] = ["List-Post", "X-BeenThere", "Mailing-List", "X-Mailing-List"]
    return marks.contains { message.field($0) != nil }
  }

  /// The fields of that name that the sender's side wrote for certain.
  func senderFields(_ name: HeaderName) -> [HeaderField] {
    message.fields(name).filter { origin(of: $0) == .sender }
  }

  /// Whether a server says that the message came with SMTPUTF8 (RFC 6531 §4.3).
  var cameWithSMTPUTF8: Bool { trace.hops.contains { $0.value?.with?.isInternationalized == true } }

  /// Finds what is wrong with the first field of a kind, with the field as evidence.
  func finding<Value>(
    _ verdict: Verdict, _ read: MessageFields.Read<Value>, _ statement: String, at range: Range<Int>? = nil,
    _ rules: [FilterRule] = [], more: [Evidence] = [], remedy: String? = nil
  ) -> Finding {
    Finding(
      verdict, subject: message.name(of: read.field), statement,
      evidence: [Evidence(read.field, in: self, highlight: range)] + more + rules.evidence, remedy: remedy)
  }
}
