import MailAuthentication
import OpenSSLKit

/// What earlier audits saw of a domain; empty without a history.
public struct PastSurvey: Sendable, Hashable, Codable {
  /// The last policy of MTA-STS that was seen together with its id.
  public var policy: Policy?
  /// Keys of DKIM, each with when it was seen first.
  public var keys: [Key] = []

  /// Nothing was seen.
  public init() {}

  /// A policy of MTA-STS.
  public struct Policy: Sendable, Hashable, Codable {
    /// The id in the record.
    public let id: String
    /// The SHA-256 of the policy, in hexadecimal.
    public let digest: String
    /// When, in seconds since 1970, UTC.
    public let time: Int

    /// Makes the value of its parts.
    public init(id: String, digest: String, time: Int) {
      self.id = id
      self.digest = digest
      self.time = time
    }
  }

  /// A key of DKIM.
  public struct Key: Sendable, Hashable, Codable {
    /// The selector.
    public let selector: String
    /// The SHA-256 of the key, in hexadecimal.
    public let digest: String
    /// When it was seen first, in seconds since 1970, UTC.
    public let first: Int

    /// Makes the value of its parts.
    public init(selector: String, digest: String, first: Int) {
      self.selector = selector
      self.digest = digest
      self.first = first
    }
  }
}

extension PastSurvey {
  /// When the key of a selector was seen first, in seconds since 1970, UTC; nil for another key, or one never seen.
  public func firstSight(of key: KnownKey) -> Int? {
    let known = keys.filter { $0.selector == key.selector.name }
    guard !known.isEmpty, let digest = key.digest else { return nil }
    return known.first { $0.digest == digest }?.first
  }
}

extension MTASTSSurvey {
  /// The SHA-256 of the policy as it was served, in hexadecimal; nil when there is none, or it could not be read.
  public var policyDigest: String? { file?.content.flatMap(Hexadecimal.sha256) }
}

extension KnownKey {
  /// The SHA-256 of `p=`, in hexadecimal; nil for a key that was revoked or does not stand there.
  public var digest: String? {
    guard record.material != .revoked, let tag = record.tags["p"] else { return nil }
    // White space in p= means nothing (RFC 6376 §3.6.1).
    let text = record.tags.value(of: tag).utf8.filter { $0 > 0x20 }
    return text.isEmpty ? nil : Hexadecimal.sha256(text)
  }
}

private enum Hexadecimal {
  static func sha256(_ octets: [UInt8]) -> String? {
    guard let digest = try? DigestAlgorithm.sha256.digest(of: octets) else { return nil }
    return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
