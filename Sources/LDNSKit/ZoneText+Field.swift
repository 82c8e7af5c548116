import CLDNS
import DNS

/// One field of a record's data: checked, and written as libldns reads it without doubt.
struct ZoneTextField {
  private let token: ZoneTextEntry.Token
  private let kind: ldns_rdf_type

  init(_ token: ZoneTextEntry.Token, _ kind: ldns_rdf_type) {
    self.token = token
    self.kind = kind
  }

  /// Whether a field of this kind is always one token, so that another one behind the last field is surplus.
  static func isSingle(_ kind: ldns_rdf_type) -> Bool {
    switch kind {
    case LDNS_RDF_TYPE_DNAME, LDNS_RDF_TYPE_INT8, LDNS_RDF_TYPE_INT16, LDNS_RDF_TYPE_INT32, LDNS_RDF_TYPE_A,
      LDNS_RDF_TYPE_AAAA, LDNS_RDF_TYPE_PERIOD, LDNS_RDF_TYPE_LONG_STR:
      true
    default: false
    }
  }

  func checked(origin: DomainName?) throws(ZoneTextFault) -> String {
    switch kind {
    case LDNS_RDF_TYPE_DNAME:
      let name = try ZoneTextName.read(token, origin: origin)
      return name.isRoot ? "." : name.description + "."
    case LDNS_RDF_TYPE_INT8: return try number(upTo: 0xFF)
    case LDNS_RDF_TYPE_INT16: return try number(upTo: 0xFFFF)
    case LDNS_RDF_TYPE_INT32: return try number(upTo: 0xFFFF_FFFF)
    case LDNS_RDF_TYPE_PERIOD: return try period()
    case LDNS_RDF_TYPE_A: return try address(isV4: true)
    case LDNS_RDF_TYPE_AAAA: return try address(isV4: false)
    case LDNS_RDF_TYPE_STR: return try string(upTo: ZoneTextLimits.stringOctets)
    case LDNS_RDF_TYPE_LONG_STR: return try string(upTo: ZoneTextLimits.dataOctets)
    default: return token.isQuoted ? "\"" + token.text + "\"" : token.text
    }
  }

  private func number(upTo limit: Int) throws(ZoneTextFault) -> String {
    let text = token.text
    guard token.raw.allSatisfy(\.isASCIIDigit), let value = Int(text), value <= limit else {
      throw .init(token, "\"\(text)\" is no number from 0 to \(limit)")
    }
    return String(value)
  }

  private func period() throws(ZoneTextFault) -> String {
    guard let seconds = ZoneTextTTL.read(token.raw, limit: 0xFFFF_FFFF) else {
      throw .init(token, "\"\(token.text)\" is no time")
    }
    return String(seconds)
  }

  private func address(isV4: Bool) throws(ZoneTextFault) -> String {
    guard let address = IPAddress(text: token.raw), address.isV4 == isV4 else {
      throw .init(token, "\"\(token.text)\" is no \(isV4 ? "IPv4" : "IPv6") address")
    }
    return address.description
  }

  /// The string in quotes, every octet that could be misread as `\DDD`.
  private func string(upTo limit: Int) throws(ZoneTextFault) -> String {
    guard let octets = Self.unescaped(token.raw) else { throw .init(token, "a \\DDD escape above 255 or too short") }
    guard octets.count <= limit else {
      throw .init(token, "the string has \(octets.count) octets, one may have \(limit); split it into several")
    }
    return "\"" + octets.map(Self.escaped).joined() + "\""
  }

  private static func escaped(_ octet: UInt8) -> String {
    let isPlain = (0x20...0x7E).contains(octet) && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    if isPlain { return String(UnicodeScalar(octet)) }
    let digits = String(octet)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Resolves `\X` and `\DDD` (RFC 1035 §5.1); nil for three digits above 255, or fewer than three.
  static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8]? {
    var octets: [UInt8] = []
    var rest = raw
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        octets.append(octet)
        continue
      }
      guard next.isASCIIDigit else {
        octets.append(next)
        continue
      }
      let digits = [next] + rest.prefix(2)
      guard digits.count == 3, digits.allSatisfy(\.isASCIIDigit),
        let value = UInt8(exactly: digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
      else { return nil }
      octets.append(value)
      rest = rest.dropFirst(2)
    }
    return octets
  }
}
