import DNS
import Testing

/// Addresses that lead nowhere from the public Internet, or inside.
@Suite struct SpecialPurposeTests {
  @Test(
    arguments: [
      ("10.1.2.3", .privateUse), ("192.0.0.8", .reserved), ("::192.0.2.1", .reserved), ("::1", .loopback),
      ("64:ff9b:1::a00:5", .privateUse), ("fec0::1", .privateUse), ("64:ff9b::10.0.0.5", .privateUse),
      ("64:ff9b::8.8.8.8", nil), ("2002:7f00:1::1", .loopback), ("2002:808:808::1", nil), ("2606:4700::1", nil),
      ("8.8.8.8", nil)
    ] as [(String, IPAddress.SpecialPurpose?)])
  func purpose(text: String, expected: IPAddress.SpecialPurpose?) throws {
    #expect(try #require(IPAddress(text)).specialPurpose == expected)
  }
}
