/// An RSA key and the way it was encoded.
public struct DecodedRSAPublicKey: Sendable, Hashable {
  /// The key.
  public let key: RSAPublicKey
  /// How it was encoded.
  public let form: Form
  /// Deviations that some verifiers let pass and others do not.
  public let deviations: [DERFault]

  /// The two forms that are found in DNS.
  public enum Form: String, Sendable {
    /// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), what `openssl pkey -pubout` gives; everybody publishes it.
    case subjectPublicKeyInfo
    /// The bare RSAPublicKey (RFC 8017 §A.1.1), what RFC 6376 §3.6.1 says.
    case rsaPublicKey
  }
}

extension RSAPublicKey {
  /// Reads a key from DER, as SubjectPublicKeyInfo or as bare RSAPublicKey.
  public static func decode(_ octets: [UInt8]) throws(PublicKeyFault) -> DecodedRSAPublicKey {
    if let foreign = ForeignKeyForm.recognise(octets) { throw foreign }
    do {
      return try decodeElements(octets)
    } catch let fault as DERFault {
      throw octets.count == 32 ? .rawEd25519 : .malformed(fault)
    } catch let fault as PublicKeyFault {
      throw fault
    } catch {
      throw .malformed(DERFault(0, "no key"))
    }
  }

  private static func decodeElements(_ octets: [UInt8]) throws -> DecodedRSAPublicKey {
    var outer = DERReader(octets)
    var content = try outer.enter(DERTag.sequence, "the key")
    var deviations = trailing(outer, "the key")
    if content.nextTag == DERTag.integer {
      let key = try readNumbers(&content)
      return DecodedRSAPublicKey(
        key: key, form: .rsaPublicKey, deviations: trailing(content, "the numbers") + deviations)
    }
    deviations = try readAlgorithm(&content) + deviations
    let bits = try content.readBitString("the key of SubjectPublicKeyInfo")
    deviations += trailing(content, "the BIT STRING")
    var inner = DERReader(octets, in: bits)
    var numbers = try inner.enter(DERTag.sequence, "RSAPublicKey")
    let key = try readNumbers(&numbers)
    deviations += trailing(numbers, "the numbers") + trailing(inner, "RSAPublicKey")
    return DecodedRSAPublicKey(key: key, form: .subjectPublicKeyInfo, deviations: deviations)
  }

  /// RFC 8017 §A.1.1: modulus, then publicExponent.
  private static func readNumbers(_ reader: inout DERReader) throws(DERFault) -> RSAPublicKey {
    let start = reader.position
    let modulus = try reader.readUnsignedInteger("the modulus")
    let exponent = try reader.readUnsignedInteger("the public exponent")
    let key = RSAPublicKey(modulus: modulus, exponent: exponent)
    guard !key.modulus.isEmpty else { throw DERFault(start, "the modulus is zero") }
    guard !key.exponent.isEmpty else { throw DERFault(start, "the public exponent is zero") }
    return key
  }

  /// RFC 3279 §2.3.1: the identifier of rsaEncryption, and NULL as its parameters.
  private static func readAlgorithm(_ reader: inout DERReader) throws -> [DERFault] {
    var algorithm = try reader.enter(DERTag.sequence, "the algorithm of SubjectPublicKeyInfo")
    let identifier = try algorithm.read(DERTag.objectIdentifier, "the identifier of the algorithm")
    let octets = Array(reader.octets[identifier])
    guard octets == ObjectIdentifier.rsaEncryption else {
      if octets == ObjectIdentifier.ed25519 { throw PublicKeyFault.wrappedEd25519 }
      throw PublicKeyFault.otherAlgorithm(ObjectIdentifier.name(of: octets))
    }
    guard algorithm.nextTag == DERTag.null, case let place = algorithm.position,
      try algorithm.read(DERTag.null, "the parameters of the algorithm").isEmpty
    else {
      return [DERFault(algorithm.position, "the algorithm rsaEncryption lacks its parameters NULL (RFC 3279 §2.3.1)")]
    }
    return algorithm.isAtEnd ? [] : [DERFault(place, "octets behind the parameters of the algorithm")]
  }

  private static func trailing(_ reader: DERReader, _ what: String) -> [DERFault] {
    let count = reader.end - reader.position
    return count == 0 ? [] : [DERFault(reader.position, "\(count) octet\(count == 1 ? "" : "s") behind \(what)")]
  }
}

extension RSAPublicKey {
  /// The key as SubjectPublicKeyInfo in DER.
  public var subjectPublicKeyInfo: [UInt8] {
    let numbers = Self.element(DERTag.sequence, Self.integer(modulus) + Self.integer(exponent))
    let algorithm = Self.element(
      DERTag.sequence,
      Self.element(DERTag.objectIdentifier, ObjectIdentifier.rsaEncryption) + Self.element(DERTag.null, []))
    return Self.element(DERTag.sequence, algorithm + Self.element(DERTag.bitString, [0] + numbers))
  }

  private static func integer(_ number: [UInt8]) -> [UInt8] {
    element(DERTag.integer, (number.first ?? 0x80) & 0x80 != 0 ? [0] + number : number)
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    if content.count < 0x80 { return [tag, UInt8(content.count)] + content }
    var length: [UInt8] = []
    var rest = content.count
    while rest > 0 {
      length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
      rest >>= 8
    }
    return [tag, 0x80 | UInt8(length.count)] + length + content
  }
}
