import OpenSSLKit
import Testing

@Suite struct DigestTests {
  /// The vectors of FIPS 180-2 appendices A and C, and the empty text.
  @Test(arguments: [
    (DigestAlgorithm.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      .sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      .sha512, "abc",
      """
      ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
      2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
      """
    )
  ])
  func vectors(algorithm: DigestAlgorithm, text: String, digest: String) throws {
    let octets = try algorithm.digest(of: Array(text.utf8))
    #expect(hex(octets) == digest)
    #expect(octets.count == algorithm.octetCount)
  }

  @Test(arguments: DigestAlgorithm.allCases, [1, 63, 64, 65, 1000])
  func piecesGiveTheSameAsTheWhole(algorithm: DigestAlgorithm, size: Int) throws {
    let text = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var context = try DigestContext(algorithm)
    for start in stride(from: 0, to: text.count, by: size) {
      try context.update(text[start..<min(start + size, text.count)].span)
    }
    #expect(try context.finish() == algorithm.digest(of: text))
  }
}

func hex(_ octets: [UInt8]) -> String {
  octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
