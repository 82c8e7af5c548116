import DNS
import MailAuthentication
import MailMessage
import Synchronization
import Syntax

extension FuzzTarget {
  /// Signatures in messages.
  static let messages = [
    FuzzTarget(name: "dkim-signature") { input in
      for kind in [DKIMSignature.Kind.dkim, .arc] {
        let parsed = DKIMSignature.parse(input, as: kind)
        checkFaults(of: parsed)
        promise(parsed.value != nil, "every text gives a signature")
      }
      checkFaults(of: ARCSeal.parse(input))
      if let prefix = ARCInstancePrefix(input) {
        promise((1...50).contains(prefix.instance) && prefix.payload <= input.count, "a number from 1 to 50")
      }
    },
    FuzzTarget(name: "dkim-message") { input in
      let (whole, pieces) = (signatures(Message(input)), signatures(inPieces(input)))
      promise(whole?.dkim.map(\.result) == pieces?.dkim.map(\.result), "pieces give what the whole gives")
      promise(whole?.dkim.map(\.bodyHash) == pieces?.dkim.map(\.bodyHash), "the body is hashed alike")
      for result in whole?.dkim ?? [] {
        promise((result.result == .pass) == result.reasons.isEmpty, "what does not pass has a reason")
        promise(result.result != .pass || result.isIntact, "what passes is intact")
        _ = result.headerCoverage.unsignedImportant(in: result.message)
        let found = try? DKIMDiagnosis.find(result)
        promise((found?.header == .unchanged) == (result.headerSignature == .verifies), "what verifies is unchanged")
      }
    },
    FuzzTarget(name: "arc-message") { input in
      let (whole, pieces) = (signatures(Message(input))?.arc, signatures(inPieces(input))?.arc)
      promise(whole?.result == pieces?.result && whole?.reasons == pieces?.reasons, "pieces give what the whole gives")
      promise((whole?.result == .fail) == (whole?.reasons.isEmpty == false), "what fails has a reason")
      promise(whole?.result != .pass || whole?.oldestPass != nil, "a chain that passes has a last message signature")
    }
  ]

  /// The message read a few octets at a time.
  private static func inPieces(_ input: [UInt8]) -> Message {
    let source = MessageOctets(count: input.count) { Array(input[$0.prefix(5)]) }
    return (try? Message(reading: source)) ?? Message([])
  }

  private static func signatures(_ message: Message) -> MessageSignatures? {
    let found = Mutex<MessageSignatures?>(nil)
    Drain.run {
      let signatures = try? await MessageSignatures.verify(message, using: FixedKeys(), at: 1_700_000_000)
      found.withLock { $0 = signatures }
    }
    return found.withLock { $0 }
  }
}

/// The same two keys at every name: those of RFC 8463 §A.2.
private struct FixedKeys: Resolver {
  private static let texts = [
    "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    """
    v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0\
    Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB
    """
  ]

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map { question in
      let records = Self.texts.map { text in
        DNSRecord(owner: question.name, ttl: 1, data: .txt(CharacterStrings([Array(text.utf8)])))
      }
      return DNSAnswer(question: question, outcome: .records(records))
    }
  }
}
