public import OpenSSLKit
import SASL

/// The server's side of SCRAM (RFC 5802), by the book or with one fault.
public struct ScriptedSCRAMServer: Sendable {
  /// What the server does wrong.
  public enum Fault: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// It signs with another password.
    case wrongSignature
    /// Its nonce is one of its own.
    case foreignNonce
    /// Its nonce is ours, with nothing behind it.
    case sameNonce
    /// It asks for one iteration.
    case oneIteration
    /// It asks for a thousand million.
    case endlessIterations
    /// It takes the login without showing its signature.
    case noSignature
    /// It demands an extension.
    case mandatoryExtension
    /// It sends its signature twice.
    case twice
    /// It has no salt.
    case noSalt
  }

  /// What the server answers.
  public enum Reply: Sendable, Equatable {
    /// 334 and a challenge.
    case challenge([UInt8])
    /// 235.
    case success
    /// 535.
    case failure
  }

  private let hash: HashFunction
  private let password: Secret
  private let bindings: [TLSChannelBinding]
  private let offersBinding: Bool
  private let fault: Fault
  private let salt: [UInt8]
  private let iterations: Int
  private let suffix: String
  private var header = ""
  private var first = ""
  private var step = 0
  private var isGood = false

  /// Makes a server that knows one password.
  ///
  /// - Parameters:
  ///   - hash: SHA-1 or SHA-256.
  ///   - password: the password, whoever the user is.
  ///   - bindings: what the TLS session of the server has.
  ///   - offersBinding: whether it offered the mechanism with `-PLUS`.
  ///   - fault: what it does wrong.
  ///   - salt: the salt.
  ///   - iterations: the iterations.
  ///   - suffix: the server's part of the nonce.
  public init(
    _ hash: HashFunction, password: Secret, bindings: [TLSChannelBinding] = [], offersBinding: Bool = false,
    fault: Fault = .none, salt: [UInt8] = Array("0123456789abcdef".utf8), iterations: Int = 4096,
    suffix: String = "3rfcNHYJY1ZVvWVs7j"
  ) {
    (self.hash, self.password, self.bindings, self.fault) = (hash, password, bindings, fault)
    (self.salt, self.iterations, self.suffix) = (salt, iterations, suffix)
    self.offersBinding = offersBinding
  }

  /// Whether the client proved that it knows the password.
  public var isClientProved: Bool { isGood }

  /// The answer to a message of the client.
  public mutating func reply(to message: [UInt8]) throws(OpenSSLError) -> Reply {
    step += 1
    let text = String(decoding: message, as: UTF8.self)
    switch step {
    case 1: return begin(text)
    case 2: return try judge(text)
    case 3 where isGood && fault == .twice: return .challenge(Array("v=AAAA".utf8))
    default: return isGood && text.isEmpty ? .success : .failure
    }
  }

  /// `gs2-cbind-flag "," [authzid] "," client-first-message-bare`.
  private mutating func begin(_ text: String) -> Reply {
    let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let own = parts[2].split(separator: ",").first(where: { $0.hasPrefix("r=") }) else {
      return .failure
    }
    header = "\(parts[0]),\(parts[1]),"
    if parts[0] == "y", offersBinding { return .challenge(Array("e=server-does-support-channel-binding".utf8)) }
    let nonce: String
    switch fault {
    case .foreignNonce: nonce = "anotherNonce" + suffix
    case .sameNonce: nonce = String(own.dropFirst(2))
    default: nonce = own.dropFirst(2) + suffix
    }
    let count = fault == .oneIteration ? "1" : fault == .endlessIterations ? "1000000000" : "\(iterations)"
    let salt = fault == .noSalt ? "" : Base64Line.encode(salt)
    let server = (fault == .mandatoryExtension ? "m=ext," : "") + "r=\(nonce),s=\(salt),i=\(count)"
    first = "\(parts[2]),\(server)"
    return .challenge(Array(server.utf8))
  }

  /// `channel-binding "," nonce "," proof`.
  private mutating func judge(_ text: String) throws(OpenSSLError) -> Reply {
    guard let end = text.range(of: ",p=") else { return .failure }
    let message = Secret("\(first),\(text[..<end.lowerBound])")
    let proof = Base64Line.decode(Array(text[end.upperBound...].utf8)[...]) ?? []
    guard text.hasPrefix("c=\(expectedBinding),") else {
      return .challenge(Array("e=channel-bindings-dont-match".utf8))
    }
    let salted = try hash.pbkdf2(password: password, salt: salt, iterations: iterations)
    let stored = try hash.digest(of: try hash.hmac(of: Secret("Client Key"), key: salted))
    guard let key = Secret(proof.span).exclusiveOr(try hash.hmac(of: message, key: stored)),
      try hash.digest(of: key) == stored
    else { return .challenge(Array("e=invalid-proof".utf8)) }
    isGood = true
    if fault == .noSignature { return .success }
    let other = fault == .wrongSignature ? try hash.digest(of: salted) : salted
    let signature = try hash.hmac(of: message, key: try hash.hmac(of: Secret("Server Key"), key: other))
    return .challenge(Array("v=".utf8) + Self.octets(Base64Line.encode(signature)))
  }

  /// The header again, and the data of the binding that it names.
  private var expectedBinding: String {
    let kind = header.prefix { $0 != "," }.dropFirst(2)
    let data = bindings.first { $0.kind.rawValue == kind }?.data ?? Secret("")
    return Base64Line.encode(Array(header.utf8) + Self.octets(data))
  }

  private static func octets(_ secret: Secret) -> [UInt8] {
    secret.reveal { octets in octets.indices.map { octets[$0] } }
  }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
