import AuditModel
import DNS

extension Evidence {
  /// An answer as evidence: the records, or the kind of answer that came instead.
  init(_ answer: DNSAnswer) {
    let place = answer.provenance.place
    self.init(
      AnswerText(answer: answer), server: answer.provenance.server,
      location: place.map { SourceLocation(file: $0.file, line: $0.line) })
  }

  /// One record of an answer as evidence, with the octets that matter.
  init(_ record: DNSRecord, highlight: Range<Int>? = nil, server: String? = nil) {
    self.init(
      source: "\(record.owner) \(record.type)", excerpt: record.data.description, highlight: highlight, server: server)
  }

  /// A text as evidence: the joined strings of a TXT record, with the octets that matter.
  init(text: [UInt8], of question: DNSQuestion, highlight: Range<Int>? = nil, server: String? = nil) {
    self.init(
      source: question.description, excerpt: String(decoding: text, as: UTF8.self), highlight: highlight,
      server: server)
  }
}

private struct AnswerText: EvidenceText {
  let answer: DNSAnswer
  var source: String { answer.question.description }
  var excerpt: String { answer.excerpt }
}

extension DNSAnswer {
  /// The answer in one line for people.
  var excerpt: String {
    let chain = aliases.map { "\($0.owner) \($0.type) \($0.data)" }
    switch outcome {
    case .records(let records): return (chain + records.map(\.data.description)).joined(separator: "; ")
    case .noData: return (chain + ["no record of this type (NODATA)"]).joined(separator: "; ")
    case .nameError: return (chain + ["the name does not exist (NXDOMAIN)"]).joined(separator: "; ")
    case .failure(let failure): return (chain + [failure.description]).joined(separator: "; ")
    }
  }
}
