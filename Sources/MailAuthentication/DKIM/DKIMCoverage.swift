public import MailMessage

extension DKIMSignatureResult {
  /// How much of the body is signed; nil when the body was not hashed.
  public var bodyCoverage: DKIMBodyCoverage? {
    switch bodyHash {
    case .matches(let hash), .differs(let hash):
      DKIMBodyCoverage(canonicalOctets: hash.canonicalOctets, length: value?.bodyLength)
    case .notComputed: nil
    }
  }

  /// Which header fields are signed, and which are not.
  public var headerCoverage: DKIMHeaderCoverage { DKIMHeaderCoverage(self) }

  /// Seconds since `x=`; nil without the tag, and before that time.
  public var secondsSinceExpiration: Int64? {
    value?.expiration.flatMap { $0 < time ? time - $0 : nil }
  }

  /// Seconds until `t=`: the signature comes from the future; nil without the tag, and from that time on.
  public var secondsUntilSigning: Int64? {
    value?.timestamp.flatMap { $0 > time ? $0 - time : nil }
  }

  /// Seconds from `t=` to `x=`; nil without both.
  public var lifetime: Int64? {
    guard let start = value?.timestamp, let end = value?.expiration else { return nil }
    return end - start
  }
}

/// How much of a body `l=` leaves to others (RFC 6376 §8.2).
public struct DKIMBodyCoverage: Sendable, Hashable {
  /// The octets of the canonical body.
  public let canonicalOctets: Int
  /// `l=`; nil without the tag.
  public let length: Int?

  /// How many octets behind `l=` anybody may have written.
  public var unsignedOctets: Int { max(0, canonicalOctets - (length ?? canonicalOctets)) }
}

/// What a signature covers of the header (RFC 6376 §5.4, §8.15).
public struct DKIMHeaderCoverage: Sendable {
  /// The fields that are signed, in the order of `h=`.
  public let signed: [HeaderField]
  /// Names that stand in `h=` more often than fields of the name exist: one that is added breaks the signature.
  public let overSigned: [HeaderName]
  /// Fields whose name is signed, but not they: copies that were added, or that the signer left out.
  public let unsignedCopies: [HeaderField]
  /// Fields whose name is not signed at all.
  public let unsigned: [HeaderField]

  init(_ result: DKIMSignatureResult) {
    let names = result.value?.signedNames ?? []
    signed = result.signedFields.compactMap(\.self)
    var (over, seen): ([HeaderName], Set<HeaderName>) = ([], [])
    for (name, field) in zip(names, result.signedFields) where field == nil {
      if seen.insert(name).inserted { over.append(name) }
    }
    overSigned = over
    let (listed, covered) = (Set(names), Set(signed))
    var (copies, others): ([HeaderField], [HeaderField]) = ([], [])
    for field in result.message.fields where field != result.field && !covered.contains(field) {
      if listed.contains(HeaderName(result.message.name(of: field))) {
        copies.append(field)
      } else {
        others.append(field)
      }
    }
    (unsignedCopies, unsigned) = (copies, others)
  }

  /// Fields that a reader sees or a program acts on, and that should be signed when they are there: RFC 6376 §5.4.1,
  /// those of RFC 2369 and RFC 8058 with them.
  public static let importantNames: [HeaderName] = [
    "From", "Reply-To", "Subject", "Date", "To", "Cc", "Message-ID", "In-Reply-To", "References", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"
  ]

  /// Fields of ``importantNames`` whose name is not signed.
  public func unsignedImportant(in message: Message) -> [HeaderField] {
    unsigned.filter { field in Self.importantNames.contains { message.isNamed(field, $0) } }
  }
}
