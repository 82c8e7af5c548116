import AuditTesting
import Testing
import ZlibKit

/// Unpacking in pieces, whatever their size.
@Suite struct InflateStreamTests {
  static func unpack(
    _ octets: [UInt8], pieces: Int = .max, limits: InflateLimits = InflateLimits(octets: 1 << 20),
    as wrapping: InflateStream.Wrapping = .gzip
  ) throws(InflateFault) -> (octets: [UInt8], stream: InflateStream) {
    let stream = InflateStream(wrapping, limits: limits)
    var (result, start): ([UInt8], Int) = ([], 0)
    while start < octets.count, !stream.isComplete {
      let end = pieces < octets.count - start ? start + pieces : octets.count
      _ = try stream.take(octets.span.extracting(start..<end)) { piece in
        for index in piece.indices { result.append(piece[index]) }
        return true
      }
      start = end
    }
    try stream.finish()
    return (result, stream)
  }

  static let text = Array("hello, hello".utf8)

  @Test(arguments: [1, 2, 5, .max])
  func unpacksMembers(pieces: Int) throws {
    let one = try Self.unpack(Packing.gzip(Self.text), pieces: pieces)
    #expect(one.octets == Self.text && !one.stream.hasTrailingOctets)
    let two = try Self.unpack(Packing.gzip(Self.text) + Packing.gzip([1, 2]) + Packing.gzip([]), pieces: pieces)
    #expect(two.octets == Self.text + [1, 2] && !two.stream.hasTrailingOctets)
    for tail in [[0, 0, 0], [0x1F, 0, 0, 0], Array("bye".utf8)] as [[UInt8]] {
      let trailing = try Self.unpack(Packing.gzip(Self.text) + tail, pieces: pieces)
      #expect(trailing.octets == Self.text && trailing.stream.hasTrailingOctets)
    }
    let raw = try Self.unpack(Packing.deflate(Self.text), pieces: pieces, as: .none)
    #expect(raw.octets == Self.text && raw.stream.isComplete)
  }

  @Test func largeDataComesInPieces() throws {
    let data = Packing.run(of: 0x61, count: 4_000)
    let limits = InflateLimits(octets: 2_000_000)
    #expect(try Self.unpack(data, limits: limits, as: .none).octets == [UInt8](repeating: 0x61, count: 4_000 * 258 + 1))
  }

  @Test func endsWhenNoMoreIsWanted() throws {
    let stream = InflateStream(.none, limits: InflateLimits(octets: .max))
    let data = Packing.run(of: 0x61, count: 100_000)
    _ = try stream.take(data.span) { _ in false }
    #expect(stream.isComplete && stream.unpacked <= 65_536)
  }

  @Test func refuses() {
    let bomb = Packing.run(of: 0, count: 10_000)
    #expect(throws: InflateFault.tooLong(1_000)) {
      try Self.unpack(bomb, limits: InflateLimits(octets: 1_000), as: .none)
    }
    #expect(throws: InflateFault.tooDense(100)) {
      try Self.unpack(bomb, limits: InflateLimits(octets: .max, ratio: 100, freeOctets: 1_000), as: .none)
    }
    #expect(throws: InflateFault.incomplete) { try Self.unpack(Array(Packing.gzip(Self.text).dropLast(1))) }
    #expect(throws: InflateFault.incomplete) { try Self.unpack([]) }
    var wrong = Packing.gzip(Self.text)
    wrong[wrong.count - 5] ^= 1
    #expect(throws: InflateFault.malformed("incorrect data check")) { try Self.unpack(wrong) }
    #expect(throws: InflateFault.malformed("incorrect header check")) { try Self.unpack(Array("hello".utf8)) }
  }

  @Test(arguments: [.malformed("x"), .incomplete, .tooLong(1), .tooDense(1)] as [InflateFault])
  func faultsHaveWords(fault: InflateFault) { #expect(!fault.description.isEmpty) }
}
