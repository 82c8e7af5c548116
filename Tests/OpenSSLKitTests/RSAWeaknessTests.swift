import OpenSSLKit
import Testing

@Suite struct RSAWeaknessTests {
  /// 512 bits, made for this test after the structure that the paper describes.
  static let flawed = "k2uNs2U+YB+pQnFeKOW4M3JeE7yulkinZgstdTqy4gU3nz0m8Fd+gQVnX8gSCA1PiHaa82Nz0vJIC83pXLEIjw=="
  /// Two moduli of 512 bits with one prime in common, and that prime.
  static let siblings = (
    "x4bQxQdLW36lJ/cQnWpe6L3S5GGjGR1brVl7wunltstjtNT7j7SGEZr/dSLOeaZ9IRcn6mefndoNapWLQUWNGQ==",
    "vI74/HLuvLfaxye5hVvXsxl1KlCgK7UW8hg8vD16L7KzCrnsUeNDa+PQInELwoedd+1gz23pNxl0A1xDtguRCQ==",
    "9hYiIK9y+gEVsEP52FiEf/Z+xE/EskhBNOWvJO8x7Z0="
  )

  @Test(
    arguments: [
      ([1], [RSAWeakness.exponentIsOne]), ([3], [.exponentIsThree]), ([2], [.exponentIsEven]), ([1, 0, 1], []),
      ([0x7F, 0xFF, 0xFF, 0xFF], []), ([0x80, 0, 0, 1], [.exponentIsLong(bits: 32)])
    ] as [([UInt8], [RSAWeakness])])
  func exponents(exponent: [UInt8], weaknesses: [RSAWeakness]) throws {
    let modulus = try RSAPublicKey.decode(KeyFixtures.wrappedKey(1024)).key.modulus
    #expect(RSAPublicKey(modulus: modulus, exponent: exponent).weaknesses() == weaknesses)
  }

  @Test func aKeyOfOpenSSLWithExponentThree() throws {
    #expect(
      try RSAPublicKey.decode(KeyFixtures.octets(KeyFixtures.exponentThree)).key.weaknesses() == [.exponentIsThree])
  }

  @Test(arguments: [
    (KeyFixtures.octets(flawed), [RSAWeakness.roca]), ([0x01, 0x00], [.modulusIsEven]), ([15], [.smallFactor(3)]),
    ([0x0E, 0x6D], [.smallFactor(3)]), ([0x03, 0xE5], []), ([], [.modulusIsEven]),
    (Array(repeating: 0xFF, count: 128), [.smallFactor(3)]), (Array(repeating: 0xFF, count: 100_000), [])
  ])
  func moduli(modulus: [UInt8], weaknesses: [RSAWeakness]) {
    #expect(RSAPublicKey(modulus: modulus, exponent: [1, 0, 1]).weaknesses() == weaknesses)
  }

  @Test func sharedFactors() throws {
    let keys = [Self.siblings.0, Self.siblings.1].map {
      RSAPublicKey(modulus: KeyFixtures.octets($0), exponent: [1, 0, 1])
    }
    #expect(keys[0].sharedFactor(with: keys[1]) == KeyFixtures.octets(Self.siblings.2))
    #expect(keys[0].sharedFactor(with: keys[0]) == nil)
    let other = try RSAPublicKey.decode(KeyFixtures.wrappedKey(2048)).key
    #expect(keys[0].sharedFactor(with: other) == nil)
  }
}
