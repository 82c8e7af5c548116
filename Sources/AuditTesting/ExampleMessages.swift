import Checks

/// The messages of examples as octets.
enum ExampleMessages {
  /// The time of all examples: 2026-11-25 12:00:00 UTC.
  static let time = 1_795_608_000

  /// The message of an example as it is on the way: signed as staged, with CRLF unless the example keeps its line ends.
  static func octets(of example: MessageExample) throws -> [UInt8] {
    let text = Array(example.message.utf8)
    return example.stage.keepsLineEnds ? text : withCRLF(text)
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
