public import MailMessage
public import OpenSSLKit

/// What of a body is hashed, and how: signatures that agree in it share one hash.
public struct BodyHashKind: Sendable, Hashable {
  /// How the body is made canonical.
  public let canonicalization: DKIMCanonicalization
  /// The hash.
  public let algorithm: DigestAlgorithm
  /// How many canonical octets count: `l=` (RFC 6376 §3.4.5); nil for all.
  public let limit: Int?

  /// Makes a kind of its parts.
  public init(_ canonicalization: DKIMCanonicalization, _ algorithm: DigestAlgorithm, limit: Int? = nil) {
    self.canonicalization = canonicalization
    self.algorithm = algorithm
    self.limit = limit
  }
}

/// The hash of a body.
public struct BodyHash: Sendable, Hashable {
  /// The octets of the hash.
  public let octets: [UInt8]
  /// How many canonical octets the body has, those behind the limit included.
  public let canonicalOctets: Int
}

/// The hashes of one body, all made in one pass over it.
public struct BodyDigests: ~Copyable {
  private var digests: [BodyDigest]

  /// Starts a hash for each of `kinds`; equal ones are made once.
  public init(_ kinds: some Sequence<BodyHashKind>) {
    digests = []
    for kind in kinds where !digests.contains(where: { $0.kind == kind }) { digests.append(BodyDigest(kind)) }
  }

  /// Takes the next octets of the body.
  public mutating func take(_ piece: Span<UInt8>) {
    for digest in digests { digest.take(piece) }
  }

  /// The hashes; one that OpenSSL refused is missing.
  public consuming func finish() -> [BodyHashKind: BodyHash] {
    var hashes: [BodyHashKind: BodyHash] = [:]
    for digest in digests { hashes[digest.kind] = digest.finish() }
    return hashes
  }

  /// The hashes of the body of `message`; its octets are read once, and not at all when nothing is wanted.
  public static func hashes(
    _ kinds: some Sequence<BodyHashKind>, of message: Message
  ) throws(MessageReadError) -> [BodyHashKind: BodyHash] {
    var digests = BodyDigests(kinds)
    if digests.digests.isEmpty { return [:] }
    try message.source.read(all: message.body) { piece in digests.take(piece) }
    return digests.finish()
  }
}

/// One hash in the making.
final class BodyDigest {
  let kind: BodyHashKind
  private var canonicalizer: BodyCanonicalizer
  private var context: DigestContext?
  private var count = 0

  init(_ kind: BodyHashKind) {
    self.kind = kind
    canonicalizer = BodyCanonicalizer(kind.canonicalization)
    context = try? DigestContext(kind.algorithm)
  }

  func take(_ piece: Span<UInt8>) {
    canonicalizer.take(piece) { run in hash(run) }
  }

  /// Hashes canonical octets up to the limit, and counts all.
  private func hash(_ run: Span<UInt8>) {
    let room = max(0, (kind.limit ?? .max) - count)
    count += run.count
    if room < run.count {
      update(run.extracting(0..<room))
    } else {
      update(run)
    }
  }

  private func update(_ octets: Span<UInt8>) {
    guard !octets.isEmpty else { return }
    do throws(OpenSSLError) {
      try context?.update(octets)
    } catch {
      context = nil
    }
  }

  /// The hash that the body would have if it ended here.
  func current() -> [UInt8]? {
    var (rest, tail) = (canonicalizer, [UInt8]())
    rest.finish { run in for index in run.indices { tail.append(run[index]) } }
    let room = max(0, (kind.limit ?? .max) - count)
    return try? context?.digest(endingWith: Array(tail.prefix(room)))
  }

  func finish() -> BodyHash? {
    canonicalizer.finish { run in hash(run) }
    guard let context = context.take(), let octets = try? context.finish() else { return nil }
    return BodyHash(octets: octets, canonicalOctets: count)
  }
}
