public import DNS
public import Syntax

/// One CAA record (RFC 8659 §4.1): a property that certification authorities follow before they issue a certificate.
public struct CAAProperty: Sendable, Hashable {
  /// Whether an authority that does not know the property must not issue (RFC 8659 §4.1).
  public let isCritical: Bool
  /// The tag, in lower case.
  public let tag: String
  /// What it says.
  public let value: Value

  /// What a property says.
  public enum Value: Sendable, Hashable {
    /// Who may issue; nil for nobody (RFC 8659 §4.2, §4.3; RFC 9495 §3 for mail certificates).
    case issuer(Issuer?)
    /// Where to report requests that were refused (RFC 8659 §4.4).
    case report(String)
    /// The value of a property that says something else.
    case other([UInt8])
  }

  /// An authority that may issue, and under which conditions.
  public struct Issuer: Sendable, Hashable {
    /// The domain by which the authority is known, in lower case.
    public let domain: String
    /// The conditions, such as `accounturi` and `validationmethods` (RFC 8657 §3, §4).
    public let parameters: [Parameter]
  }

  /// A condition of an issuer.
  public struct Parameter: Sendable, Hashable {
    /// The name, in lower case.
    public let tag: String
    /// The value.
    public let value: String
  }

  /// Whether the tag is one that authorities know: RFC 8659 §4.2 to §4.4, RFC 9495 §3, and the registry of IANA.
  public var isKnown: Bool { Self.knownTags.contains(tag) }

  private static let knownTags: Set<String> = [
    "issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone"
  ]
}

extension CAAProperty {
  /// Reads the data of a CAA record; anything else as a record has a fault and no value.
  public static func parse(_ record: DNSRecord) -> Parsed<CAAProperty>? {
    guard case .other(.caa, let octets) = record.data else { return nil }
    return parse(octets)
  }

  /// Reads the octets of the data (RFC 8659 §4.1): flags, length of the tag, tag, value.
  public static func parse(_ octets: [UInt8]) -> Parsed<CAAProperty> {
    guard octets.count >= 2 else {
      let fault = SyntaxFault(0..<octets.count, "the record is too short for flags and a tag", "RFC 8659 §4.1")
      return Parsed(text: octets, value: nil, faults: [fault])
    }
    let end = 2 + Int(octets[1])
    guard octets[1] > 0, end <= octets.count else {
      let fault = SyntaxFault(1..<2, "the length of the tag does not fit the record", "RFC 8659 §4.1")
      return Parsed(text: octets, value: nil, faults: [fault])
    }
    var faults: [SyntaxFault] = []
    let tag = octets[2..<end]
    if !tag.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) {
      faults.append(SyntaxFault(2..<end, "a tag has letters and digits only", "RFC 8659 §4.1"))
    }
    let name = String(decoding: tag.map(\.lowercasedASCII), as: UTF8.self)
    let value = value(octets[end...], of: name, &faults)
    let property = CAAProperty(isCritical: octets[0] & 0x80 != 0, tag: name, value: value)
    return Parsed(text: octets, value: property, faults: faults)
  }

  private static func value(_ text: ArraySlice<UInt8>, of tag: String, _ faults: inout [SyntaxFault]) -> Value {
    switch tag {
    case "issue", "issuewild", "issuemail", "issuevmc":
      var reader = CAAIssuerReader(text)
      // RFC 8659 §4.2: a value that does not fit counts as one without an issuer.
      let issuer = reader.read()
      faults += reader.faults
      return .issuer(reader.faults.isEmpty ? issuer : nil)
    case "iodef":
      let url = String(decoding: text, as: UTF8.self)
      if !["mailto:", "http://", "https://"].contains(where: url.lowercased().hasPrefix) {
        faults.append(
          SyntaxFault(text.startIndex..<text.endIndex, "iodef takes a mailto, http or https URL", "RFC 8659 §4.4"))
      }
      return .report(url)
    default: return .other(Array(text))
    }
  }
}
