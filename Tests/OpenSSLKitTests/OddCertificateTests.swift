import AuditTesting
import Checks
import Testing

@testable import OpenSSLKit

/// Certificates that a server can send, and that no authority would issue.
@Suite struct OddCertificateTests {
  static let odd = ExampleCertificates.chain([ExampleCertificates.oddDate])

  @Test func aDateThatIsNoneIsNil() throws {
    let certificate = try #require(Self.odd.first)
    #expect(certificate.notBefore == 1_577_836_800)
    #expect(certificate.notAfter == nil && certificate.lastDay == nil && certificate.lifetime == nil)
    #expect(certificate.dnsNames.contains("mail.example.org") && certificate.isEC)
    #expect(Certificate(der: certificate.der) == certificate)
  }

  /// Somebody sends his own certificate, which cannot be read, and behind it the chain of another.
  @Test func noCertificateTakesThePlaceOfTheServers() throws {
    let sent = [ExampleCertificates.oddDate, ExampleCertificates.goodRSA, ExampleCertificates.issuer]
    let identity = try TLSServerIdentity([(sent.joined(separator: "\n"), ExampleKeys.good)])
    let session = try TLSSessionTests.handshake(.lenient(serverName: TLSSessionTests.host), identity)
    let chain = try #require(session.facts?.chain)
    #expect(chain == ExampleCertificates.chain(sent) && chain.count == 3)
    let store = try TrustStore(ExampleCertificates.chain([ExampleCertificates.root]))
    let faults = store.verdict(on: chain, at: TLSSessionTests.time, for: TLSSessionTests.host).faults
    #expect(faults.map(\.description).contains { $0.contains("notAfter") }, "\(faults)")
  }

  /// OpenSSL's status, how many faults it named, and whether that is a verdict.
  @Test(arguments: [(1, 0, true), (1, 2, true), (0, 2, true), (0, 0, false), (-1, 0, false), (-1, 2, false)])
  func aChainIsTrustedWhenOpenSSLSaysSo(status: Int32, count: Int, isVerdict: Bool) {
    let faults = (0..<count).map { CertificateFault(.expired, depth: $0) }
    #expect((ChainVerdict(status: status, faults: faults, path: []) != nil) == isVerdict)
  }

  /// A chain, and what is wrong with its end for somebody who trusts nobody.
  @Test(
    arguments: [
      ([ExampleCertificates.good], .incompleteChain, 0),
      ([ExampleCertificates.good, ExampleCertificates.issuer], .incompleteChain, 1),
      ([ExampleCertificates.good, ExampleCertificates.issuer, ExampleCertificates.root], .unknownIssuer, 2),
      ([ExampleCertificates.unknown, ExampleCertificates.stranger], .unknownIssuer, 1),
      ([ExampleCertificates.selfSigned], .selfSigned, 0)
    ] as [([String], CertificateFault.Reason, Int)])
  func aChainThatEndsEarlyIsIncomplete(chain: [String], reason: CertificateFault.Reason, depth: Int) throws {
    let verdict = try TrustStore([]).verdict(on: ExampleCertificates.chain(chain), at: TLSSessionTests.time)
    #expect(verdict.faults == [CertificateFault(reason, depth: depth)])
  }

  /// What OpenSSL says, the alert in it, whether the peer refused, and whether it is our own doing.
  @Test(
    arguments: [
      ("handshake", "0A000410:SSL routines::ssl/tls alert handshake failure", 40, true, false),
      ("handshake", "0A00042E:SSL routines::tlsv1 alert protocol version", 70, true, false),
      ("handshake", "0A000458:SSL routines::tlsv1 unrecognized name", 112, true, false),
      ("handshake", "0A000102:SSL routines::unsupported protocol", nil, true, false),
      ("handshake", "0A000172:SSL routines::wrong signature type", nil, true, false),
      ("handshake", "0A00010B:SSL routines::wrong version number", nil, false, false),
      ("handshake", "0A0000BF:SSL routines::no protocols available", nil, false, true),
      ("ciphers", "0A0000B9:SSL routines::no cipher match", nil, false, true),
      ("handshake", "0480006C:PEM routines::no start line", nil, false, false),
      ("handshake", "garbage", nil, false, false)
    ] as [(String, String, Int?, Bool, Bool)])
  func whoFailedIsTold(operation: String, text: String, alert: Int?, isRefusal: Bool, isOurs: Bool) {
    let error = OpenSSLError(operation: operation, reasons: ["error:" + text])
    #expect(error.alert == alert && error.isRefusal == isRefusal && error.isOurs == isOurs)
  }

  @Test func theIssuersKeyIsKnownByItsSignature() {
    let chain = ExampleCertificates.chain([
      ExampleCertificates.good, ExampleCertificates.issuer, ExampleCertificates.root
    ])
    for (index, certificate) in chain.enumerated() {
      let signed = chain.map { $0.isSigned(by: certificate.publicKeyInfo) }
      #expect(signed == [index == 1, index == 2, index == 2])
    }
    #expect(!chain[0].isSigned(by: []) && !chain[0].isSigned(by: [0x30, 0x80]))
  }
}
