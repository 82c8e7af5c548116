/// A logo in a certificate: the subject logo of the logotype extension (RFC 9399 §4, first in RFC 3709 §4).
public struct Logotype: Sendable, Hashable {
  /// The object identifier of the extension.
  public static let extensionID = "1.3.6.1.5.5.7.1.12"

  /// The media type, such as `image/svg+xml`.
  public let mediaType: String
  /// The digests of the logo.
  public let digests: [Digest]
  /// Where it lies; a `data:` URL holds the logo itself.
  public let uris: [String]

  /// A digest with its algorithm.
  public struct Digest: Sendable, Hashable {
    /// The object identifier of the algorithm.
    public let algorithm: String
    /// The octets.
    public let octets: [UInt8]

    /// The algorithm, when it is one that is known here.
    public var known: DigestAlgorithm? {
      switch algorithm {
      case "1.3.14.3.2.26": .sha1
      case "2.16.840.1.101.3.4.2.1": .sha256
      case "2.16.840.1.101.3.4.2.3": .sha512
      default: nil
      }
    }
  }
}

extension Logotype {
  /// Reads the images of the subject logo from the value of the extension; none when there is no such logo.
  public static func images(_ octets: [UInt8]) throws(DERFault) -> [Logotype] {
    var outer = DERReader(octets)
    var parts = try outer.enter(DERTag.sequence, "the logotype extension")
    while let tag = parts.nextTag {
      guard tag == DERTag.context(2) else {
        try parts.skip("another logo")
        continue
      }
      var explicit = try parts.enter(tag, "the subject logo")
      guard explicit.nextTag == DERTag.context(0) else { return [] }
      return try images(&explicit)
    }
    return []
  }

  /// `LogotypeData ::= SEQUENCE { image SEQUENCE OF LogotypeImage OPTIONAL, audio [1] … }`
  private static func images(_ reader: inout DERReader) throws(DERFault) -> [Logotype] {
    var data = try reader.enter(DERTag.context(0), "the data of the logo")
    guard data.nextTag == DERTag.sequence else { return [] }
    var list = try data.enter(DERTag.sequence, "the images")
    var result: [Logotype] = []
    while !list.isAtEnd, result.count < Limits.logotypes {
      var image = try list.enter(DERTag.sequence, "an image")
      var details = try image.enter(DERTag.sequence, "the details of an image")
      let type = try details.read(DERTag.ia5String, "the media type")
      let mediaType = String(decoding: details.octets[type], as: UTF8.self)
      result.append(
        Logotype(mediaType: mediaType, digests: try digests(&details), uris: try uris(&details)))
    }
    return result
  }

  /// `HashAlgAndValue ::= SEQUENCE { hashAlg AlgorithmIdentifier, hashValue OCTET STRING }`
  private static func digests(_ details: inout DERReader) throws(DERFault) -> [Digest] {
    var list = try details.enter(DERTag.sequence, "the digests")
    var result: [Digest] = []
    while !list.isAtEnd, result.count < Limits.logotypes {
      var pair = try list.enter(DERTag.sequence, "a digest")
      var algorithm = try pair.enter(DERTag.sequence, "the algorithm of a digest")
      let id = try algorithm.readIdentifier("the algorithm of a digest")
      let value = try pair.read(DERTag.octetString, "the octets of a digest")
      result.append(Digest(algorithm: id, octets: Array(pair.octets[value])))
    }
    return result
  }

  private static func uris(_ details: inout DERReader) throws(DERFault) -> [String] {
    var list = try details.enter(DERTag.sequence, "the places of an image")
    var result: [String] = []
    while !list.isAtEnd, result.count < Limits.logotypes {
      let range = try list.read(DERTag.ia5String, "the place of an image")
      result.append(String(decoding: list.octets[range], as: UTF8.self))
    }
    return result
  }
}
