import MailMessage
import OpenSSLKit
import Syntax

/// A signed field as it may have been, and what was done to it since.
struct FieldCandidate {
  /// The field in full, or nil: it was not there.
  let octets: [UInt8]?
  let kind: DKIMAlteration.Kind
  let detail: String
}

/// Tries signed headers until one has the signature.
struct HeaderSearch {
  let message: Message
  let signature: DKIMSignature
  let field: HeaderField
  let signedFields: [HeaderField?]
  private let verifiers: [SignatureVerifier]
  private let algorithm: DigestAlgorithm
  private var budget = AlterationLimits.verifications

  /// Nil without a key to try with.
  init?(_ result: DKIMSignatureResult) {
    guard let signature = result.value, let algorithm = signature.algorithm?.digest, let lookup = result.keyLookup,
      case let verifiers = lookup.keys.indices.compactMap({ lookup.verifier(at: $0) }), !verifiers.isEmpty
    else { return nil }
    (message, field, signedFields) = (result.message, result.field, result.signedFields)
    (self.signature, self.algorithm, self.verifiers) = (signature, algorithm, verifiers)
  }

  /// The changes that lead from the signed header to that of the message; nil when none are found.
  mutating func find() -> [DKIMAlteration]? {
    let places = FieldCandidates.all(of: self)
    if let alteration = reordered() { return [alteration] }
    for place in places {
      for candidate in place.candidates where verifies([place.index: candidate]) {
        return [alteration(place.index, candidate)]
      }
    }
    if let copies = fromCopies(places) { return copies }
    return findPair(places)
  }

  /// Two fields changed: lists put their name before the subject and write From anew.
  private mutating func findPair(_ places: [FieldCandidates]) -> [DKIMAlteration]? {
    for (number, first) in places.enumerated() {
      for second in places[(number + 1)...] {
        for one in first.candidates.prefix(8) {
          for other in second.candidates.prefix(8) {
            if budget <= 0 { return nil }
            if verifies([first.index: one, second.index: other]) {
              return [alteration(first.index, one), alteration(second.index, other)]
            }
          }
        }
      }
    }
    return nil
  }

  /// All fields of which `z=` has another copy (RFC 6376 §3.5), together.
  private mutating func fromCopies(_ places: [FieldCandidates]) -> [DKIMAlteration]? {
    var changes: [Int: FieldCandidate] = [:]
    for place in places {
      if let copy = place.candidates.first(where: { $0.kind == .copyDiffers }) { changes[place.index] = copy }
    }
    guard changes.count > 1, verifies(changes) else { return nil }
    return changes.sorted { $0.key < $1.key }.map { alteration($0.key, $0.value) }
  }

  private func alteration(_ index: Int, _ candidate: FieldCandidate) -> DKIMAlteration {
    DKIMAlteration(
      kind: candidate.kind, detail: candidate.detail, field: signedFields[index], line: signedFields[index]?.line)
  }

  /// Fields of one name that stand in the other order: servers that sort, signers that count from the top.
  private mutating func reordered() -> DKIMAlteration? {
    var order = signedFields.map { $0.map { Array(message.header[$0.range]) } }
    var first: HeaderField?
    for name in Set(signature.signedNames).sorted(by: { $0.description < $1.description }) {
      let places = signature.signedNames.indices.filter { signature.signedNames[$0] == name && signedFields[$0] != nil }
      guard places.count > 1 else { continue }
      for (place, other) in zip(places, places.reversed()) {
        order[place] = signedFields[other].map { Array(message.header[$0.range]) }
      }
      first = first ?? places.first.flatMap { signedFields[$0] }
    }
    guard let first, verifies(order) else { return nil }
    return DKIMAlteration(
      kind: .fieldsReordered, detail: "fields of one name stand in another order than when they were signed",
      field: first, line: first.line)
  }

  private mutating func verifies(_ changes: [Int: FieldCandidate]) -> Bool {
    verifies(
      signedFields.indices.map { index in
        if let change = changes[index] { return change.octets }
        return signedFields[index].map { Array(message.header[$0.range]) }
      })
  }

  private mutating func verifies(_ fields: [[UInt8]?]) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    var input: [UInt8] = []
    for case let octets? in fields { signature.headerCanonicalization.append(field: octets[...], to: &input) }
    signature.headerCanonicalization.append(
      signatureField: field, without: signature.signatureRange, in: message.header, to: &input)
    guard let digest = try? algorithm.digest(of: input) else { return false }
    return verifiers.contains { $0.verifies(signature.signature, of: digest, algorithm) }
  }
}
