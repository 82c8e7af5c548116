/// A greeting of a provider's servers (RFC 5321 §4.2), without the reply code, in lower case; `*` stands for any text.
public struct GreetingPattern: Sendable, Hashable {
  /// The pattern.
  public let text: String
  /// What it rests on.
  public let basis: FactBasis

  /// The fixed pieces between the stars.
  private let pieces: [[UInt8]]

  init(_ text: String, basis: FactBasis) {
    self.text = text
    self.basis = basis
    pieces = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// How much of the pattern is fixed: of two that match, the longer one tells more.
  var closeness: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Whether a greeting in lower case fits. Each piece is looked for behind the one before, once.
  func matches(_ greeting: [UInt8]) -> Bool {
    guard let first = pieces.first, let last = pieces.last, greeting.starts(with: first) else { return false }
    if pieces.count == 1 { return greeting.count == first.count }
    guard greeting.count >= first.count + last.count, greeting.suffix(last.count).elementsEqual(last) else {
      return false
    }
    var rest = greeting[first.count..<(greeting.count - last.count)]
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
