public import DNS

/// What an `mx` of a policy allows (RFC 8461 §3.2, §4.1).
public enum MTASTSPattern: Sendable, Hashable {
  /// The host of this name.
  case host(DomainName)
  /// Every host one label below this name: `*.example.net`.
  case oneLabelBelow(DomainName)

  /// Whether a host may be used: its name is equal, or has exactly one label more.
  public func matches(_ host: DomainName) -> Bool {
    switch self {
    case .host(let name): host == name
    case .oneLabelBelow(let name): host.parent == name
    }
  }
}

extension MTASTSPattern: CustomStringConvertible {
  /// The pattern as a policy has it.
  public var description: String {
    switch self {
    case .host(let name): name.description
    case .oneLabelBelow(let name): "*.\(name)"
    }
  }
}

extension MTASTSPattern {
  /// Reads `["*."] Domain` (RFC 8461 §3.2, RFC 5321 §4.1.2); says what is wrong when it is none.
  init(_ text: ArraySlice<UInt8>) throws(MTASTSPatternFault) {
    let isWild = text.starts(with: "*.".utf8)
    let rest = isWild ? text.dropFirst(2) : text
    if rest.contains(UInt8(ascii: "*")) { throw .init("a \"*\" may only be the first label, followed by a dot") }
    if rest.last == UInt8(ascii: ".") { throw .init("a name without a dot at its end belongs here") }
    if rest.contains(where: { $0 >= 0x80 }) {
      throw .init("an internationalised name has to be written as A-labels (xn--…)")
    }
    guard let name = try? DomainName(presentation: Array(rest)), rest.allSatisfy(Self.isNameOctet) else {
      throw .init("no host name")
    }
    if name.labels.contains(where: { $0.first == UInt8(ascii: "-") || $0.last == UInt8(ascii: "-") }) {
      throw .init("a label may not begin or end with a hyphen")
    }
    self = isWild ? .oneLabelBelow(name) : .host(name)
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    octet.isASCIILetter || octet.isASCIIDigit || "-.".utf8.contains(octet)
  }
}

/// Why a text is no pattern.
struct MTASTSPatternFault: Error {
  /// The cause, a phrase.
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
