internal import OpenSSLKit

/// SCRAM (RFC 5802) with SHA-1 or SHA-256 (RFC 7677), bound to TLS or not.
struct SCRAMClient: SASLClient {
  private let hash: HashFunction
  private let password: Secret
  private let nonce: String
  /// The GS2 header (RFC 5802 §7), and behind it the data of the binding.
  private let header: String
  private let binding: TLSChannelBinding?
  private let firstBare: Secret
  private var state = State.start
  private(set) var facts = SASLFacts()

  private enum State {
    case start, sentFirst
    case sentFinal(serverSignature: Secret)
    case proved, failed
  }

  /// Whether and how a login is bound to TLS (RFC 5802 §6): the flag of the GS2 header.
  enum Binding {
    /// `p`: bound.
    case bound(TLSChannelBinding)
    /// `y`: we could, and the server did not offer it. A server that did offer it sees that somebody changed its list.
    case notOffered
    /// `n`: we cannot, or were told not to.
    case none
  }

  init(
    _ credentials: SASLCredentials, hash: HashFunction, binding: Binding, nonce: String
  ) throws(SASLFailure) {
    self.hash = hash
    self.nonce = nonce
    // RFC 5802 §5.1: printable ASCII without a comma.
    guard !nonce.isEmpty, nonce.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x2C }) else {
      throw .forbiddenOctet(.nonce)
    }
    do { password = try SASLprep.prepare(credentials.secret) } catch { throw .unusable(.password, error) }
    let user = try Self.name(credentials.user, .user)
    let identity =
      credentials.authorization.isEmpty ? "" : "a=" + (try Self.name(credentials.authorization, .authorization))
    let flag: String
    switch binding {
    case .bound(let value): (flag, self.binding, facts.binding) = ("p=" + value.kind.rawValue, value, value.kind)
    case .notOffered: (flag, self.binding) = ("y", nil)
    case .none: (flag, self.binding) = ("n", nil)
    }
    header = "\(flag),\(identity),"
    firstBare = Secret("n=\(user),r=\(nonce)")
    facts.isServerProved = false
  }

  /// RFC 5802 §5.1, `saslname`: prepared, with `=` and `,` written as `=3D` and `=2C`.
  private static func name(_ text: String, _ part: SASLFailure.Part) throws(SASLFailure) -> String {
    do { return GS2Name.escaped(try SASLprep.prepare(text)) } catch { throw .unusable(part, error) }
  }

  mutating func initialResponse() -> Secret? {
    state = .sentFirst
    return Secret.joined(Secret(header), firstBare)
  }

  mutating func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret {
    let before = state
    state = .failed
    switch before {
    case .sentFirst: return try final(SCRAMServerFirst(challenge, extending: nonce))
    case .sentFinal(let signature):
      try check(SCRAMServerFinal(challenge), signature)
      return Secret("")
    case .start, .proved, .failed: throw .unexpectedChallenge
    }
  }

  /// RFC 5802 §3: the proof of the client, and the signature that the server is to show.
  private mutating func final(_ first: SCRAMServerFirst) throws(SASLFailure) -> Secret {
    facts.iterations = first.iterations
    let data = binding.map { Secret.joined(Secret(header), $0.data) } ?? Secret(header)
    let withoutProof = Secret.joined(Secret("c="), Base64Line.encode(data), Secret(",r=\(first.nonce)"))
    let comma = Secret(",")
    let message = Secret.joined(firstBare, comma, Secret(first.text.span), comma, withoutProof)
    do {
      let keys = try SCRAMKeys(hash, password, first)
      state = .sentFinal(serverSignature: try keys.serverSignature(of: message))
      return Secret.joined(withoutProof, Secret(",p="), Base64Line.encode(try keys.proof(of: message)))
    } catch {
      throw .openSSL(error)
    }
  }

  private mutating func check(_ final: SCRAMServerFinal, _ signature: Secret) throws(SASLFailure) {
    switch final {
    case .error(let error): throw .serverError(error)
    case .verifier(let octets):
      guard Secret(octets.span) == signature else { throw .wrongServerSignature }
      state = .proved
      facts.isServerProved = true
    }
  }

  func succeed() throws(SASLFailure) {
    guard case .proved = state else { throw .serverNotProved }
  }
}

/// The keys of SCRAM (RFC 5802 §3).
struct SCRAMKeys {
  private let hash: HashFunction
  private let client: Secret
  private let server: Secret

  init(_ hash: HashFunction, _ password: Secret, _ first: SCRAMServerFirst) throws(OpenSSLError) {
    self.hash = hash
    let salted = try hash.pbkdf2(password: password, salt: first.salt, iterations: first.iterations)
    client = try hash.hmac(of: Secret("Client Key"), key: salted)
    server = try hash.hmac(of: Secret("Server Key"), key: salted)
  }

  /// ClientKey XOR HMAC(H(ClientKey), AuthMessage).
  func proof(of message: Secret) throws(OpenSSLError) -> Secret {
    let signature = try hash.hmac(of: message, key: try hash.digest(of: client))
    // Both have the length of a hash.
    return client.exclusiveOr(signature) ?? signature
  }

  /// HMAC(ServerKey, AuthMessage).
  func serverSignature(of message: Secret) throws(OpenSSLError) -> Secret {
    try hash.hmac(of: message, key: server)
  }
}

/// Names in the GS2 header (RFC 5801 §4, RFC 5802 §5.1).
enum GS2Name {
  static func escaped(_ name: String) -> String {
    var result = ""
    for character in name.unicodeScalars {
      switch character {
      case "=": result += "=3D"
      case ",": result += "=2C"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension Secret {
  /// Several secrets behind each other.
  static func joined(_ parts: Secret...) -> Secret {
    var builder = SecretBuilder(capacity: parts.reduce(0) { $0 + $1.count })
    for part in parts { builder.append(part) }
    return builder.finish()
  }
}
