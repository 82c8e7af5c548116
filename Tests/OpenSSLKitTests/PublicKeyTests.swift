import OpenSSLKit
import Testing

@Suite struct PublicKeyTests {
  @Test(arguments: [512, 768, 1024, 2048, 4096])
  func bothFormsGiveTheSameKey(bits: Int) throws {
    let wrapped = try RSAPublicKey.decode(KeyFixtures.wrappedKey(bits))
    let bare = try RSAPublicKey.decode(KeyFixtures.octets(KeyFixtures.bare[bits] ?? ""))
    #expect(wrapped.form == .subjectPublicKeyInfo)
    #expect(bare.form == .rsaPublicKey)
    #expect(wrapped.key == bare.key)
    #expect(wrapped.key.bitCount == bits)
    #expect(wrapped.key.exponentValue == 65537)
    #expect(wrapped.deviations.isEmpty && bare.deviations.isEmpty)
    #expect(wrapped.key.subjectPublicKeyInfo == KeyFixtures.wrappedKey(bits))
    #expect(wrapped.key.weaknesses().isEmpty)
  }

  @Test func fingerprintsAreThoseOfOpenSSL() throws {
    let rsa = try RSAPublicKey.decode(KeyFixtures.wrappedKey(512)).key
    let wrapped = KeyFixtures.octets(KeyFixtures.ed25519)
    let edwards = try Ed25519PublicKey(Array(wrapped.suffix(32)))
    #expect(
      hex(try PublicKey.rsa(rsa).fingerprint())
        == "ab5d4ec546d01e16b0cbc2794539398651210cc563fb212dd57a94ea52ce2e09")
    #expect(
      hex(try PublicKey.ed25519(edwards).fingerprint())
        == "73125e0f1eb11f045a7603b2cb3a323318b3c19a842102a2105f4736d3b383dd")
    #expect(PublicKey.ed25519(edwards).subjectPublicKeyInfo == wrapped)
  }

  @Test(arguments: [
    (KeyFixtures.ed25519, PublicKeyFault.wrappedEd25519), (KeyFixtures.probabilistic, .otherAlgorithm("RSASSA-PSS")),
    (KeyFixtures.ellipticCurve, .otherAlgorithm("elliptic curve (ECDSA)")), (KeyFixtures.certificate, .certificate),
    ("LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0=", .pem), ("AAAAB3NzaC1yc2EAAAADAQAB", .openSSH),
    ("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", .rawEd25519),
    ("", .malformed(DERFault(0, "the data ends where the key should begin")))
  ])
  func rsaDecoderSaysWhatItIsInstead(base64: String, fault: PublicKeyFault) {
    #expect(throws: fault) { try RSAPublicKey.decode(KeyFixtures.octets(base64)) }
  }

  @Test(arguments: [
    (KeyFixtures.ed25519, PublicKeyFault.wrappedEd25519), (KeyFixtures.wrapped[512] ?? "", .otherAlgorithm("RSA")),
    ("AAAA", .wrongLength(3)), ("", .wrongLength(0)), ("AAAAC3NzaC1lZDI1NTE5AAAAIA==", .openSSH)
  ])
  func edwardsDecoderSaysWhatItIsInstead(base64: String, fault: PublicKeyFault) {
    #expect(throws: fault) { try Ed25519PublicKey(KeyFixtures.octets(base64)) }
  }

  /// Small elements written by hand: what is wrong, and at which octet.
  @Test(arguments: [
    ("30 06 02 01 0f 02 01 03", nil), ("30 0c 02 01 00 02 01 0f 02 01 03 02 01 03", "this is the private key"),
    ("30 09 02 01 00 30 02 06 00 04 00", "this is the private key"),
    ("30 80 02 01 0f 02 01 03", "octet 1 of the key: an indefinite length"),
    ("30 81 06 02 01 0f 02 01 03", "octet 1 of the key: the length of the key is not in its shortest form"),
    ("30 84 7f ff ff ff 02", "octet 0 of the key: the key says it has 2147483647 octets, but only 1 are left"),
    ("30 88 ff ff ff ff ff ff ff ff", "octet 1 of the key: the length of the key is absurd"),
    ("30 82 01", "octet 1 of the key: the data ends in the length of the key"),
    ("30 03 02 01 0f", "octet 5 of the key: the data ends where the public exponent should begin"),
    ("30 07 02 02 00 0f 02 01 03", "octet 4 of the key: the modulus has a superfluous leading zero octet"),
    ("30 06 02 01 8f 02 01 03", "octet 4 of the key: the modulus is negative"),
    ("30 06 02 01 00 02 01 03", "octet 2 of the key: the modulus is zero"),
    ("30 05 02 00 02 01 03", "octet 4 of the key: the modulus is empty"),
    ("30 06 02 01 0f 04 01 03", "octet 5 of the key: OCTET STRING where the public exponent (INTEGER) should be"),
    ("04 01 00", "octet 0 of the key: OCTET STRING where the key (SEQUENCE) should be")
  ])
  func saysWhatIsWrongAndWhere(hexadecimal: String, cause: String?) {
    let octets = hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    do {
      _ = try RSAPublicKey.decode(octets)
      #expect(cause == nil)
    } catch {
      #expect(error.description.hasPrefix(cause ?? "no fault"), "\(error)")
    }
  }

  @Test func toleratesWhatSomeVerifiersTolerate() throws {
    var octets = KeyFixtures.wrappedKey(512)
    let behind = try RSAPublicKey.decode(octets + [0])
    #expect(behind.deviations == [DERFault(octets.count, "1 octet behind the key")])
    // Without the NULL: 2 octets fewer in the algorithm (octet 3) and in the whole (octet 1).
    octets.removeSubrange(15..<17)
    octets[1] -= 2
    octets[3] -= 2
    let bare = try RSAPublicKey.decode(octets)
    #expect(bare.deviations.map(\.offset) == [15])
    #expect(bare.key.bitCount == 512)
  }

  @Test func hostileOctetsAreRefusedSoon() {
    let key = KeyFixtures.wrappedKey(1024)
    for end in 0..<key.count { #expect(throws: PublicKeyFault.self) { try RSAPublicKey.decode(Array(key[..<end])) } }
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var octets = key
      for _ in 0..<3 {
        octets[Int.random(in: 0..<40, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if let decoded = try? RSAPublicKey.decode(octets) { _ = decoded.key.weaknesses() }
      _ = try? Ed25519PublicKey(octets)
      _ = try? RSAPublicKey.decode(octets.shuffled(using: &generator))
    }
  }
}
