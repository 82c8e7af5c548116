import MailAuthentication
import MailMessage
import OpenSSLKit
import Testing

/// Canonical forms of bodies, whole and cut everywhere.
@Suite struct BodyDigestsTests {
  static let bodies: [(body: String, simple: String, relaxed: String)] = [
    ("", "\r\n", ""), ("\r\n\r\n", "\r\n", ""), ("\n", "\r\n", ""), (" \t\r\n", " \t\r\n", ""),
    (" C \r\nD \t E\r\n\r\n\r\n", " C \r\nD \t E\r\n", " C\r\nD E\r\n"),
    ("a", "a\r\n", "a\r\n"), ("a\r\n", "a\r\n", "a\r\n"), ("a \r\n", "a \r\n", "a\r\n"),
    ("a  b", "a  b\r\n", "a b\r\n"),
    ("a\n\n\nb\n", "a\r\n\r\n\r\nb\r\n", "a\r\n\r\n\r\nb\r\n"),
    ("a\r\n \r\n\r\nb", "a\r\n \r\n\r\nb\r\n", "a\r\n\r\n\r\nb\r\n"),
    ("a\r\n\tb\r\n", "a\r\n\tb\r\n", "a\r\n b\r\n"), ("a\r\n b\r\n c", "a\r\n b\r\n c\r\n", "a\r\n b\r\n c\r\n"),
    ("a\rb\r\n", "a\rb\r\n", "a\rb\r\n"), ("a\r", "a\r\r\n", "a\r\r\n"), ("\r\r\n", "\r\r\n", "\r\r\n"),
    ("a \r b", "a \r b\r\n", "a \r b\r\n"),
    ("a\u{0}b\r\n\u{1} \u{2}", "a\u{0}b\r\n\u{1} \u{2}\r\n", "a\u{0}b\r\n\u{1} \u{2}\r\n"),
    ("\r\n\r\nx\r\n", "\r\n\r\nx\r\n", "\r\n\r\nx\r\n"), ("a\r\n\r\n \t", "a\r\n\r\n \t\r\n", "a\r\n"),
    ("ü  ö\n", "ü  ö\r\n", "ü ö\r\n"), ("  a", "  a\r\n", " a\r\n"), ("a\r\n\r", "a\r\n\r\r\n", "a\r\n\r\r\n")
  ]

  private static func hashes(_ pieces: [[UInt8]], _ kinds: [BodyHashKind]) -> [BodyHashKind: BodyHash] {
    var digests = BodyDigests(kinds)
    for piece in pieces { digests.take(piece.span) }
    return digests.finish()
  }

  @Test(arguments: bodies) func canonicalForms(body: String, simple: String, relaxed: String) throws {
    let octets = Array(body.utf8)
    let kinds = [BodyHashKind(.simple, .sha256), BodyHashKind(.relaxed, .sha256), BodyHashKind(.relaxed, .sha1)]
    let expected = try [
      DigestAlgorithm.sha256.digest(of: Array(simple.utf8)), DigestAlgorithm.sha256.digest(of: Array(relaxed.utf8)),
      DigestAlgorithm.sha1.digest(of: Array(relaxed.utf8))
    ]
    for cut in 0...octets.count {
      let found = Self.hashes([Array(octets[..<cut]), Array(octets[cut...])], kinds)
      #expect(kinds.map { found[$0]?.octets } == expected, "cut at \(cut)")
      #expect(found[kinds[0]]?.canonicalOctets == simple.utf8.count)
    }
    let found = Self.hashes(octets.map { [$0] }, kinds)
    #expect(kinds.map { found[$0]?.octets } == expected, "octet by octet")
  }

  @Test(arguments: [(0, ""), (1, "a"), (3, "a b"), (5, "a b\r\n"), (9, "a b\r\nc\r\n")])
  func limits(limit: Int, hashed: String) throws {
    let kind = BodyHashKind(.relaxed, .sha256, limit: limit)
    let found = Self.hashes([Array("a  b\r\nc".utf8)], [kind])
    #expect(found[kind]?.octets == (try DigestAlgorithm.sha256.digest(of: Array(hashed.utf8))))
    #expect(found[kind]?.canonicalOctets == 8)
  }

  /// More empty lines in a row than are handed on at a time.
  @Test func manyEmptyLines() throws {
    let gap = String(repeating: "\n", count: 1000)
    let kind = BodyHashKind(.simple, .sha256)
    let found = Self.hashes([Array("a\(gap)b\(gap)".utf8)], [kind])
    let canonical = "a" + String(repeating: "\r\n", count: 1000) + "b\r\n"
    #expect(found[kind]?.octets == (try DigestAlgorithm.sha256.digest(of: Array(canonical.utf8))))
  }
}
