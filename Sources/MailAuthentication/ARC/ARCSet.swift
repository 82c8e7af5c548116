public import MailMessage
public import Syntax

/// What one handler added: three fields of one number (RFC 8617 §4.2).
public struct ARCSet: Sendable {
  /// The number, from 1, the oldest.
  public let instance: Int
  /// ARC-Authentication-Results.
  public let authenticationResults: HeaderField
  /// ARC-Message-Signature.
  public let messageSignature: HeaderField
  /// Its text, read.
  public let messageSignatureText: Parsed<DKIMSignature>
  /// ARC-Seal.
  public let seal: HeaderField
  /// Its text, read.
  public let sealText: Parsed<ARCSeal>
}

/// The three fields of a set.
public enum ARCFieldKind: Int, Sendable, Hashable, CaseIterable {
  /// ARC-Authentication-Results (RFC 8617 §4.1.1).
  case authenticationResults
  /// ARC-Message-Signature (RFC 8617 §4.1.2).
  case messageSignature
  /// ARC-Seal (RFC 8617 §4.1.3).
  case seal

  /// The name of the field.
  public var name: HeaderName {
    switch self {
    case .authenticationResults: "ARC-Authentication-Results"
    case .messageSignature: "ARC-Message-Signature"
    case .seal: "ARC-Seal"
    }
  }
}

/// The fixed beginning of an ARC-Authentication-Results field: `i=1;` (RFC 8617 §4.1.1).
public struct ARCInstancePrefix: Sendable, Hashable {
  /// The number of the set.
  public let instance: Int
  /// Where the results begin in the body of the field, behind the semicolon.
  public let payload: Int

  /// Reads the beginning of the body of a field; nil when there is none.
  public init?(_ text: [UInt8]) {
    var position = 0
    func skip() { position = Self.endOfComments(text, from: position) }
    func take(_ octet: UInt8) -> Bool {
      skip()
      guard position < text.count, text[position] == octet else { return false }
      position += 1
      return true
    }
    guard take(UInt8(ascii: "i")), take(UInt8(ascii: "=")) else { return nil }
    skip()
    let start = position
    while position < text.count, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
    guard let instance = ARCInstance.read(text[start..<position]), take(UInt8(ascii: ";")) else { return nil }
    self.instance = instance
    payload = position
  }

  /// Behind white space and comments, which may nest (RFC 5322 §3.2.2).
  private static func endOfComments(_ text: [UInt8], from start: Int) -> Int {
    var (position, depth) = (start, 0)
    while position < text.count {
      let octet = text[position]
      if octet == UInt8(ascii: "(") {
        depth += 1
      } else if depth > 0, octet == UInt8(ascii: ")") {
        depth -= 1
      } else if depth > 0, octet == UInt8(ascii: "\\") {
        position += 1
      } else if depth == 0, octet > Octet.blank {
        return position
      }
      position += 1
    }
    return min(position, text.count)
  }
}
