import AuditModel
import DNS

extension Finding {
  /// An answer that could not be had: the subject is the name, the evidence the failure. Nil when it was had.
  static func unread(_ answer: DNSAnswer) -> Finding? {
    guard let failure = answer.failure else { return nil }
    let question = answer.question
    return Finding(
      .unknown, subject: question.name.description,
      "The \(question.type) records of \(question.name) could not be read: \(failure).", evidence: [Evidence(answer)])
  }
}

extension Finding {
  /// Whether it shows the answer to a question.
  func isAbout(_ question: DNSQuestion) -> Bool { evidence.contains { $0.source == question.description } }
}

extension Judgement {
  /// An answer that could not be had, as the whole judgement; nil when it was had.
  static func unread(_ answer: DNSAnswer) -> Judgement? {
    Finding.unread(answer).map { .findings([$0]) }
  }
}
