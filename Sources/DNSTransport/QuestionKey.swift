import DNS

/// A question with its digest, computed once: each question is looked up half a dozen times on its way.
struct QuestionKey: Hashable {
  let question: DNSQuestion
  let digest: UInt64

  init(_ question: DNSQuestion) {
    self.question = question
    digest = question.digest
  }

  static func == (left: QuestionKey, right: QuestionKey) -> Bool {
    left.digest == right.digest && left.question == right.question
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Dictionaries take the digest as it is: it is secret and mixed already, and each of their steps would mix it again.
  func _rawHashValue(seed: Int) -> Int { Int(truncatingIfNeeded: digest) ^ seed }
}
