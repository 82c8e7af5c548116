public import DNS
public import MailMessage

/// A DKIM-Signature field (RFC 6376 §3.5), or an ARC-Message-Signature, which has nearly the same tags (RFC 8617 §4.1.2).
public struct DKIMSignature: Sendable, Equatable {
  /// Every tag as written, unknown ones too, with ranges into the body of the field.
  public let tags: TagList
  /// Which of the two it is.
  public let kind: Kind
  /// `a=`; nil without the tag.
  public let algorithm: DKIMAlgorithm?
  /// `b=`: the signature over the header; empty when it is missing or no base64.
  public let signature: [UInt8]
  /// `bh=`: the hash of the body; empty when it is missing or no base64.
  public let bodyHash: [UInt8]
  /// The first word of `c=`: how header fields are made canonical; simple without the tag.
  public let headerCanonicalization: DKIMCanonicalization
  /// The second word of `c=`: how the body is made canonical; simple without it.
  public let bodyCanonicalization: DKIMCanonicalization
  /// `d=`: the domain that takes responsibility; nil when it is missing or no domain name.
  public let domain: DomainName?
  /// `s=`: which of the domain's keys; empty when it is missing.
  public let selector: String
  /// `h=`: the names of the fields that are signed, in order, repeated ones too.
  public let signedNames: [HeaderName]
  /// `l=`: how many octets of the canonical body are signed; nil without the tag, which signs all.
  public let bodyLength: Int?
  /// `i=` of a DKIM signature: on whose behalf it was made; nil without the tag, and when it cannot be read.
  public let identity: Identity?
  /// `i=` of an ARC signature: the number of its set; nil when it cannot be read.
  public let instance: Int?
  /// `t=`: when it was made, in seconds since 1970; nil without the tag.
  public let timestamp: Int64?
  /// `x=`: when it expires, in seconds since 1970; nil without the tag.
  public let expiration: Int64?

  /// Which of the two fields it is.
  public enum Kind: Sendable, Hashable {
    /// DKIM-Signature.
    case dkim
    /// ARC-Message-Signature.
    case arc
  }

  /// The agent or user identifier (RFC 6376 §2.6).
  public struct Identity: Sendable, Hashable {
    /// Before the at sign, with its escapes; empty when there is nothing.
    public let localPart: String
    /// The domain; `d=` or one below it.
    public let domain: DomainName
  }
}

extension DKIMSignature {
  /// The name of the field.
  public static let name: HeaderName = "DKIM-Signature"

  /// `c=` in full, defaults filled in.
  public var canonicalization: String { "\(headerCanonicalization.rawValue)/\(bodyCanonicalization.rawValue)" }

  /// Whether `c=` is there: without it the signature is simple/simple.
  public var hasCanonicalization: Bool { tags["c"] != nil }

  /// The value of `d=` as written.
  public var domainText: String { tags["d"].map { tags.value(of: $0) } ?? "" }

  /// The value of `i=` as written; nil without the tag.
  public var identityText: String? { tags["i"].map { tags.value(of: $0) } }

  /// Whether copies of header fields stand in `z=` (RFC 6376 §3.5).
  public var hasCopiedFields: Bool { tags["z"] != nil }

  /// What of the body it signs; nil for an unknown algorithm.
  public var bodyHashKind: BodyHashKind? {
    algorithm?.digest.map { BodyHashKind(bodyCanonicalization, $0, limit: bodyLength) }
  }

  /// The question for its key; nil when `s=` and `d=` make no domain name.
  public var keyQuestion: DNSQuestion? {
    guard let domain, !selector.isEmpty else { return nil }
    return DKIMKeyLookup.question(selector: selector, domain: domain)
  }

  /// The octets of `text`, the body of the field, that are taken out before the field itself is hashed: the value of
  /// `b=` with all white space around it (RFC 6376 §3.7).
  var signatureRange: Range<Int>? { tags["b"].map { Self.valueRange(of: $0, in: tags) } }

  static func valueRange(of tag: TagList.Tag, in tags: TagList) -> Range<Int> {
    let start = (tags.text[tag.name.upperBound...].firstIndex(of: UInt8(ascii: "=")) ?? tag.name.upperBound) + 1
    let end = tags.text[start...].firstIndex(of: UInt8(ascii: ";")) ?? tags.text.count
    return start..<end
  }
}
