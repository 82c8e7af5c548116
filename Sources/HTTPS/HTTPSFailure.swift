public import DNS

/// Why there is no response that can be trusted.
public enum HTTPSFailure: Error, Sendable, Hashable, Codable {
  /// Nothing was asked, and why.
  case notAsked(String)
  /// The addresses of the host could not be looked up.
  case unresolved(DNSFailure)
  /// The host has no address at all.
  case noAddress
  /// The addresses are none of the public Internet: the phrase names them.
  case noPublicAddress(String)
  /// No address could be connected to; one reason for each that was tried.
  case unreachable([String])
  /// Every address that could be reached refused the connection; one reason for each that was tried.
  case refused([String])
  /// No end in time: the phrase says what was waited for.
  case timeout(String)
  /// The connection ended before the response did.
  case closed(String)
  /// The certificate is not one to trust for this host: every reason.
  case untrusted([CertificateFault])
  /// The server and we have no version or cipher of TLS in common, or it is no TLS.
  case handshake(String)
  /// What came is no HTTP response.
  case malformed(String)

  /// Why a certificate is not to be trusted.
  public enum CertificateFault: Sendable, Hashable, Codable {
    /// None of its names is that of the host.
    case wrongName
    /// It is valid no more.
    case expired
    /// It is not valid yet.
    case notYetValid
    /// It was issued by itself.
    case selfSigned
    /// No chain leads to a root that is trusted here.
    case unknownIssuer
    /// Anything else, in the words of OpenSSL.
    case other(String)
  }

  /// Whether the failure is one of the server, which everybody meets. The others may be ours alone: a network that lets
  /// nothing out, a lost packet, a lack of time.
  public var isDefinite: Bool {
    switch self {
    case .noAddress, .untrusted, .handshake, .malformed: true
    case .notAsked, .unresolved, .noPublicAddress, .unreachable, .refused, .timeout, .closed: false
    }
  }
}

extension HTTPSFailure: CustomStringConvertible {
  /// The cause in a few words.
  public var description: String {
    switch self {
    case .notAsked(let reason): "not asked: \(reason)"
    case .unresolved(let failure): "the address of the host could not be looked up (\(failure))"
    case .noAddress: "the host has no address"
    case .noPublicAddress(let addresses): "the host has no address of the public Internet: \(addresses)"
    case .unreachable(let reasons), .refused(let reasons): "no connection (\(reasons.joined(separator: "; ")))"
    case .timeout(let what): "no answer in time: \(what)"
    case .closed(let what): "the connection ended early: \(what)"
    case .untrusted(let faults): "the certificate is not trusted: \(faults.map(\.description).joined(separator: ", "))"
    case .handshake(let reason): "no TLS connection: \(reason)"
    case .malformed(let reason): "no HTTP response: \(reason)"
    }
  }
}

extension HTTPSFailure.CertificateFault: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch self {
    case .wrongName: "it is not for this host name"
    case .expired: "it has expired"
    case .notYetValid: "it is not valid yet"
    case .selfSigned: "it is self-signed"
    case .unknownIssuer: "no chain leads from it to a public root"
    case .other(let text): text
    }
  }
}
