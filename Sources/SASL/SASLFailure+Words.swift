internal import OpenSSLKit

extension SASLFailure: CustomStringConvertible {
  /// What is wrong, and what to do where that can be told.
  public var description: String {
    switch self {
    case .unusable(let part, let fault): "the \(part.rawValue) \(fault)"
    case .forbiddenOctet(let part): "the \(part.rawValue) holds a character that this mechanism cannot carry"
    case .wrongKindOfSecret: "the mechanism takes a token where a password is given, or the other way round"
    case .noChannelBinding: "there is no TLS session that the login could be bound to"
    case .openSSL(let error): "OpenSSL of this machine refuses: \(error.plainReason)"
    case .notBase64: "the server's challenge is no base64 (RFC 4954 §4)"
    case .tooLong(let count): "the server's challenge has \(count) octets, \(SASLLimits.lineOctets) are the limit"
    case .malformed(let what, let reference): "\(what) (\(reference))"
    case .unexpectedChallenge: "the server goes on asking when the exchange is over"
    case .nonceNotExtended, .tooFewIterations, .tooManyIterations, .serverError, .wrongServerSignature,
      .serverNotProved:
      serverWords
    }
  }

  private var serverWords: String {
    switch self {
    case .nonceNotExtended:
      "the server's nonce does not begin with ours (RFC 5802 §5.1): this may be an old exchange played back"
    case .tooFewIterations(let count):
      """
      the server asks for \(count) iterations, fewer than \(SASLLimits.fewestIterations) (RFC 5802 §5.1): the answer \
      would make guessing the password cheap, so none is given
      """
    case .tooManyIterations:
      "the server asks for more than \(SASLLimits.mostIterations) iterations: nobody needs so much work"
    case .serverError(let error): "the server ends the exchange: \(error.words)"
    case .wrongServerSignature:
      """
      the server did not prove that it knows the password (RFC 5802 §3): it is another one, or somebody is in between
      """
    case .serverNotProved: "the server took the login without its proof (RFC 5802 §3): who it is stays unknown"
    case .unusable, .forbiddenOctet, .wrongKindOfSecret, .noChannelBinding, .openSSL, .notBase64, .tooLong, .malformed,
      .unexpectedChallenge:
      ""
    }
  }
}

extension SCRAMServerError {
  /// The error in words, its name in the standard included.
  public var words: String {
    switch self {
    case .invalidProof: "the password is wrong (\(rawValue))"
    case .unknownUser: "the user is not known (\(rawValue))"
    case .channelBindingsDontMatch:
      "its TLS session is another one than ours (\(rawValue)): something in between ends TLS"
    case .serverDoesSupportChannelBinding:
      "it offers channel binding, but that offer did not reach us (\(rawValue)): somebody took it away on the way"
    case .channelBindingNotSupported: "it has no channel binding (\(rawValue))"
    case .unsupportedChannelBindingType: "it does not know this kind of channel binding (\(rawValue))"
    case .invalidEncoding, .extensionsNotSupported, .invalidUsernameEncoding, .noResources, .otherError: rawValue
    }
  }
}
