import Testing

@testable import CommandLine

/// How many domains a thread has under way, by how much of its time it had nothing to do.
@Suite struct ScanLaneTests {
  @Test(arguments: [
    // A resolver far away: twice as many each time, up to what the user allows.
    (most: 100, idle: [0.9, 0.8, 0.95, 0.9], widths: [32, 64, 100, 100]),
    // One nearby: a few more, and again fewer.
    (most: 100, idle: [0.2, 0.1, 0.0, 0.04], widths: [20, 20, 18, 16]),
    // A busy thread keeps the least number, and a small bound is kept.
    (most: 100, idle: Array(repeating: 0, count: 9), widths: [14, 13, 12, 11, 10, 9, 8, 8, 8]),
    (most: 3, idle: [0.0, 0.9], widths: [3, 3]),
    (most: 1, idle: [0.9, 0.0], widths: [1, 1])
  ])
  func followsIdleTime(most: Int, idle: [Double], widths: [Int]) {
    var lane = ScanLane(most: most, adapts: true)
    for (part, width) in zip(idle, widths) {
      lane.adapt(idle: part)
      #expect(lane.width == width, "after \(part) of \(idle)")
    }
  }

  @Test func unknownIdleTimeGivesAll() {
    var lane = ScanLane(most: 100, adapts: true)
    lane.adapt(idle: nil)
    #expect(lane.width == 100)
    #expect(ScanLane(most: 100, adapts: false).width == 100)
  }

  @Test func hasRoomForItsWidth() {
    var lane = ScanLane(most: 2, adapts: true)
    for hasRoom in [true, true, false] {
      #expect(lane.hasRoom == hasRoom)
      lane.enter()
    }
    lane.leave()
    #expect(!lane.hasRoom)
  }
}
