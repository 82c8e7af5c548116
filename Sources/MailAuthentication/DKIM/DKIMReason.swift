public import DNS
public import Syntax

/// Why a signature has its result.
public enum DKIMReason: Sendable, Hashable {
  /// The field breaks a rule that verifiers ignore a signature for: the first fault of its text.
  case malformed(SyntaxFault)
  /// The question for the key has no answer.
  case keyUnavailable(DNSFailure)
  /// No key stands at the name.
  case keyMissing(DKIMKeyLookup.Outcome)
  /// The key was revoked.
  case keyRevoked
  /// The key record is void: its first fault.
  case keyMalformed(SyntaxFault)
  /// The key is of another type than `a=` needs: its `k=`.
  case keyTypeDiffers(String)
  /// `h=` of the key does not allow the hash.
  case hashNotAllowed(String)
  /// `s=` of the key is not for mail.
  case keyNotForEmail
  /// `t=s` of the key, and the domain of `i=` is below `d=`.
  case subdomainForbidden
  /// An RSA key of so many bits, fewer than 1024.
  case keyTooShort(bits: Int)
  /// OpenSSL refuses the key: an RSA key of more than 8192 bits, or one that is no key.
  case keyRefused
  /// The signature is rsa-sha1.
  case sha1
  /// `l=` is larger than the canonical body.
  case lengthBeyondBody(length: Int, canonicalOctets: Int)
  /// The body is not the one that was signed.
  case bodyHashDiffers
  /// The hash of the body could not be worked out.
  case bodyHashNotComputed
  /// Signature and signed header fields do not belong together.
  case signatureDiffers
  /// `x=` has passed, by so many seconds.
  case expired(seconds: Int64)

  /// The paragraph that decides.
  public var reference: String {
    switch self {
    case .malformed(let fault), .keyMalformed(let fault): fault.reference
    case .keyUnavailable, .keyMissing, .keyTypeDiffers, .hashNotAllowed: "RFC 6376 §6.1.2"
    case .keyRevoked, .keyNotForEmail, .subdomainForbidden: "RFC 6376 §3.6.1"
    case .keyTooShort, .keyRefused: "RFC 8301 §3.2"
    case .sha1: "RFC 8301 §3.1"
    case .lengthBeyondBody: "RFC 6376 §3.4.5"
    case .bodyHashDiffers, .bodyHashNotComputed, .signatureDiffers: "RFC 6376 §6.1.3"
    case .expired: "RFC 6376 §3.5"
    }
  }

  /// The result that it leads to when nothing before it decides.
  var result: DKIMResult {
    switch self {
    case .keyUnavailable: .temperror
    case .malformed, .keyMissing, .keyRevoked, .keyMalformed, .keyTypeDiffers, .hashNotAllowed, .keyNotForEmail,
      .subdomainForbidden, .keyRefused, .lengthBeyondBody:
      .permerror
    case .sha1, .bodyHashDiffers, .signatureDiffers: .fail
    case .bodyHashNotComputed: .neutral
    case .keyTooShort, .expired: .policy
    }
  }
}

extension DKIMReason: CustomStringConvertible {
  /// The reason in a phrase without a full stop.
  public var description: String {
    switch self {
    case .malformed(let fault): fault.message
    case .keyUnavailable(let failure): "the key could not be looked up: \(failure)"
    case .keyMissing(let outcome): "no key: \(outcome.words)"
    case .keyRevoked: "the key was revoked: its p= is empty"
    case .keyMalformed(let fault): "the key record cannot be used: \(fault.message)"
    case .keyTypeDiffers(let type): "the key is of the type \"\(type)\", which does not fit a="
    case .hashNotAllowed(let hash): "the key does not allow the hash \(hash)"
    case .keyNotForEmail: "the key is not for email"
    case .subdomainForbidden: "the key does not allow subdomains of d= in i="
    case .keyTooShort(let bits): "the RSA key has \(bits) bits, verifiers take none below 1024"
    case .keyRefused: "the key cannot be used"
    case .sha1: "rsa-sha1, which verifiers must not take"
    case .lengthBeyondBody(let length, let count): "l= is \(length), the canonical body has \(count) octets"
    case .bodyHashDiffers: "the body is not the one that was signed"
    case .bodyHashNotComputed: "the hash of the body could not be worked out"
    case .signatureDiffers: "the signature does not fit the header fields"
    case .expired(let seconds): "the signature expired \(seconds) seconds ago"
    }
  }
}

extension DKIMKeyLookup.Outcome {
  /// The outcome in a few words.
  fileprivate var words: String {
    switch self {
    case .key: "one record"
    case .severalKeys: "several records"
    case .noKeyAmongTexts: "the TXT records there are no keys"
    case .noData: "the name has no TXT record"
    case .nameError: "the name does not exist"
    case .failure(let failure): "\(failure)"
    case .invalidSelector: "s= and d= make no domain name"
    }
  }
}
