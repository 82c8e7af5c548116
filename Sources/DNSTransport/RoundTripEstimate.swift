import NIOCore

/// How long a server takes to answer, and how much that varies: SRTT and RTTVAR of RFC 6298 §2.
///
/// RFC 6298 has one sample a round trip in mind. A resolver has hundreds of questions under way, and samples follow on each
/// other in fractions of one; with the gains of the RFC, a few answers from its cache would make it forget how long a far
/// server takes. Smaller gains keep more samples in mind (RFC 7323, Appendix G).
struct RoundTripEstimate: Equatable {
  /// SRTT; nil before the first sample.
  private(set) var smoothed: TimeAmount?
  /// RTTVAR: the mean deviation.
  private(set) var variation: TimeAmount = .zero

  /// Takes in the time that one answer took.
  mutating func take(_ sample: TimeAmount) {
    guard let smoothed else {
      self.smoothed = sample
      variation = .nanoseconds(sample.nanoseconds / 2)
      return
    }
    let error = sample.nanoseconds - smoothed.nanoseconds
    variation = .nanoseconds(
      variation.nanoseconds + (abs(error) - variation.nanoseconds) / RepetitionLimits.variationSamples)
    self.smoothed = .nanoseconds(smoothed.nanoseconds + error / RepetitionLimits.smoothedSamples)
  }

  /// RTO: how long to wait for an answer before its question counts as lost; nil before the first sample.
  var timeout: TimeAmount? {
    smoothed.map { $0 + max(Self.tick, variation * RepetitionLimits.variations) }
  }

  /// G: the clock that sends again is no finer.
  private static var tick: TimeAmount { .milliseconds(TransportLimits.tickMilliseconds) }

  /// Whether an answer that came so long after a question was sent again came later than is usual.
  func isLate(_ time: TimeAmount) -> Bool { smoothed.map { time > $0 + max(Self.tick, variation) } ?? false }
}
