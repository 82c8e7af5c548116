import AuditTesting
import Checks
import OpenSSLKit
import Testing

@Suite struct CertificateTests {
  @Test func factsAreRead() throws {
    let certificate = try #require(ExampleCertificates.chain([ExampleCertificates.good]).first)
    #expect(certificate.subject == "CN=mail.example.org")
    #expect(certificate.issuerName == "Example Issuer")
    #expect(certificate.dnsNames == ["mail.example.org", "mail2.example.org", "*.mailhosts.example"])
    #expect(certificate.notBefore == 1_577_836_800)
    #expect(certificate.notAfter == 4_733_510_400)
    #expect(certificate.keyKind == "EC prime256v1")
    #expect(certificate.keyBits == 256)
    #expect(certificate.signatureAlgorithm == "ecdsa-with-SHA256")
    #expect(!certificate.isSelfSigned && !certificate.isCA && certificate.isEC)
    #expect(certificate.extendedKeyUsages == ["serverAuth"])
    #expect(try certificate.fingerprint().count == 32)
    #expect(try certificate.keyFingerprint(.sha512).count == 64)
    #expect(Certificate(der: certificate.der) == certificate)
    let root = try #require(ExampleCertificates.chain([ExampleCertificates.root]).first)
    #expect(root.isSelfSigned && root.isCA)
  }

  @Test func octetsThatAreNoCertificateAreRefused() throws {
    let der = try #require(ExampleCertificates.chain([ExampleCertificates.good]).first).der
    #expect(Certificate(der: []) == nil)
    #expect(Certificate(der: [0x30, 0x80]) == nil)
    #expect(Certificate(der: der + [0]) == nil)
    for count in stride(from: 1, to: der.count, by: 37) { #expect(Certificate(der: Array(der.prefix(count))) == nil) }
    #expect(try Certificate.readPEM("no PEM here").isEmpty)
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    #expect(throws: OpenSSLError.self) { try Certificate.readPEM(broken) }
  }

  @Test(arguments: [
    ("mail.example.org", "mail.example.org", true), ("MAIL.Example.ORG", "mail.example.org", true),
    ("mail.example.org", "mail.example.org.", true), ("*.example.org", "mail.example.org", true),
    ("*.example.org", "example.org", false), ("*.example.org", "a.mail.example.org", false),
    ("m*.example.org", "mail.example.org", false), ("mail.*.org", "mail.example.org", false),
    ("*.org", "example.org", false), ("*", "org", false), ("*.*.org", "mail.example.org", false),
    ("example.org", "mail.example.org", false), ("mail.example.org", "example.org", false), ("", "", false),
    (".example.org", "mail.example.org", false), ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example", true),
    ("mail.example.org\u{0}.evil.example", "mail.example.org", false), ("*mail.example.org", "mail.example.org", false)
  ])
  func namesAreCompared(presented: String, host: String, matches: Bool) {
    #expect(HostNames.matches(presented, host) == matches)
  }
}
