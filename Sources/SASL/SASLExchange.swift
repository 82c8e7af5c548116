public import OpenSSLKit

/// One login in SMTP (RFC 4954 §4), without I/O: challenges in, lines out. Each line knows how it is shown.
///
/// After a failure that it throws, ``cancellation`` is the line to send. PBKDF2 of SCRAM can take half a second.
public struct SASLExchange: Sendable {
  /// The mechanism.
  public let mechanism: SASLMechanism
  private var client: any SASLClient
  /// What the client says first, when the server has to ask for it.
  private var waiting: Secret?
  private var isBegun = false
  private let search: SecretSearch

  /// Prepares a login.
  ///
  /// - Parameters:
  ///   - mechanism: the mechanism, as ``SASLSelection`` chose it.
  ///   - credentials: who logs in.
  ///   - channel: the connection.
  ///   - offered: the mechanisms that the server offers: SCRAM tells the server when it misses an offer in them.
  ///   - nonce: SCRAM's nonce; a random one when none is given.
  /// - Throws: why these credentials cannot be used with the mechanism.
  public init(
    _ mechanism: SASLMechanism, _ credentials: SASLCredentials, over channel: SASLChannel, offered: [String],
    nonce: String? = nil
  ) throws(SASLFailure) {
    self.mechanism = mechanism
    search = SecretSearch([credentials.secret])
    if mechanism.takesToken != credentials.isToken { throw .wrongKindOfSecret }
    switch mechanism {
    case .plain: client = try PlainClient(credentials)
    case .login: client = try LoginClient(credentials)
    case .cramMD5: client = try CRAMClient(credentials)
    case .oauthBearer, .xoauth2: client = try BearerClient(mechanism, credentials, channel)
    case .scramSHA1, .scramSHA256, .scramSHA1Plus, .scramSHA256Plus:
      client = try SCRAMClient(
        credentials, hash: mechanism.hash ?? .sha256,
        binding: try Self.binding(mechanism, channel.bindings, offered), nonce: try Self.nonce(nonce))
    }
  }

  /// RFC 5802 §6: bound when the mechanism says so; else the server learns whether its offer arrived.
  private static func binding(
    _ mechanism: SASLMechanism, _ bindings: [TLSChannelBinding], _ offered: [String]
  ) throws(SASLFailure) -> SCRAMClient.Binding {
    if mechanism.needsChannelBinding {
      guard let best = bindings.first else { throw .noChannelBinding }
      return .bound(best)
    }
    let isOffered = offered.contains { SASLMechanism(name: $0) == mechanism.bound }
    return isOffered || bindings.isEmpty ? .none : .notOffered
  }

  private static func nonce(_ given: String?) throws(SASLFailure) -> String {
    if let given { return given }
    do { return Base64Line.encode(try RandomOctets.make(SASLLimits.ownNonceOctets)) } catch { throw .openSSL(error) }
  }

  /// What the exchange showed so far.
  public var facts: SASLFacts { client.facts }
}

extension SASLExchange {
  /// The AUTH command, with the initial response where the mechanism has one and the line is not too long for it.
  public mutating func begin() throws(SASLFailure) -> SASLLine {
    isBegun = true
    let command = "AUTH \(mechanism)"
    guard let response = try client.initialResponse() else { return SASLLine(command) }
    let encoded = Base64Line.encode(response)
    // With the blank and the CRLF.
    guard command.utf8.count + encoded.count + 3 <= SASLLimits.commandOctets else {
      waiting = response
      return SASLLine(command)
    }
    return SASLLine(command + " ", encoded, isPassword: mechanism.exposure == .password)
  }

  /// The response to a challenge.
  ///
  /// - Parameter text: what stands behind `334` and the blank, still in base64.
  /// - Returns: the line to send.
  /// - Throws: why there is no response: send ``cancellation``.
  public mutating func respond(to text: [UInt8]) throws(SASLFailure) -> SASLLine {
    guard isBegun else { throw .unexpectedChallenge }
    if text.count > SASLLimits.lineOctets { throw .tooLong(text.count) }
    guard let challenge = Base64Line.decode(text[...]) else { throw .notBase64 }
    let response: Secret
    if let waiting {
      // RFC 4954 §4: the server has nothing to say yet; what it says nevertheless means nothing.
      response = waiting
      self.waiting = nil
    } else {
      response = try client.response(to: challenge)
    }
    return SASLLine("", Base64Line.encode(response), isPassword: mechanism.exposure == .password)
  }

  /// Takes note that the server took the login (235).
  ///
  /// - Throws: when the server did not prove what the mechanism makes it prove: the connection is not to be trusted.
  public mutating func succeed() throws(SASLFailure) {
    try client.succeed()
  }

  /// The line that ends an exchange early (RFC 4954 §4).
  public static let cancellation = SASLLine("*")

  /// How a challenge is shown. The questions of LOGIN are shown as they are.
  public func transcript(ofChallenge text: [UInt8]) -> String {
    if text.isEmpty { return "334 " }
    if mechanism == .login, let octets = Base64Line.decode(text[...]), let words = Self.question(octets) {
      return "334 [\(words)]"
    }
    return "334 [redacted, \(text.count) octets]"
  }

  private static func question(_ octets: [UInt8]) -> String? {
    let words = String(decoding: octets.prefix { $0 != 0 }, as: UTF8.self)
    return ["username:", "user name:", "user name", "username", "password:", "password"].contains(words.lowercased())
      ? words : nil
  }

  /// A reply's text as it is shown: without the secret of this login, should the server repeat it.
  public func transcript(ofReply text: String) -> String { search.redacted(text) }
}

/// A line of a login: what the wire carries, and what is shown of it.
public struct SASLLine: Sendable, Equatable {
  /// The octets with their CRLF.
  public let wire: Secret
  /// What a transcript shows.
  public let transcript: String
  /// The response in it as it is encoded; nil when it has none.
  public let response: Secret?

  init(_ words: String) {
    wire = Secret(words + "\r\n")
    transcript = words
    response = nil
  }

  /// The number of octets is shown unless it tells the length of a password.
  init(_ words: String, _ response: Secret, isPassword: Bool) {
    // RFC 4954 §4: an initial response of no octets is written "=".
    let isEmpty = response.isEmpty
    self.response = response
    wire = Secret.joined(Secret(words), isEmpty && !words.isEmpty ? Secret("=") : response, Secret("\r\n"))
    transcript =
      words + (isEmpty ? "[empty]" : isPassword ? SecretSearch.replacement : "[redacted, \(response.count) octets]")
  }
}

extension SASLLine: CustomStringConvertible {
  /// What a transcript shows.
  public var description: String { transcript }
}
