import CLDNS
import DNS

/// A fault at a place of the file that is being read.
struct ZoneTextFault: Error {
  let line: Int
  let column: Int
  let message: String

  init(_ line: Int, _ column: Int, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ token: ZoneTextEntry.Token, _ message: String) {
    self.init(token.line, token.column, message)
  }
}

/// Names in zone text (RFC 1035 §5.1).
enum ZoneTextName {
  /// Reads `@`, an absolute name, or one relative to `origin`.
  static func read(_ token: ZoneTextEntry.Token, origin: DomainName?) throws(ZoneTextFault) -> DomainName {
    if token.isQuoted { throw .init(token, "a name stands without quotes") }
    let raw = Array(token.raw)
    if raw == [UInt8(ascii: "@")] {
      guard let origin else { throw .init(token, "\"@\" without an $ORIGIN") }
      return origin
    }
    let name: DomainName
    do { name = try DomainName(presentation: raw) } catch { throw .init(token, "\(token.text): \(error)") }
    if isAbsolute(raw) { return name }
    guard let origin else {
      throw .init(token, "the name \(token.text) is relative and there is no $ORIGIN; does it lack a final dot?")
    }
    guard let whole = origin.prefixed(with: name) else {
      throw .init(token, "\(token.text): \(DomainNameError.nameTooLong)")
    }
    return whole
  }

  /// Whether the last octet is a dot that no backslash escapes.
  private static func isAbsolute(_ raw: [UInt8]) -> Bool {
    guard raw.last == UInt8(ascii: ".") else { return false }
    let escapes = raw.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }
    return escapes.count.isMultiple(of: 2)
  }
}

/// Times in zone text: seconds, or numbers with the units of BIND, as in `1h30m`.
enum ZoneTextTTL {
  private static let units: [UInt8: Int] = [
    UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600, UInt8(ascii: "d"): 86_400,
    UInt8(ascii: "w"): 604_800
  ]

  /// Reads a time in seconds; nil when it is none or above `limit`.
  static func read(_ raw: ArraySlice<UInt8>, limit: Int = ZoneTextLimits.ttl) -> UInt32? {
    var (total, number, digits) = (0, 0, 0)
    for octet in raw {
      if octet.isASCIIDigit {
        number = number * 10 + Int(octet - UInt8(ascii: "0"))
        digits += 1
      } else {
        guard digits > 0, let unit = units[octet.lowercasedASCII] else { return nil }
        total += number * unit
        (number, digits) = (0, 0)
      }
      guard number <= limit, total <= limit else { return nil }
    }
    guard raw.first?.isASCIIDigit == true, total + number <= limit else { return nil }
    return UInt32(total + number)
  }
}

/// Types and classes in zone text.
enum ZoneTextType {
  /// Whether the token is the class IN; another class is a fault.
  static func isClass(_ token: ZoneTextEntry.Token) throws(ZoneTextFault) -> Bool {
    switch token.text.uppercased() {
    case "IN", "CLASS1": return true
    case "CH", "HS", "CS": throw .init(token, "the class \(token.text): only IN is audited")
    default: return false
    }
  }

  /// Reads a mnemonic or the `TYPE` form of RFC 3597 §5.
  static func read(_ token: ZoneTextEntry.Token) throws(ZoneTextFault) -> DNSRecordType {
    guard !token.isQuoted, let type = DNSRecordType(token.text) ?? known(token.text) else {
      throw .init(token, "\"\(token.text)\" is no record type")
    }
    return type
  }

  private static func known(_ text: String) -> DNSRecordType? {
    if text.isEmpty || text.uppercased().hasPrefix("TYPE") || text.utf8.contains(0) { return nil }
    let number = unsafe ldns_get_rr_type_by_name(text).rawValue
    return number == 0 ? nil : UInt16(exactly: number).map(DNSRecordType.init)
  }
}
