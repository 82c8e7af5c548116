import Testing
import ZlibKit

@Suite struct GzipTests {
  /// `printf hello | gzip -n`
  static let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0, 0x86, 0xA6, 0x10, 0x36, 0x05, 0, 0,
    0
  ]

  @Test func unpacks() throws {
    #expect(Gzip.isGzip(Self.hello) && !Gzip.isGzip([0x1F]))
    #expect(try Gzip.unpack(Self.hello, limit: 5) == Array("hello".utf8))
    #expect(try Gzip.unpack(Self.hello + [1, 2], limit: 100) == Array("hello".utf8))
  }

  @Test(
    arguments: [
      (hello, 4, .tooLong), (Array(hello.dropLast(9)), 100, .incomplete), ([], 100, .incomplete),
      ([1, 2, 3], 100, .malformed),
      (Array(hello.prefix(18) + [0, 0, 0, 0, 5, 0, 0, 0]), 100, .malformed)
    ] as [([UInt8], Int, Gzip.Fault)])
  func refuses(octets: [UInt8], limit: Int, fault: Gzip.Fault) {
    #expect(throws: fault) { try Gzip.unpack(octets, limit: limit) }
  }
}
