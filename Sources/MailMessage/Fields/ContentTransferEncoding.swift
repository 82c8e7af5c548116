public import Syntax

/// The body of Content-Transfer-Encoding (RFC 2045 §6.1).
public enum ContentTransferEncoding: Sendable, Hashable, CustomStringConvertible {
  /// `7bit`, what stands for a missing field too.
  case sevenBit
  /// `8bit`.
  case eightBit
  /// `binary`.
  case binary
  /// `quoted-printable`.
  case quotedPrintable
  /// `base64`.
  case base64
  /// Any other word, in lower case: the body is to be taken as octets that nobody can read (RFC 2045 §6.4).
  case other(String)

  /// The word.
  public var description: String {
    switch self {
    case .sevenBit: "7bit"
    case .eightBit: "8bit"
    case .binary: "binary"
    case .quotedPrintable: "quoted-printable"
    case .base64: "base64"
    case .other(let name): name
    }
  }

  private init(name: String) {
    let known: [Self] = [.sevenBit, .eightBit, .binary, .quotedPrintable, .base64]
    self = known.first { $0.description == name } ?? .other(name)
  }

  /// Reads the body of a field; no value when it holds no word.
  public static func parse(_ text: [UInt8]) -> Parsed<ContentTransferEncoding> {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: FieldSpecials(";"), readsLiterals: false)
    var faults = FieldFaults()
    faults.add(tokenFaults)
    faults.addOctets(of: text)
    let words = tokens.filter { $0.kind != .comment && $0.kind != .special }
    guard let first = words.first else {
      faults.add(text.trimmed(0..<text.count), "no encoding", "RFC 2045 §6.1", .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    let isQuoted = first.kind == .quotedString
    let name =
      isQuoted ? String(decoding: text.unquoted(first.range), as: UTF8.self).lowercased() : text.lowercased(first.range)
    let value = Self(name: name)
    if isQuoted { faults.add(first.range, "an encoding in quotation marks", "RFC 2045 §6.1") }
    if case .other = value, !name.hasPrefix("x-") {
      faults.add(first.range, "an encoding that no standard has", "RFC 2045 §6.1")
    }
    if words.count > 1 { faults.add(words[1].range, "text behind the encoding", "RFC 2045 §6.1") }
    return Parsed(text: text, value: value, faults: faults.sorted)
  }
}

/// The body of MIME-Version (RFC 2045 §4).
public struct MIMEVersion: Sendable, Hashable {
  /// The number before the dot.
  public let major: Int
  /// The number behind it.
  public let minor: Int

  /// Whether it is 1.0, the only one there is.
  public var isCurrent: Bool { major == 1 && minor == 0 }

  /// Reads the body of a field, which comments may stand in; no value when it is not two numbers and a dot.
  public static func parse(_ text: [UInt8]) -> Parsed<MIMEVersion> {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: FieldSpecials("."), readsLiterals: false)
    var faults = FieldFaults()
    faults.add(tokenFaults)
    faults.addOctets(of: text)
    let words = tokens.filter { $0.kind != .comment }
    guard words.count >= 3, let major = number(text[words[0].range]), text[words[1].range] == [UInt8(ascii: ".")],
      let minor = number(text[words[2].range])
    else {
      faults.add(text.trimmed(0..<text.count), "no version such as 1.0", "RFC 2045 §4", .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    if words.count > 3 { faults.add(words[3].range, "text behind the version", "RFC 2045 §4") }
    let version = MIMEVersion(major: major, minor: minor)
    if !version.isCurrent {
      faults.add(words[0].range.lowerBound..<words[2].range.upperBound, "a version that is not 1.0", "RFC 2045 §4")
    }
    return Parsed(text: text, value: version, faults: faults.sorted)
  }

  private static func number(_ octets: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(octets.count), octets.allSatisfy(\.isDigit) else { return nil }
    return octets.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
