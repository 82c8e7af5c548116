import Testing

@testable import Scan

/// The names of two files, by digests.
@Suite struct ResultIndexTests {
  @Test func namesAreToldApart() {
    var index = ResultIndex()
    let inserted = [7, 8, 9, 8].enumerated().map { index.insert($1, at: $0 * 100) }
    #expect(inserted == [true, true, true, false])
    let matches = [8, 8, 5, 5, 7].map { index.match($0) }
    #expect(matches == [.known(at: 100), .again, .new, .again, .known(at: 0)])
    #expect(index.unmatched == [200] && index.count == 4)
  }

  /// Many names, growth in the midst, and rows of taken slots: the low digits of all are the same.
  @Test func manyNamesKeepTheirPlaces() {
    var index = ResultIndex()
    let digests = (1...1_500).map { UInt64($0) << 32 | UInt64($0 % 3) }
    let inserted = digests.enumerated().map { index.insert($1, at: $0) }
    #expect(inserted == inserted.map { _ in true })
    for (offset, digest) in digests.enumerated() where offset % 2 == 0 {
      let match = index.match(digest)
      #expect(match == .known(at: offset))
    }
    #expect(index.unmatched == Array(stride(from: 1, to: 1_500, by: 2)))
  }
}
