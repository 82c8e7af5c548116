internal import OpenSSLKit

/// OAUTHBEARER (RFC 7628) and XOAUTH2: a bearer token (RFC 6750), sent as it is.
struct BearerClient: SASLClient {
  private let mechanism: SASLMechanism
  private let message: Secret
  private let search: SecretSearch
  private(set) var facts = SASLFacts()
  private var isRefused = false

  /// RFC 7628 §3.1, `kvsep`.
  private static let separator = "\u{1}"

  init(_ mechanism: SASLMechanism, _ credentials: SASLCredentials, _ channel: SASLChannel) throws(SASLFailure) {
    self.mechanism = mechanism
    guard credentials.user.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .forbiddenOctet(.user) }
    if credentials.secret.isEmpty { throw .unusable(.token, .empty) }
    guard Self.isToken(credentials.secret) else { throw .forbiddenOctet(.token) }
    search = SecretSearch([credentials.secret])
    let fields =
      mechanism == .oauthBearer
      ? Self.fields(credentials.user, channel) : "user=\(credentials.user)\(Self.separator)"
    var builder = SecretBuilder()
    builder.append(fields + "auth=Bearer ")
    builder.append(credentials.secret)
    builder.append(Self.separator + Self.separator)
    message = builder.finish()
  }

  /// RFC 7628 §3.1: the GS2 header with the user's name, then the host and the port.
  private static func fields(_ user: String, _ channel: SASLChannel) -> String {
    let identity = user.isEmpty ? "" : "a=" + GS2Name.escaped(user)
    var result = "n,\(identity),\(separator)"
    if !channel.host.isEmpty { result += "host=\(channel.host)\(separator)" }
    if let port = channel.port { result += "port=\(port)\(separator)" }
    return result
  }

  /// RFC 6750 §2.1, `b64token`: letters, digits and a few marks.
  private static func isToken(_ token: Secret) -> Bool {
    token.reveal { octets in
      octets.indices.allSatisfy { index in
        switch octets[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x5F, 0x7E: true
        default: false
        }
      }
    }
  }

  func initialResponse() -> Secret? { message }

  /// A challenge is a refusal with its reason (RFC 7628 §3.2.2). The client has to answer before the server fails the
  /// login: with a separator in OAUTHBEARER (§3.2.3), with nothing in XOAUTH2.
  mutating func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret {
    if isRefused { throw .unexpectedChallenge }
    isRefused = true
    facts.tokenReport = BearerReport(json: challenge, leavingOut: search)
    return Secret(mechanism == .oauthBearer ? Self.separator : "")
  }
}
