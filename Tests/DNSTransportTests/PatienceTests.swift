import NIOCore
import Testing

@testable import DNSTransport

/// When a datagram is sent again. The clock is a number.
@Suite struct PatienceTests {
  /// Samples, and SRTT, RTTVAR and RTO behind them, in microseconds (RFC 6298 §2.2, §2.3).
  static let estimates: [([Int64], Int64, Int64, Int64)] = [
    ([100_000], 100_000, 50_000, 300_000),
    ([100_000, 100_000], 100_000, 48_438, 293_752),
    ([100_000, 164_000], 101_000, 50_438, 302_752),
    ([100_000, 36_000], 99_000, 50_438, 300_752),
    // A variation below the clock's tick is none (RFC 6298 §2.3: G).
    (Array(repeating: 20_000, count: 1_000), 20_000, 0, 45_000)
  ]

  @Test(arguments: estimates)
  func estimate(samples: [Int64], smoothed: Int64, variation: Int64, timeout: Int64) throws {
    var estimate = RoundTripEstimate()
    #expect(estimate.timeout == nil)
    for sample in samples { estimate.take(.microseconds(sample)) }
    let found = [estimate.smoothed, estimate.variation, estimate.timeout].compactMap { $0?.nanoseconds }
    try #require(found.count == 3)
    for (found, expected) in zip(found, [smoothed, variation, timeout]) {
      #expect(abs(found - expected * 1_000) < 4_000, "\(found)")
    }
  }

  /// Answers of a server in turn, in milliseconds, and the pause that follows, of 800 at most.
  static let patterns: [([Int64], ClosedRange<Int64>)] = [
    ([], 800...800), ([1], 50...50), ([5, 7, 9], 50...50), ([400], 425...440), ([2_000], 800...800),
    // Three quarters from the cache, the rest from near and far servers.
    ([1, 1, 1, 30, 1, 1, 1, 60, 1, 1, 1, 300], 150...500),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 400], 100...300)
  ]

  @Test(arguments: patterns)
  func pauseFollowsTheAnswers(times: [Int64], pause: ClosedRange<Int64>) {
    var patience = Patience(timeout: .seconds(5))
    for _ in 0..<(times.isEmpty ? 0 : 600 / times.count) {
      for time in times {
        patience.learn(sinceFirst: .milliseconds(time), sinceLast: .milliseconds(time), repetitions: 0)
      }
    }
    #expect(pause.contains(patience.pause.milliseconds), "\(patience.pause.milliseconds)")
    patience.forget()
    #expect(patience.pause == .milliseconds(800))
  }

  /// Nobody knows which datagram an answer belongs to (RFC 6298 §3), but for one that comes too late for the last.
  @Test(arguments: [(6 as Int64, false), (900, true)])
  func answersToRepetitions(sinceLast: Int64, isTaken: Bool) {
    var patience = Patience(timeout: .seconds(20))
    patience.learn(sinceFirst: .milliseconds(900), sinceLast: .milliseconds(sinceLast), repetitions: 1)
    #expect(patience.estimate == RoundTripEstimate(), "nothing is usual yet")
    for _ in 0..<100 { patience.learn(sinceFirst: .milliseconds(5), sinceLast: .milliseconds(5), repetitions: 0) }
    let before = patience.estimate
    patience.learn(sinceFirst: .milliseconds(950), sinceLast: .milliseconds(sinceLast), repetitions: 1)
    #expect((patience.estimate != before) == isTaken)
  }

  /// The pauses behind all datagrams of a question that is never answered.
  static let pauses: [(Int64, [Int64])] = [
    (1, [50, 100, 200, 800, 1_600]), (400, [425, 850, 1_700]), (900, [800, 1_600])
  ]

  @Test(arguments: pauses)
  func pausesGrow(time: Int64, expected: [Int64]) {
    var patience = Patience(timeout: .seconds(5))
    for _ in 0..<600 {
      patience.learn(sinceFirst: .milliseconds(time), sinceLast: .milliseconds(time), repetitions: 0)
    }
    var pauses = [patience.pause]
    while pauses.reduce(.zero, +) < .seconds(5) {
      pauses.append(patience.next(after: pauses[pauses.count - 1], repetitions: pauses.count))
    }
    #expect(pauses.dropLast().map(\.milliseconds) == expected)
  }

  @Test func shortTimeouts() {
    var patience = Patience(timeout: .milliseconds(25))
    #expect(patience.pause == .milliseconds(4))
    patience.learn(sinceFirst: .zero, sinceLast: .zero, repetitions: 0)
    #expect(patience.pause == .milliseconds(4))
  }
}

/// Questions one behind the other to servers that lose some and are slow with others.
@Suite struct PatientQuestionsTests {
  struct Network: CustomTestStringConvertible {
    let testDescription: String
    /// Percent of the datagrams that are lost, and percent whose answers are three seconds late.
    var lost: UInt64 = 0
    var late: UInt64 = 0
    /// Percent of the names for which the server has to ask others, however often they are asked.
    var slow: UInt64 = 0
    /// How long answers take, in milliseconds.
    var fastTime: Int64 = 5
    var slowTime: Int64 = 0
    /// Datagrams sent again, in percent of the questions, and the wait for an answer on average, in milliseconds.
    let again: ClosedRange<Int>
    let wait: ClosedRange<Int64>
  }

  static let networks: [Network] = [
    Network(testDescription: "sound", again: 0...0, wait: 5...5),
    Network(testDescription: "a tenth is lost", lost: 10, again: 10...13, wait: 9...20),
    Network(testDescription: "a hundredth is lost, 100 ms away", lost: 1, fastTime: 100, again: 1...2, wait: 100...105),
    // Beyond what the credit pays for, everybody's pause.
    Network(testDescription: "a third is lost", lost: 33, again: 40...55, wait: 100...400),
    Network(testDescription: "a tenth is slow", slow: 10, fastTime: 1, slowTime: 400, again: 0...15, wait: 40...43),
    Network(testDescription: "half is slow", slow: 50, fastTime: 1, slowTime: 400, again: 0...1, wait: 195...205),
    Network(testDescription: "a tenth is far too late", late: 10, again: 10...13, wait: 9...20)
  ]

  @Test(arguments: networks)
  func questions(network: Network) {
    var (random, patience) = (UInt64(1), Patience(timeout: .seconds(5)))
    var (again, wait) = (0, Int64(0))
    func draw(_ share: UInt64) -> Bool {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (random >> 33) % 100 < share
    }
    func arrival(_ sent: Int64) -> Int64 { draw(network.lost) ? .max : sent + (draw(network.late) ? 3_000 : 0) }
    let count = 20_000
    for number in 0..<count + 500 {
      patience.begin()
      let time = draw(network.slow) ? network.slowTime : network.fastTime
      // A server answers a name whenever it was asked for it, once it knows.
      func answer(_ sent: Int64, _ arrival: Int64) -> Int64 {
        arrival == .max ? .max : max(time, arrival + min(time, network.fastTime))
      }
      var (first, last, repetitions, pause) = (answer(0, arrival(0)), Int64(0), 0, patience.pause)
      while last + pause.milliseconds < min(first, 5_000) {
        guard patience.allowsRepetition(after: pause) else {
          pause = patience.patientPause
          continue
        }
        last += pause.milliseconds
        repetitions += 1
        pause = patience.next(after: pause, repetitions: repetitions)
        first = min(first, answer(last, arrival(last)))
      }
      if first < 5_000 {
        patience.learn(
          sinceFirst: .milliseconds(first), sinceLast: .milliseconds(first - last), repetitions: repetitions)
      }
      // The first ones make the acquaintance.
      if number >= 500 { (again, wait) = (again + repetitions, wait + min(first, 5_000)) }
    }
    #expect(network.again.contains(again * 100 / count), "\(again * 100 / count)")
    #expect(network.wait.contains(wait / Int64(count)), "\(wait / Int64(count))")
  }

  /// A server that falls silent gets hardly more than before anything was known of it.
  @Test func silenceIsNotFlooded() {
    var patience = Patience(timeout: .seconds(5))
    for _ in 0..<2_000 {
      patience.begin()
      patience.learn(sinceFirst: .milliseconds(5), sinceLast: .milliseconds(5), repetitions: 0)
    }
    let early = (0..<10_000).count { _ in
      patience.begin()
      return patience.allowsRepetition(after: patience.pause)
    }
    #expect((2_100...2_200).contains(early), "\(early)")
  }
}

extension TimeAmount {
  fileprivate var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
