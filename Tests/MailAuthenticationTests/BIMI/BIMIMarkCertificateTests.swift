import DNS
import MailAuthentication
import OpenSSLKit
import Testing

@testable import Checks

/// Mark certificates and the logos in them (RFC 9399).
@Suite struct BIMIMarkCertificateTests {
  private static func read(_ pem: String) throws -> BIMIMarkCertificate {
    try BIMIMarkCertificate(pem: Array(pem.utf8))
  }

  @Test func readsWhatItVouchesFor() throws {
    let mark = try Self.read(ExampleMarks.verified + "\n" + ExampleMarks.root)
    #expect(mark.markType == "Registered Mark" && !mark.isCommon && mark.isForBIMI && mark.hasTimestamps)
    #expect(mark.position == 0 && mark.chain.count == 2)
    #expect(mark.logo == .svg(Array(ExampleMarks.logo.utf8), isDigestRight: true))
    #expect(mark.isFor(["news.example.org", "example.org"]) && !mark.isFor(["example.net"]))
    #expect(try Self.read(ExampleMarks.common).isCommon)
    #expect(try Self.read(ExampleMarks.root + "\n" + ExampleMarks.verified).position == 1)
  }

  @Test func noticesAnotherLogoThanTheDigestIsOf() throws {
    #expect(try Self.read(ExampleMarks.damaged).logo == .svg(Array(ExampleMarks.logo.utf8), isDigestRight: false))
  }

  @Test func aServersCertificateIsNone() throws {
    let mark = try Self.read(ExampleCertificates.good)
    #expect(!mark.isForBIMI && mark.markType == nil && mark.logo == .absent && !mark.hasTimestamps)
  }

  @Test(arguments: ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
  func saysWhatElseItIs(text: String) {
    #expect(throws: BIMIMarkCertificate.Fault.self) { try Self.read(text) }
  }

  /// Whatever is cut off or changed in the extension, reading it ends in a value or a fault.
  @Test func survivesDamagedExtensions() throws {
    let certificate = try #require(try Certificate.readPEM(ExampleMarks.verified).first)
    let found = try #require(try certificate.content()[Logotype.extensionID])
    #expect(try Logotype.images(found.octets).first?.mediaType == "image/svg+xml")
    for count in 0..<found.octets.count {
      #expect(throws: DERFault.self) { try Logotype.images(Array(found.octets.prefix(count))) }
      var changed = found.octets
      changed[count] ^= 0xFF
      _ = try? Logotype.images(changed)
    }
    for index in stride(from: 0, to: certificate.der.count, by: 3) {
      var changed = certificate.der
      changed[index] ^= 0x55
      _ = try? Certificate(der: changed)?.content()
    }
  }
}
