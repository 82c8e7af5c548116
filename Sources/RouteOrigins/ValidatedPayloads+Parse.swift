import DNS

/// What is wrong with an export of payloads, and where.
public struct PayloadFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong there, a phrase.
  public let message: String

  /// The line and the cause.
  public var description: String { "line \(line): \(message)" }
}

extension ValidatedPayloads {
  /// Reads an export as rpki-client and Routinator write it: CSV with the columns of its header, or JSON with an array
  /// `roas` of objects with `asn`, `prefix` and `maxLength`.
  ///
  /// - Parameter octets: the file.
  /// - Returns: the payloads.
  /// - Throws: the first fault; an export with one is not to be trusted.
  public static func parse(_ octets: [UInt8]) throws(PayloadFault) -> ValidatedPayloads {
    let first = octets.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    var payloads: [ValidatedPayload]
    if first == UInt8(ascii: "{") {
      payloads = try json(octets)
    } else {
      payloads = try PayloadCSVReader(octets).read()
    }
    if payloads.isEmpty { throw PayloadFault(line: 1, message: "there is no payload in it") }
    return ValidatedPayloads(payloads)
  }
}

extension ValidatedPayload {
  /// Reads the three fields as texts.
  init(asn: ArraySlice<UInt8>, prefix: ArraySlice<UInt8>, maxLength: Int?, line: Int) throws(PayloadFault) {
    guard let origin = Self.origin(asn) else {
      throw PayloadFault(line: line, message: "\"\(Self.text(asn))\" is no AS number")
    }
    guard let network = Self.network(prefix) else {
      throw PayloadFault(line: line, message: "\"\(Self.text(prefix))\" is no prefix (ADDRESS/LENGTH)")
    }
    guard let payload = ValidatedPayload(prefix: network, maxLength: maxLength ?? -1, origin: origin) else {
      throw PayloadFault(line: line, message: "the longest length does not fit the prefix \(network)")
    }
    self = payload
  }

  private static func origin(_ text: ArraySlice<UInt8>) -> UInt32? {
    let isTagged = text.count > 2 && text.prefix(2).map { $0 & 0xDF }.elementsEqual("AS".utf8)
    return number(isTagged ? text.dropFirst(2) : text).flatMap { UInt32(exactly: $0) }
  }

  /// A prefix whose bits behind its length are zero.
  private static func network(_ text: ArraySlice<UInt8>) -> IPNetwork? {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")), let address = IPAddress(text: text[..<slash]),
      let length = number(text[(slash + 1)...]), let network = IPNetwork(address, prefixLength: length),
      network.base == address
    else { return nil }
    return network
  }

  /// A number of one to ten digits.
  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...10).contains(text.count), text.allSatisfy(\.isASCIIDigit) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func text(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets.prefix(PayloadLimits.shown), as: UTF8.self)
  }
}

/// The limits of reading exports.
enum PayloadLimits {
  /// So many octets of a faulty field are shown.
  static let shown = 40
  /// JSON that is nested deeper is no export.
  static let depth = 16
}
