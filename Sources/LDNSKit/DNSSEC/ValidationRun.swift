import DNS

/// One run of a validator: the answers so far, and what follows from them. Pure: what is missing is thrown.
struct ValidationRun {
  let anchors: TrustAnchors
  let policy: DNSSECPolicy
  /// Seconds since 1970.
  let time: Int

  /// The answers so far.
  private var replies: [DNSQuestion: Result<[SignedMessage], DNSFailure>] = [:]
  /// What stands at each name, the keys of trust anchors included.
  var steps: [DomainName: ZoneStep]
  /// The names whose steps are new in this run.
  var fresh: Set<DomainName> = []
  /// What may still be spent on signatures for the present question.
  var attempts = 0

  init(anchors: TrustAnchors, policy: DNSSECPolicy, time: Int, steps: [DomainName: ZoneStep] = [:]) {
    self.anchors = anchors
    self.policy = policy
    self.time = time
    self.steps = steps
  }

  /// Takes an answer.
  mutating func take(_ answer: SignedAnswer) {
    do throws(DNSFailure) {
      var messages: [SignedMessage] = []
      for octets in try answer.messages.get() { messages.append(try SignedMessage(decoding: octets)) }
      replies[answer.question] = messages.isEmpty ? .failure(.malformed("no message")) : .success(messages)
    } catch {
      replies[answer.question] = .failure(error)
    }
  }

  func has(_ question: DNSQuestion) -> Bool { replies[question] != nil }

  /// The messages that answer a question.
  func messages(_ question: DNSQuestion) throws(MissingAnswers) -> Result<[SignedMessage], DNSFailure> {
    guard let reply = replies[question] else { throw MissingAnswers(questions: [question]) }
    return reply
  }

  /// The first message, which is about the name asked for itself.
  func message(_ question: DNSQuestion) throws(MissingAnswers) -> Result<SignedMessage, DNSFailure> {
    try messages(question).flatMap { messages in
      guard let message = messages.first else { return .failure(.malformed("no message")) }
      return message.failure.map(Result.failure) ?? .success(message)
    }
  }

  /// Tries the signatures of a set with the keys of a zone.
  mutating func check(_ set: SignedSet, _ zone: DomainName, _ keys: [DNSKEY]) -> SignatureCheck.Result {
    SignatureCheck(records: set, zone: zone, keys: keys, policy: policy, time: time).run(&attempts)
  }

  /// What the signatures of sets say.
  func facts(_ sets: [SignedSet]) -> [DNSSECSignature] {
    sets.flatMap { set in
      set.signatures.map { signature in
        DNSSECSignature(
          owner: set.owner, type: set.type, signer: signature.signer, algorithm: signature.algorithm,
          keyTag: signature.keyTag, inception: seconds(signature.inception), expiration: seconds(signature.expiration))
      }
    }
  }

  /// The instant nearest to now that the 32 bits of a signature can mean (RFC 4034 §3.1.5).
  private func seconds(_ instant: UInt32) -> Int {
    let distance = Int32(bitPattern: instant &- UInt32(truncatingIfNeeded: time))
    return time + Int(distance)
  }
}
