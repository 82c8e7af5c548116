/// One extension of a certificate (RFC 5280 §4.1).
public struct CertificateExtension: Sendable, Hashable {
  /// The object identifier, dotted.
  public let id: String
  /// The DER octets of its value.
  public let octets: [UInt8]
}

/// What a certificate says beside the facts that every TLS client needs, read from its DER form.
public struct CertificateContent: Sendable, Hashable {
  /// The attributes of the subject with their object identifiers, in order.
  public let subject: [Attribute]
  /// The extensions, in order.
  public let extensions: [CertificateExtension]

  /// One attribute of a name.
  public struct Attribute: Sendable, Hashable {
    /// The object identifier, dotted.
    public let id: String
    /// The text; octets that are no UTF-8 become U+FFFD.
    public let text: String
  }

  /// The extension with an object identifier; nil when there is none.
  public subscript(id: String) -> CertificateExtension? { extensions.first { $0.id == id } }
}

extension Certificate {
  /// Reads subject and extensions (RFC 5280 §4.1).
  public func content() throws(DERFault) -> CertificateContent {
    var outer = DERReader(der)
    var certificate = try outer.enter(DERTag.sequence, "the certificate")
    var body = try certificate.enter(DERTag.sequence, "the TBSCertificate")
    if body.nextTag == DERTag.context(0) { try body.skip("the version") }
    try body.skip("the serial number")
    try body.skip("the signature algorithm")
    try body.skip("the issuer")
    try body.skip("the validity")
    let subject = try Self.attributes(&body)
    try body.skip("the public key")
    while let tag = body.nextTag, tag != DERTag.context(3) { try body.skip("a unique identifier") }
    return CertificateContent(subject: subject, extensions: try Self.extensions(&body))
  }

  /// The purposes that the certificate is limited to, as object identifiers (RFC 5280 §4.2.1.12).
  public func purposes() throws(DERFault) -> [String] {
    guard let found = try content()["2.5.29.37"] else { return [] }
    var outer = DERReader(found.octets)
    var list = try outer.enter(DERTag.sequence, "the extended key usage")
    var result: [String] = []
    while !list.isAtEnd, result.count < Limits.listEntries { result.append(try list.readIdentifier("a purpose")) }
    return result
  }

  private static func attributes(_ body: inout DERReader) throws(DERFault) -> [CertificateContent.Attribute] {
    var name = try body.enter(DERTag.sequence, "the subject")
    var result: [CertificateContent.Attribute] = []
    while !name.isAtEnd, result.count < Limits.listEntries {
      var set = try name.enter(DERTag.set, "a part of the subject")
      while !set.isAtEnd, result.count < Limits.listEntries {
        var pair = try set.enter(DERTag.sequence, "an attribute")
        let id = try pair.readIdentifier("the type of an attribute")
        let value = try pair.skip("the value of an attribute")
        result.append(.init(id: id, text: String(decoding: pair.octets[value], as: UTF8.self)))
      }
    }
    return result
  }

  private static func extensions(_ body: inout DERReader) throws(DERFault) -> [CertificateExtension] {
    if body.isAtEnd { return [] }
    var wrapper = try body.enter(DERTag.context(3), "the extensions")
    var list = try wrapper.enter(DERTag.sequence, "the extensions")
    var result: [CertificateExtension] = []
    while !list.isAtEnd, result.count < Limits.listEntries {
      var entry = try list.enter(DERTag.sequence, "an extension")
      let id = try entry.readIdentifier("the type of an extension")
      if entry.nextTag == DERTag.boolean { try entry.skip("whether an extension is critical") }
      let value = try entry.read(DERTag.octetString, "the value of an extension")
      result.append(CertificateExtension(id: id, octets: Array(entry.octets[value])))
    }
    return result
  }
}

extension DERReader {
  /// Steps over an element of any type, and gives the range of its content.
  @discardableResult
  mutating func skip(_ what: String) throws(DERFault) -> Range<Int> {
    guard let tag = nextTag else { throw DERFault(position, "the data ends where \(what) should begin") }
    return try read(tag, what)
  }

  /// X.690 §8.19: an OBJECT IDENTIFIER, dotted.
  mutating func readIdentifier(_ what: String) throws(DERFault) -> String {
    let range = try read(DERTag.objectIdentifier, what)
    guard !range.isEmpty, range.count <= Limits.identifierOctets else {
      throw DERFault(range.lowerBound, "\(what) is empty or absurdly long")
    }
    var (parts, value): ([UInt64], UInt64) = ([], 0)
    for octet in octets[range] {
      guard value < 1 << 56 else { throw DERFault(range.lowerBound, "\(what) has a number that is too large") }
      value = value << 7 | UInt64(octet & 0x7F)
      guard octet & 0x80 == 0 else { continue }
      // The first two numbers share one: 40 times the first, plus the second.
      if parts.isEmpty {
        let first = min(value / 40, 2)
        parts = [first, value - 40 * first]
      } else {
        parts.append(value)
      }
      value = 0
    }
    return parts.map { String($0) }.joined(separator: ".")
  }
}
