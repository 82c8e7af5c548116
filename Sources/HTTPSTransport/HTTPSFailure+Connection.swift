import HTTPS
import OpenSSLKit
import TLSTransport

extension HTTPSFailure {
  /// What the failure of a connection means for a request.
  init(_ failure: ConnectionFailure, during what: String) {
    switch failure {
    case .timedOut: self = .timeout(what)
    case .refused, .unreachable: self = .unreachable([failure.description])
    case .closed, .broken: self = .closed("\(what): \(failure)")
    case .octetsBeforeTLS: self = .handshake(failure.description)
    case .tooMuch: self = .malformed(failure.description)
    case .tls(let error):
      // A server, or something on the way, that closes in the middle of TLS has told nothing.
      self = error.plainReason.contains("unexpected eof") ? .closed(what) : .handshake(error.plainReason)
    }
  }
}

extension HTTPSFailure.CertificateFault {
  /// The fault of a chain.
  init(_ fault: CertificateFault) {
    switch fault.reason {
    case .nameMismatch: self = .wrongName
    case .expired where fault.depth == 0: self = .expired
    case .notYetValid where fault.depth == 0: self = .notYetValid
    case .selfSigned: self = .selfSigned
    case .unknownIssuer: self = .unknownIssuer
    default: self = .other(fault.description)
    }
  }
}

extension ServerCertificate {
  /// The facts of a certificate; nil when its dates are none.
  init?(_ certificate: Certificate) {
    guard let notBefore = certificate.notBefore, let notAfter = certificate.notAfter else { return nil }
    self.init(
      notBefore: notBefore, notAfter: notAfter, names: certificate.dnsNames,
      issuer: certificate.issuerName)
  }
}
