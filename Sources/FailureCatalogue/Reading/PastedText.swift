import Syntax

/// A text as it was pasted, made even: line ends, colours, HTML and the escapes of JSON are undone, and secrets are taken
/// out. What was taken out is not kept anywhere, so that nothing built on this value can show it.
struct PastedText: Sendable {
  /// The text without secrets, with ``MappedText/wrap`` where a line ends.
  let text: MappedText
  /// Whether something was taken out.
  let hadSecrets: Bool
  /// Whether the paste was longer than ``FailureLimits/pasteOctets``.
  let isCut: Bool
  /// Where the lines of the paste begin.
  private let lineStarts: [Int]
  /// The number of the first line.
  private let firstLine: Int

  /// Stands where a line ended inside a string of a program, as `\n`: always within the same statement.
  static let embeddedLineEnd: UInt8 = 0x0B
  /// What stands where a secret was.
  static let redacted = "[redacted]"

  init(_ octets: some Collection<UInt8>, firstLine: Int = 1) {
    self.firstLine = firstLine
    let read = Array(octets.prefix(FailureLimits.pasteOctets))
    isCut = octets.count > read.count
    var decoder = PasteDecoder(read)
    let decoded = decoder.decode()
    var finder = SecretFinder(decoded.octets)
    let secrets = finder.find()
    hadSecrets = !secrets.isEmpty
    text = Self.without(secrets, decoded)
    var starts = [0]
    for (index, octet) in read.enumerated() where octet == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  private static func without(_ secrets: [Range<Int>], _ decoded: MappedText) -> MappedText {
    guard !secrets.isEmpty else { return decoded }
    var result = MappedText()
    var next = 0
    for secret in secrets where secret.upperBound > next {
      let start = max(secret.lowerBound, next)
      result.append(decoded, next..<start)
      for octet in redacted.utf8 { result.append(octet, decoded.places[start]) }
      next = secret.upperBound
    }
    result.append(decoded, next..<decoded.count)
    return result
  }

  /// The line and column of an offset in the paste, both from 1.
  func position(_ place: Int) -> TextPosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return TextPosition(line: low + firstLine, column: place - lineStarts[low] + 1)
  }
}
