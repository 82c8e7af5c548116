internal import OpenSSLKit

/// PLAIN (RFC 4616).
struct PlainClient: SASLClient {
  private let message: Secret

  /// RFC 4616 §2: `[authzid] NUL authcid NUL passwd`, none of them with a NUL inside.
  init(_ credentials: SASLCredentials) throws(SASLFailure) {
    if credentials.user.utf8.contains(0) { throw .forbiddenOctet(.user) }
    if credentials.authorization.utf8.contains(0) { throw .forbiddenOctet(.authorization) }
    if credentials.secret.contains(0) { throw .forbiddenOctet(.password) }
    try credentials.needUserAndPassword()
    var builder = SecretBuilder()
    builder.append(credentials.authorization)
    builder.append(0)
    builder.append(credentials.user)
    builder.append(0)
    builder.append(credentials.secret)
    message = builder.finish()
  }

  func initialResponse() -> Secret? { message }

  func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret { throw .unexpectedChallenge }
}

/// LOGIN (draft-murchison-sasl-login): the user name and the password, each on being asked.
struct LoginClient: SASLClient {
  private let credentials: SASLCredentials
  private var asked = 0

  init(_ credentials: SASLCredentials) throws(SASLFailure) {
    try credentials.needUserAndPassword()
    self.credentials = credentials
  }

  func initialResponse() -> Secret? { nil }

  /// The words of the questions differ between servers; their order does not. Where the first asks for a password
  /// nevertheless, the user name is not what it would get.
  mutating func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret {
    asked += 1
    switch asked {
    case 1:
      let words = String(decoding: challenge, as: UTF8.self).lowercased()
      if words.hasPrefix("password") {
        throw .malformed(
          "the server asks for the password before the user name", reference: "draft-murchison-sasl-login")
      }
      return Secret(credentials.user)
    case 2: return credentials.secret
    default: throw .unexpectedChallenge
    }
  }
}

/// CRAM-MD5 (RFC 2195).
struct CRAMClient: SASLClient {
  private let credentials: SASLCredentials
  private var isDone = false

  init(_ credentials: SASLCredentials) throws(SASLFailure) {
    try credentials.needUserAndPassword()
    self.credentials = credentials
  }

  func initialResponse() -> Secret? { nil }

  /// RFC 2195 §2: the user name, a blank, and HMAC-MD5 of the challenge in lower-case hexadecimal digits.
  mutating func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret {
    if isDone { throw .unexpectedChallenge }
    if challenge.isEmpty { throw .malformed("the server's challenge is empty", reference: "RFC 2195 §2") }
    isDone = true
    let code: Secret
    do { code = try HashFunction.md5.hmac(of: Secret(challenge.span), key: credentials.secret) } catch {
      throw .openSSL(error)
    }
    var builder = SecretBuilder()
    builder.append(credentials.user)
    builder.append(0x20)
    code.reveal { octets in
      for index in octets.indices { builder.appendHexadecimal(octets[index]) }
    }
    return builder.finish()
  }
}

extension SASLCredentials {
  /// Throws when there is no user name or no password.
  fileprivate func needUserAndPassword() throws(SASLFailure) {
    if user.isEmpty { throw .unusable(.user, .empty) }
    if secret.isEmpty { throw .unusable(.password, .empty) }
  }
}

extension SecretBuilder {
  /// Adds an octet as two digits.
  fileprivate mutating func appendHexadecimal(_ octet: UInt8) {
    for digit in [octet >> 4, octet & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
  }
}

extension Secret {
  /// Whether an octet stands in it.
  func contains(_ octet: UInt8) -> Bool {
    reveal { octets in octets.indices.contains { octets[$0] == octet } }
  }
}
