import DNS

/// A question as what tables are asked by. A name carries its hash, so looking one up is cheap.
struct QuestionKey: Hashable {
  let question: DNSQuestion

  init(_ question: DNSQuestion) {
    self.question = question
  }
}
