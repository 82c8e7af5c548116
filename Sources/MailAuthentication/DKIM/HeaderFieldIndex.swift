import MailMessage

/// The fields of a message by name, the lowest first: what `h=` selects from (RFC 6376 §5.4.2).
struct HeaderFieldIndex {
  private let message: Message
  /// The lowest field of each bucket of names, and for each field the next one above it in its bucket; -1 at the end.
  private var lowest: [Int]
  private var above: [Int]
  private var hashes: [UInt32]

  init(_ message: Message) {
    self.message = message
    var size = 16
    while size < message.fields.count { size *= 2 }
    lowest = [Int](repeating: -1, count: size)
    above = []
    hashes = []
    above.reserveCapacity(message.fields.count)
    hashes.reserveCapacity(message.fields.count)
    for (number, field) in message.fields.enumerated() {
      let hash = Self.hash(message.header[field.name])
      let bucket = Int(hash) & (size - 1)
      hashes.append(hash)
      above.append(lowest[bucket])
      lowest[bucket] = number
    }
  }

  /// The field that each of `names` stands for: the lowest of that name that no earlier one took; nil where none is left.
  /// The field `own` is never taken: a signature does not sign itself (RFC 6376 §3.5).
  func select(_ names: [HeaderName], except own: HeaderField? = nil) -> [HeaderField?] {
    var heads = lowest
    var isTaken = [Bool](repeating: false, count: message.fields.count)
    return names.map { name in
      let hash = Self.hash(name.lowercased[...])
      let bucket = Int(hash) & (heads.count - 1)
      while heads[bucket] >= 0, isTaken[heads[bucket]] { heads[bucket] = above[heads[bucket]] }
      var number = heads[bucket]
      while number >= 0 {
        let field = message.fields[number]
        if !isTaken[number], hashes[number] == hash, message.isNamed(field, name), field != own {
          isTaken[number] = true
          return field
        }
        number = above[number]
      }
      return nil
    }
  }

  /// FNV-1a of the name in lower case.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
    name.reduce(2_166_136_261) { state, octet in
      (state ^ UInt32(octet >= 0x41 && octet <= 0x5A ? octet | 0x20 : octet)) &* 16_777_619
    }
  }
}

extension DKIMSignature {
  /// What is hashed and signed of the header: the selected fields in order, then the field of the signature itself
  /// without the value of `b=` and without its line end (RFC 6376 §3.7).
  func signedHeader(_ selected: [HeaderField?], own field: HeaderField, in header: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(selected.reduce(field.range.count + 16) { $0 + ($1?.range.count ?? 0) })
    for case let selected? in selected { headerCanonicalization.append(field: header[selected.range], to: &output) }
    headerCanonicalization.append(signatureField: field, without: signatureRange, in: header, to: &output)
    return output
  }
}

extension DKIMCanonicalization {
  /// Appends the field of a signature without the octets of `range`, an offset into its body, and without its line end.
  func append(
    signatureField field: HeaderField, without range: Range<Int>?, in header: [UInt8], to output: inout [UInt8]
  ) {
    var octets = Array(header[field.range])
    if let range {
      let start = field.body.lowerBound - field.range.lowerBound
      octets.removeSubrange((start + range.lowerBound)..<(start + range.upperBound))
    }
    append(field: octets[...], to: &output)
    output.removeLast(2)
  }
}
