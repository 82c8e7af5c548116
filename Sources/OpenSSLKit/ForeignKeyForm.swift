/// Object identifiers (X.660) of key algorithms, as the content octets of their DER element.
enum ObjectIdentifier {
  /// 1.2.840.113549.1.1.1 (RFC 8017 §A.1).
  static let rsaEncryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
  /// 1.3.101.112 (RFC 8410 §3).
  static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]

  private static let others: [(octets: [UInt8], name: String)] = [
    ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], "RSASSA-PSS"),
    ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x07], "RSAES-OAEP"),
    ([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], "elliptic curve (ECDSA)"),
    ([0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01], "DSA"),
    ([0x2B, 0x65, 0x6E], "X25519"), ([0x2B, 0x65, 0x6F], "X448"), ([0x2B, 0x65, 0x71], "Ed448")
  ]

  static func name(of identifier: [UInt8]) -> String {
    if identifier == rsaEncryption { return "RSA" }
    if identifier == ed25519 { return "Ed25519" }
    return others.first { $0.octets == identifier }?.name
      ?? "object identifier " + identifier.map { String($0, radix: 16) }.joined(separator: " ")
  }
}

/// Other things that people publish in place of a public key.
enum ForeignKeyForm {
  /// Says what `octets` are when they are something well known, and no public key in DER.
  static func recognise(_ octets: [UInt8]) -> PublicKeyFault? {
    if octets.starts(with: Array("-----BEGIN".utf8)) { return .pem }
    if octets.starts(with: [0, 0, 0, 7] + Array("ssh-rsa".utf8)) { return .openSSH }
    if octets.starts(with: [0, 0, 0, 11] + Array("ssh-ed25519".utf8)) { return .openSSH }
    return recogniseSequence(octets)
  }

  private static func recogniseSequence(_ octets: [UInt8]) -> PublicKeyFault? {
    var outer = DERReader(octets)
    guard var content = try? outer.enter(DERTag.sequence, "") else { return nil }
    if content.nextTag == DERTag.integer { return isPrivate(&content) ? .privateKey : nil }
    guard let inner = try? content.enter(DERTag.sequence, "") else { return nil }
    // RFC 5280 §4.1: TBSCertificate begins with its version, [0], or in version 1 with its serial number.
    return inner.nextTag == 0xA0 || inner.nextTag == DERTag.integer ? .certificate : nil
  }

  /// RFC 8017 §A.1.2 and RFC 5208 §5: version, then many numbers, or an algorithm and an OCTET STRING. A version is 0
  /// or 1; a modulus never is.
  private static func isPrivate(_ content: inout DERReader) -> Bool {
    guard let version = try? content.readUnsignedInteger(""), version.count == 1, version.first ?? 2 <= 1 else {
      return false
    }
    if content.nextTag == DERTag.sequence {
      _ = try? content.read(DERTag.sequence, "")
      return content.nextTag == DERTag.octetString
    }
    guard (try? content.readUnsignedInteger("")) != nil, (try? content.readUnsignedInteger("")) != nil else {
      return false
    }
    return content.nextTag == DERTag.integer
  }
}
