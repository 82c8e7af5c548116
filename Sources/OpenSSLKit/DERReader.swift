/// A place where octets break a rule of DER, the Distinguished Encoding Rules (X.690 §10, §11).
public struct DERFault: Error, Sendable, Hashable {
  /// The offset of the octet.
  public let offset: Int
  /// What is wrong there, a phrase without a full stop.
  public let message: String

  /// Makes a fault of its parts.
  public init(_ offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}

/// Walks over DER-encoded elements. Every element lies within the one around it; nothing is copied.
struct DERReader {
  let octets: [UInt8]
  private(set) var position: Int
  let end: Int

  init(_ octets: [UInt8], in range: Range<Int>? = nil) {
    self.octets = octets
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? octets.count
  }

  var isAtEnd: Bool { position >= end }

  /// The identifier octet of the next element; nil at the end.
  var nextTag: UInt8? { isAtEnd ? nil : octets[position] }

  /// Steps into a constructed element: a reader over its content.
  mutating func enter(_ tag: UInt8, _ what: String) throws(DERFault) -> DERReader {
    DERReader(octets, in: try read(tag, what))
  }

  /// Steps over an element of the type `tag`, and gives the range of its content.
  mutating func read(_ tag: UInt8, _ what: String) throws(DERFault) -> Range<Int> {
    guard let found = nextTag else { throw DERFault(position, "the data ends where \(what) should begin") }
    guard found == tag else {
      throw DERFault(position, "\(DERTag.name(of: found)) where \(what) (\(DERTag.name(of: tag))) should be")
    }
    let start = position
    position += 1
    let length = try readLength(what)
    guard length <= end - position else {
      throw DERFault(start, "\(what) says it has \(length) octets, but only \(end - position) are left")
    }
    defer { position += length }
    return position..<(position + length)
  }

  /// X.690 §8.1.3, §10.1: the length in its shortest form.
  private mutating func readLength(_ what: String) throws(DERFault) -> Int {
    let start = position
    guard let first = nextTag else { throw DERFault(start, "the data ends in the length of \(what)") }
    position += 1
    if first < 0x80 { return Int(first) }
    let count = Int(first & 0x7F)
    guard count > 0 else { throw DERFault(start, "an indefinite length, which DER does not allow") }
    guard count <= 4 else { throw DERFault(start, "the length of \(what) is absurd") }
    guard count <= end - position else { throw DERFault(start, "the data ends in the length of \(what)") }
    let length = octets[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
    guard octets[position] != 0, length >= 0x80 else {
      throw DERFault(start, "the length of \(what) is not in its shortest form")
    }
    position += count
    return length
  }

  /// X.690 §8.3: an unsigned INTEGER; gives its octets without the leading zero.
  mutating func readUnsignedInteger(_ what: String) throws(DERFault) -> ArraySlice<UInt8> {
    let range = try read(DERTag.integer, what)
    guard let first = range.first else { throw DERFault(range.lowerBound, "\(what) is empty") }
    guard octets[first] & 0x80 == 0 else {
      throw DERFault(first, "\(what) is negative: the leading zero octet is missing")
    }
    guard octets[first] == 0, range.count > 1 else { return octets[range] }
    guard octets[first + 1] & 0x80 != 0 else { throw DERFault(first, "\(what) has a superfluous leading zero octet") }
    return octets[(first + 1)..<range.upperBound]
  }

  /// X.690 §8.6: a BIT STRING of whole octets; gives the range of the octets.
  mutating func readBitString(_ what: String) throws(DERFault) -> Range<Int> {
    let range = try read(DERTag.bitString, what)
    guard let first = range.first else { throw DERFault(range.lowerBound, "\(what) is empty") }
    guard octets[first] == 0 else { throw DERFault(first, "\(what) does not end at an octet") }
    return (first + 1)..<range.upperBound
  }
}

/// Identifier octets (X.690 §8.1.2) of the types that keys are made of.
enum DERTag {
  static let integer: UInt8 = 0x02
  static let bitString: UInt8 = 0x03
  static let octetString: UInt8 = 0x04
  static let null: UInt8 = 0x05
  static let objectIdentifier: UInt8 = 0x06
  static let sequence: UInt8 = 0x30
  static let boolean: UInt8 = 0x01
  static let ia5String: UInt8 = 0x16
  static let set: UInt8 = 0x31

  /// A constructed element with a tag of its context.
  static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }

  static func name(of tag: UInt8) -> String {
    switch tag {
    case integer: "INTEGER"
    case bitString: "BIT STRING"
    case octetString: "OCTET STRING"
    case null: "NULL"
    case objectIdentifier: "OBJECT IDENTIFIER"
    case sequence: "SEQUENCE"
    default: "an element of type \(tag)"
    }
  }
}
