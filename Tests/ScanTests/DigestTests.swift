import DNS
import Testing

@testable import Scan

/// Shards, digests, and who may go at the same time.
@Suite struct DigestTests {
  static let names = (0..<5_000).map { "n\($0).example" }

  /// Numbers that must never change: another machine counts on them.
  @Test(arguments: [("", 0xEFD01F60BA992926 as UInt64), ("example.org", 0xCD3B846CB9256CCF)])
  func digestsAreTheSameEverywhere(text: String, digest: UInt64) {
    #expect(StableDigest.of(text) == digest)
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func shardsPartition(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
    let sizes = shards.map { shard in Self.names.count { shard.contains($0) } }
    #expect(sizes.reduce(0, +) == Self.names.count)
    for name in Self.names { #expect(shards.count { $0.contains(name) } == 1) }
    let fair = Self.names.count / count
    #expect(sizes.allSatisfy { (fair / 2...fair * 3 / 2 + 20).contains($0) })
    #expect(Shard("0/\(count)") == Shard("\(count)/\(count)"))
  }

  @Test(arguments: ["", "1", "1/", "/2", "3/2", "-1/2", "1/0", "1/2/3", "a/b", "1/2000000"])
  func badShards(text: String) { #expect(Shard(text) == nil) }

  @Test func setHoldsEachOnce() {
    var set = DigestSet()
    for isNew in [true, false] {
      for name in Self.names {
        let isTaken = set.insert(DigestSet.digest(of: name))
        #expect(isTaken == isNew && set.contains(DigestSet.digest(of: name)))
      }
    }
    #expect(set.count == Self.names.count)
    #expect(!set.contains(DigestSet.digest(of: "other.example")))
  }

  @Test func gateLetsSoManyThrough() {
    var gate = AuthorityGate<Int>(most: 2, room: 3)
    let first = (1...4).map { gate.admit($0, of: "a.example") } + [gate.admit(5, of: "b.example")]
    #expect(first == [true, true, false, false, true])
    #expect(gate.waitingCount == 2 && !gate.isFull)
    let last = gate.admit(6, of: "a.example")
    #expect(!last && gate.isFull)
    let authorities: [DomainName] = ["b.example"] + Array(repeating: "a.example", count: 5)
    let next = authorities.map { gate.leave($0) }
    #expect(next == [nil, 3, 4, 6, nil, nil])
    let again = gate.admit(7, of: "a.example")
    #expect(again && gate.waitingCount == 0)
  }
}

/// Lines of results, however they are cut.
@Suite struct ResultLinesTests {
  @Test(arguments: 1...12)
  func linesComeInPieces(size: Int) {
    let octets = Array("one\n\ntwo\nthr".utf8)
    var lines = ResultLines()
    var read: [ResultLines.Line] = []
    for start in stride(from: 0, to: octets.count, by: size) {
      read += lines.read(Array(octets[start..<min(start + size, octets.count)]))
    }
    #expect(read.map { String(decoding: $0.octets, as: UTF8.self) } == ["one", "", "two"])
    #expect(read.map(\.start) == [0, 4, 5])
    #expect(lines.end == 9 && lines.isTorn)
  }

  @Test(
    arguments: [
      ("a,b,", ["a", "b", ""]), ("\"a,\"\"b\"\"\",c\r", ["a,\"b\"", "c"]), ("", [""]), ("\"\"", [""]), ("\"a", nil),
      ("\"a\"b", nil)
    ] as [(String, [String]?)])
  func rowsOfTables(line: String, fields: [String]?) {
    #expect(TableLine.fields(of: Array(line.utf8)) == fields)
  }
}
