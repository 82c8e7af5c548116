/// Why a certificate is not trusted, and which one in the chain: 0 is the server's own.
public struct CertificateFault: Sendable, Hashable, Codable {
  /// The reason.
  public let reason: Reason
  /// The place in the chain, the server's certificate being 0.
  public let depth: Int

  /// Makes the value of its parts.
  public init(_ reason: Reason, depth: Int = 0) {
    self.reason = reason
    self.depth = depth
  }

  /// Why a certificate is not trusted.
  public enum Reason: Sendable, Hashable, Codable {
    /// Its life is over.
    case expired
    /// Its life has not begun.
    case notYetValid
    /// It is signed with its own key and is no trusted root.
    case selfSigned
    /// The chain goes up to an issuer of its own making that is not among the trusted roots.
    case unknownIssuer
    /// The certificate that the chain ends with was issued by somebody else, who was not sent and is not known here.
    case incompleteChain
    /// None of its names is the name of the host.
    case nameMismatch
    /// The key is too short.
    case weakKey
    /// The digest in the issuer's signature is too weak.
    case weakSignature
    /// The issuer took it back.
    case revoked
    /// Anything else: OpenSSL's number and words.
    case other(code: Int, text: String)
  }
}

extension CertificateFault: CustomStringConvertible {
  /// The reason in a few words, with the place when it is not the server's own certificate.
  public var description: String { depth == 0 ? reason.description : "\(reason) (certificate \(depth) of the chain)" }
}

extension CertificateFault.Reason: CustomStringConvertible {
  /// The reason in a few words.
  public var description: String {
    switch self {
    case .expired: "expired"
    case .notYetValid: "not yet valid"
    case .selfSigned: "self-signed"
    case .unknownIssuer: "issued by nobody who is trusted"
    case .incompleteChain: "the certificate of its issuer was not sent"
    case .nameMismatch: "for another name"
    case .weakKey: "its key is too short"
    case .weakSignature: "signed with a weak digest"
    case .revoked: "revoked"
    case .other(_, let text): text
    }
  }
}
