import DNS
import LDNSKit

extension FuzzTarget {
  /// Chains of signatures: a trust anchor, a question, and the answers to everything that a validator asks for.
  static let dnssec = [
    FuzzTarget(name: "dnssec-chain") { input in
      var rest = input[...]
      guard let anchor = chunk(&rest), let type = chunk(&rest), let name = DomainName(wire: Array(chunk(&rest) ?? []))
      else { return }
      let record = DNSRecord(owner: .root, ttl: 0, data: .other(type: .ds, octets: Array(anchor)))
      guard let anchors = TrustAnchors([record]), type.count == 2 else { return }
      let number = UInt16(type[type.startIndex]) << 8 | UInt16(type[type.startIndex + 1])
      let question = DNSQuestion(name, DNSRecordType(rawValue: number))
      var answers = RecordedAnswers()
      while let message = chunk(&rest) { answers.take(Array(message)) }
      let source = answers
      Drain.run {
        for time in [1_800_000_000, 0, Int(UInt32.max)] {
          let validator = ChainValidator(source, anchors: anchors) { time }
          let verdicts = await validator.verdicts(on: [question, DNSQuestion(.root, .soa)])
          promise(verdicts.count == 2, "every question has a verdict")
          for verdict in verdicts {
            promise(verdict.state != .secure || !verdict.chain.isEmpty, "what is secure has a chain")
            promise((verdict.state == .bogus) == (verdict.fault != nil), "what is bogus has a fault")
          }
        }
      }
    }
  ]

  /// Two octets of length, and as many octets.
  private static func chunk(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let high = rest.popFirst(), let low = rest.popFirst() else { return nil }
    let count = Int(high) << 8 | Int(low)
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}

/// Answers by the question that stands in them.
private struct RecordedAnswers: SignedAnswerSource {
  private var messages: [DNSQuestion: [UInt8]] = [:]

  mutating func take(_ octets: [UInt8]) {
    if let question = (try? DNSMessage(decoding: octets))?.question { messages[question] = octets }
  }

  func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer] {
    questions.map { question in
      SignedAnswer(question, messages[question].map { .success([$0]) } ?? .failure(.timeout))
    }
  }
}
