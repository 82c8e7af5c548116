import OpenSSLKit
import Testing

@Suite struct SecretTests {
  private static let secret = Secret("hunter2")

  /// Every way of printing that the language has.
  @Test(arguments: [
    "\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])", "\(["password": secret])",
    "\(Holder(secret: secret))", String(reflecting: Holder(secret: secret)), dumped(secret),
    dumped(Holder(secret: secret)), "\(Optional(secret) as Any)"
  ])
  func itCannotBePrinted(text: String) {
    #expect(text.contains("[secret]"))
    #expect(!text.contains("hunter"))
  }

  private struct Holder { let secret: Secret }

  private static func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test func itCannotBeEncodedNorLookedInto() {
    #expect(!(Self.secret as Any is any Encodable))
    #expect(!(Self.secret as Any is any Hashable))
    #expect(Mirror(reflecting: Self.secret).children.isEmpty)
  }

  @Test(arguments: [("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false), ("", "a", false)])
  func secretsAreCompared(left: String, right: String, isEqual: Bool) {
    #expect((Secret(left) == Secret(right)) == isEqual)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func aBuilderKeepsEveryOctet(count: Int) {
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    var one = SecretBuilder(capacity: 0)
    var many = SecretBuilder()
    for octet in octets { one.append(octet) }
    many.append(octets.span)
    let secret = one.finish()
    #expect(secret.count == count && secret.isEmpty == (count == 0))
    let other = many.finish()
    #expect(secret == other)
    #expect(secret.reveal { span in span.indices.map { span[$0] } } == octets)
  }

  @Test func exclusiveOrNeedsEqualLengths() {
    #expect(Secret("abc").exclusiveOr(Secret("   ")) == Secret("ABC"))
    #expect(Secret("abc").exclusiveOr(Secret("ab")) == nil)
  }

  /// RFC 2202 §2 and §3, RFC 4231 §4.3.
  @Test(arguments: [
    (HashFunction.md5, "750c783e6ab0b503eaa86e310a5db738"), (.sha1, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    (.sha256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  ])
  func hmac(function: HashFunction, code: String) throws {
    let result = try function.hmac(of: Secret("what do ya want for nothing?"), key: Secret("Jefe"))
    #expect(result.hexadecimal == code)
    #expect(result.count == function.octetCount && function.isAvailable)
  }

  /// FIPS 180-2 appendices A and B, RFC 1321 appendix A.5.
  @Test(arguments: [
    (HashFunction.md5, "900150983cd24fb0d6963f7d28e17f72"), (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  ])
  func digest(function: HashFunction, digest: String) throws {
    #expect(try function.digest(of: Secret("abc")).hexadecimal == digest)
  }

  /// RFC 6070 §2 and RFC 7914 §11.
  @Test(arguments: [
    (HashFunction.sha1, "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
    (.sha1, "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
    (.sha256, "passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")
  ])
  func pbkdf2(function: HashFunction, password: String, salt: String, iterations: Int, key: String) throws {
    let result = try function.pbkdf2(password: Secret(password), salt: Array(salt.utf8), iterations: iterations)
    #expect(result.hexadecimal == key)
  }

  @Test func randomOctetsDiffer() throws {
    let numbers = try (0..<10).map { _ in try RandomOctets.make(16) }
    #expect(Set(numbers).count == 10 && numbers.allSatisfy { $0.count == 16 })
  }
}

extension Secret {
  /// The octets in hexadecimal: for tests, which know them anyway.
  fileprivate var hexadecimal: String { reveal { octets in hex(octets.indices.map { octets[$0] }) } }
}
