import DNS

/// A question with its hash, computed once: each question is looked up half a dozen times on its way.
struct QuestionKey: Hashable {
  let question: DNSQuestion
  let digest: UInt64

  init(_ question: DNSQuestion) {
    self.question = question
    digest = Self.digest(of: question.name.wire, type: question.type.rawValue)
  }

  static func == (left: QuestionKey, right: QuestionKey) -> Bool {
    left.digest == right.digest && left.question == right.question
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Dictionaries take the digest as it is: it is secret and mixed already, and each of their steps would mix it again.
  func _rawHashValue(seed: Int) -> Int { Int(truncatingIfNeeded: digest) ^ seed }

  /// Secret, so that nobody can publish names that meet in one bucket.
  private static let secrets = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  private static func digest(of octets: [UInt8], type: UInt16) -> UInt64 {
    var state = mix(secrets.0, UInt64(type) << 32 | UInt64(octets.count))
    var word: UInt64 = 0
    var filled = 0
    for octet in octets {
      word = word << 8 | UInt64(octet)
      filled += 1
      if filled == 8 {
        state = mix(state, word)
        (word, filled) = (0, 0)
      }
    }
    return mix(state, word)
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: secrets.1)
    return product.high ^ product.low
  }
}
