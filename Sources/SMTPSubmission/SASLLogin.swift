import OpenSSLKit
public import SASL

/// A login by SASL: the strongest mechanism that both sides have.
public struct SASLLogin: SMTPLogin {
  private let credentials: SASLCredentials
  private let wanted: SASLMechanism?
  private let allowsInsecure: Bool
  private let host: String
  private let port: UInt16
  private var search: SecretSearch
  private var hidden: [Secret]
  private var exchange: SASLExchange?

  /// Prepares a login.
  ///
  /// - Parameters:
  ///   - credentials: who logs in, and by what.
  ///   - wanted: the one mechanism to use; nil for the strongest.
  ///   - allowsInsecure: whether the secret may leave over a connection that is not encrypted and verified.
  ///   - host: the name of the server.
  ///   - port: the port.
  public init(
    _ credentials: SASLCredentials, wanted: SASLMechanism? = nil, allowsInsecure: Bool = false, host: String,
    port: UInt16
  ) {
    (self.credentials, self.wanted, self.allowsInsecure) = (credentials, wanted, allowsInsecure)
    (self.host, self.port) = (host, port)
    hidden = [credentials.secret]
    search = SecretSearch(hidden)
  }

  /// Chooses a mechanism, and gives the line that begins with AUTH.
  public mutating func begin(_ offer: LoginOffer) -> LoginMove {
    let security: SASLChannel.Security =
      !offer.isEncrypted ? .clear : offer.isVerified == true ? .verified : .unverified
    let channel = SASLChannel(security, bindings: offer.bindings, host: host, port: port)
    let choice = SASLChoice(offered: offer.mechanisms, wanted: wanted, allowsInsecure: allowsInsecure)
    let selection = choice.selection(for: credentials, over: channel)
    guard let chosen = selection.chosen else { return .withhold(Self.reasons(selection)) }
    return attempt { (login: inout SASLLogin) throws(SASLFailure) in
      var exchange = try SASLExchange(chosen, login.credentials, over: channel, offered: offer.mechanisms)
      let line = try exchange.begin()
      login.exchange = exchange
      return line
    }
  }

  /// Answers a challenge.
  public mutating func answer(_ challenge: String) -> LoginMove {
    attempt { (login: inout SASLLogin) throws(SASLFailure) in
      guard var exchange = login.exchange else { throw .unexpectedChallenge }
      let line = try exchange.respond(to: Array(challenge.utf8))
      login.exchange = exchange
      return line
    }
  }

  /// Says what the server did not prove.
  public mutating func objection() -> String? {
    do throws(SASLFailure) {
      try exchange?.succeed()
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// A challenge tells nothing, and a reply may repeat the secret.
  public func shown(_ line: String) -> String {
    if line.hasPrefix("334"), let exchange { return exchange.transcript(ofChallenge: Array(line.utf8.dropFirst(4))) }
    return search.redacted(line)
  }

  private mutating func attempt(_ step: (inout SASLLogin) throws(SASLFailure) -> SASLLine) -> LoginMove {
    do throws(SASLFailure) {
      let line = try step(&self)
      // Guesses at the password could be tried against a response that the server repeats.
      if let response = line.response {
        hidden.append(response)
        search = SecretSearch(hidden)
      }
      return .say(wire: line.wire, shown: line.transcript)
    } catch {
      return .withhold("\(error)")
    }
  }

  /// Why none of the mechanisms can be used: what holds for all is said once.
  private static func reasons(_ selection: SASLSelection) -> String {
    if selection.passedOver.isEmpty { return "the server offers no login" }
    let reasons = selection.passedOver.map { "\($0.name): \($0.reason)" }
    return reasons.joined(separator: "; ")
  }
}
