public import DNS
public import MailMessage
import Syntax

/// What became of all signatures of a message: the keys asked for in one batch, the body read once.
public struct MessageSignatures: Sendable {
  /// The DKIM signatures from top to bottom, at most 50.
  public let dkim: [DKIMSignatureResult]
  /// How many more DKIM-Signature fields there are, which were not looked at.
  public let skipped: Int
  /// The ARC sets.
  public let arc: ARCResult

  /// Judges the signatures of `message` at a time in seconds since 1970. Without `includesARC` the ARC sets are not looked
  /// at, and their result is that of a message without. Throws when the body cannot be read.
  public static func verify(
    _ message: Message, using resolver: any Resolver, at time: Int64, includesARC: Bool = true
  ) async throws(MessageReadError) -> MessageSignatures {
    let run = MessageSignatureRun(message, includesARC: includesARC)
    let questions = run.questions
    let answers = questions.isEmpty ? [] : await resolver.answers(to: questions)
    return try run.judge(Dictionary(zip(questions, answers)) { first, _ in first }, at: time)
  }
}

/// The signatures of a message, gathered and read.
struct MessageSignatureRun {
  let message: Message
  let signatures: [(field: HeaderField, text: Parsed<DKIMSignature>)]
  let skipped: Int
  let chain: ARCChain

  init(_ message: Message, includesARC: Bool) {
    self.message = message
    let fields = message.fields(DKIMSignature.name)
    signatures = fields.prefix(DKIMLimits.signatures).map { ($0, DKIMSignature.parse($0, of: message)) }
    skipped = fields.count - signatures.count
    chain = ARCChain(includesARC ? message : Message([]))
  }

  /// The sets that are worth verifying: those of a chain whose structure is sound.
  private var sets: [ARCSet] { chain.fault == nil ? chain.sets : [] }

  /// The questions for all keys, each once.
  var questions: [DNSQuestion] {
    var seen: [DNSQuestion] = []
    func add(_ question: DNSQuestion?) {
      // At most 150 questions are compared.
      if let question, !seen.contains(question) { seen.append(question) }
    }
    for signature in signatures { add(signature.text.value?.keyQuestion) }
    for set in sets {
      add(set.messageSignatureText.value?.keyQuestion)
      add(set.sealText.value?.keyQuestion)
    }
    return seen
  }

  /// Reads the body and judges, the answers being there.
  func judge(
    _ answers: [DNSQuestion: DNSAnswer], at time: Int64
  ) throws(MessageReadError) -> MessageSignatures {
    let texts = signatures.map(\.text) + sets.map(\.messageSignatureText)
    let hashes = try BodyDigests.hashes(texts.compactMap { $0.value?.bodyHashKind }, of: message)
    let index = HeaderFieldIndex(message)
    func judge(_ field: HeaderField, _ text: Parsed<DKIMSignature>) -> DKIMSignatureResult {
      DKIMVerification.judge(
        text, in: field, of: message, index: index, hashes: hashes,
        keyLookup: text.value.flatMap { lookup($0, answers) },
        at: time)
    }
    let dkim = signatures.map { judge($0.field, $0.text) }
    let sealed = sets.map { judge($0.messageSignature, $0.messageSignatureText) }
    let arc = ARCVerification(message: message, chain: chain, lookups: answers).judge(sealed)
    return MessageSignatures(dkim: dkim, skipped: skipped, arc: arc)
  }

  private func lookup(_ signature: DKIMSignature, _ answers: [DNSQuestion: DNSAnswer]) -> DKIMKeyLookup? {
    guard let question = signature.keyQuestion, let domain = signature.domain else { return nil }
    return DKIMKeyLookup(selector: signature.selector, domain: domain, answer: answers[question])
  }
}
