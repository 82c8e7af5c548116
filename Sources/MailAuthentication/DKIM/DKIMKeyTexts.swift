import DNS
import OpenSSLKit
import Synchronization
import Syntax

/// The texts at the name of a selector, read once for all who get the same answer.
final class DKIMKeyTexts: Sendable {
  /// Those that are meant as keys, in the order of the answer.
  let keys: [Parsed<DKIMKeyRecord>]
  /// The other ones.
  let otherTexts: [CharacterStrings]
  /// The keys made ready, as far as somebody asked for them.
  private let verifiers = Mutex<[Int: SignatureVerifier]>([:])

  init(_ answer: DNSAnswer) {
    var (keys, others): ([Parsed<DKIMKeyRecord>], [CharacterStrings]) = ([], [])
    for strings in answer.texts {
      let text = strings.joined
      if DKIMKeyRecord.isCandidate(text) {
        if keys.count < DKIMLimits.keysPerSelector { keys.append(DKIMKeyRecord.parse(text)) }
      } else {
        others.append(strings)
      }
    }
    self.keys = keys
    otherTexts = others
  }

  /// The key of the record at `index`, made ready; nil when there is none, or OpenSSL refuses it.
  func verifier(at index: Int) -> SignatureVerifier? {
    if let verifier = verifiers.withLock({ $0[index] }) { return verifier }
    guard index < keys.count, let key = keys[index].value?.publicKey, let verifier = try? SignatureVerifier(key) else {
      return nil
    }
    verifiers.withLock { $0[index] = verifier }
    return verifier
  }
}
