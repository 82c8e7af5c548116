import Checks

/// The messages of examples as octets.
enum ExampleMessages {
  /// The time of all examples: 2026-11-25 12:00:00 UTC.
  static let time = 1_795_608_000

  /// The message of an example as it is on the way: signed as staged, with CRLF unless the example keeps its line ends.
  static func octets(of example: MessageExample) throws -> [UInt8] {
    let text = Array(example.message.utf8)
    if example.stage.keepsLineEnds { return text }
    let line = Array("More of the same, and nothing that matters here at all. \r\n".utf8)
    var octets = withCRLF(text)
    for _ in 0..<(example.stage.filler / line.count) { octets += line }
    for signature in example.stage.signatures.reversed() { octets = try signer(signature).sign(octets) }
    for (index, results) in example.stage.arcSets.enumerated() {
      let isLast = index == example.stage.arcSets.count - 1
      octets = try signer(sealer).addSet(
        to: octets, results: results, validation: isLast ? example.stage.lastValidation : nil)
    }
    guard let body = example.stage.alteredBody else { return octets }
    return header(octets) + withCRLF(Array(body.utf8))
  }

  /// The key records of the signatures, as zone text.
  static func keys(of example: MessageExample) throws -> String {
    let sealers = example.stage.arcSets.isEmpty ? [] : [sealer]
    return try (example.stage.signatures + sealers).filter(\.isPublished).map { try signer($0).zoneText }.joined()
  }

  /// Who seals the ARC sets.
  private static let sealer = StagedSignature(domain: "list.example.net")

  private static func signer(_ signature: StagedSignature) throws -> MessageSigner {
    var signer = try MessageSigner(signature.domain, selector: signature.selector)
    signer.names = signature.headerFields.split(separator: ":").map(String.init)
    signer.canonicalization = signature.canonicalization
    signer.tags = signature.moreTags
    signer.length = signature.bodyLength
    return signer
  }

  /// Everything to the empty line, that line included.
  private static func header(_ octets: [UInt8]) -> [UInt8] {
    let end = octets.indices.dropLast(3).first { octets[$0..<($0 + 4)] == [0x0D, 0x0A, 0x0D, 0x0A] }
    return end.map { Array(octets[..<($0 + 4)]) } ?? octets
  }

  private static func withCRLF(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, octet) in text.enumerated() {
      if octet == 0x0A, index == 0 || text[index - 1] != 0x0D { result.append(0x0D) }
      result.append(octet)
    }
    return result
  }
}
