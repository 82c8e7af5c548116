public import DNS

/// A pattern of domain names that needs no regular expressions.
///
/// A leading dot stands for one or more labels in front; in a label `*` stands for any octets and `?` for one.
public struct NamePattern: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The labels from right to left, in lower case.
  private let labels: [[UInt8]]
  /// Whether more labels may, and must, stand in front.
  private let isSuffix: Bool

  /// Reads a pattern written in source code, in lower case.
  public init(stringLiteral value: String) {
    isSuffix = value.utf8.first == UInt8(ascii: ".")
    labels = value.utf8.split(separator: UInt8(ascii: ".")).reversed().map(Array.init)
  }

  /// The last two labels, which no pattern leaves open: what a table of patterns is looked up by.
  var key: DomainName { DomainName(labels: labels.prefix(2).reversed()) ?? .root }

  /// What a table of patterns has for a name: those that have its last two labels.
  static func key(of name: DomainName) -> DomainName { name.suffix(labels: 2) }

  /// How closely the pattern describes a name: by its labels first, then by the octets that are fixed.
  var closeness: Int {
    let open: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "?")]
    return labels.reduce(isSuffix ? -1 : 0) { $0 + 1_000 + $1.count { !open.contains($0) } }
  }

  /// Whether `name` is one of the names that the pattern stands for.
  public func matches(_ name: DomainName) -> Bool { matches(reversed: name.labels.reversed()) }

  /// The same for labels from right to left: a caller with many patterns takes a name apart once.
  func matches(reversed name: [ArraySlice<UInt8>]) -> Bool {
    guard isSuffix ? name.count > labels.count : name.count == labels.count else { return false }
    return zip(labels, name).allSatisfy { Self.matches(pattern: $0, $1) }
  }

  private static func matches(pattern: [UInt8], _ label: ArraySlice<UInt8>) -> Bool {
    guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else {
      return pattern.count == label.count && areEqual(pattern[...], label)
    }
    // Every pattern has one run of stars at most in a label; what stands before and behind it is compared.
    let (front, back) = (pattern[..<star], pattern[(star + 1)...].drop { $0 == UInt8(ascii: "*") })
    return label.count >= front.count + back.count && areEqual(front, label.prefix(front.count))
      && areEqual(back, label.suffix(back.count))
  }

  private static func areEqual(_ pattern: ArraySlice<UInt8>, _ label: ArraySlice<UInt8>) -> Bool {
    zip(pattern, label).allSatisfy { $0 == $1 || $0 == UInt8(ascii: "?") }
  }

  /// The pattern as it is written.
  public var description: String {
    (isSuffix ? "." : "") + labels.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
  }
}
