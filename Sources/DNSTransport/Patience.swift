import NIOCore

/// When the datagrams to one server are sent again: soon when its answers come fast and alike, late when they do not; and no
/// more of them than the share that a lossy network explains.
///
/// A datagram that is sent again before the time that every server gets is early, and needs credit, which questions earn. So
/// a wrong guess costs the server little, however many of its answers are slow.
struct Patience {
  /// The wait behind a first datagram: RTO within its bounds.
  private(set) var pause: TimeAmount
  private(set) var estimate = RoundTripEstimate()
  /// How long a server is waited for of which nothing is known.
  private let longest: TimeAmount
  private let shortest: TimeAmount
  /// Questions that were not repeated yet; so many pay for one repetition.
  private var credit = RepetitionLimits.firstCredit

  /// Knows nothing yet of a server that has so long for a question.
  init(timeout: TimeAmount) {
    longest = .nanoseconds(timeout.nanoseconds / RepetitionLimits.timeoutParts * RepetitionLimits.longestParts)
    shortest = min(RepetitionLimits.shortest, longest)
    pause = longest
  }

  /// A question is sent.
  mutating func begin() { credit = min(credit + 1, RepetitionLimits.mostCredit) }

  /// Whether a datagram may be sent again behind a pause; ``patientPause`` needs nobody's leave.
  mutating func allowsRepetition(after pause: TimeAmount) -> Bool {
    if pause >= longest { return true }
    guard credit >= RepetitionLimits.questionsPerRepetition else { return false }
    credit -= RepetitionLimits.questionsPerRepetition
    return true
  }

  /// The pause of a question whose early repetition is not allowed.
  var patientPause: TimeAmount { longest }

  /// The pause behind the next repetition: twice as long (RFC 6298 §5.5), and patient after some early ones.
  func next(after pause: TimeAmount, repetitions: Int) -> TimeAmount {
    repetitions < RepetitionLimits.early ? pause * 2 : max(pause * 2, longest)
  }

  /// An answer came: so long after its question was sent first, and after it was sent last.
  ///
  /// What was sent again gives no sample, since nobody knows which datagram is answered (RFC 6298 §3, Karn). But if only fast
  /// answers counted, a server with slow ones too would never be known as such: when the time after the last datagram is
  /// unusually long, the answer is taken for one to the first.
  mutating func learn(sinceFirst: TimeAmount, sinceLast: TimeAmount, repetitions: Int) {
    guard repetitions == 0 || estimate.isLate(sinceLast) else { return }
    estimate.take(sinceFirst)
    pause = estimate.timeout.map { min(max($0, shortest), longest) } ?? longest
  }

  /// The server is gone, and may come back as another: nothing is known of it.
  mutating func forget() { self = Patience(longest: longest, shortest: shortest) }

  private init(longest: TimeAmount, shortest: TimeAmount) {
    (self.longest, self.shortest, pause, credit) = (longest, shortest, longest, 0)
  }
}

/// The limits of sending again.
enum RepetitionLimits {
  /// The first repetition comes at the latest after so many parts of the time that a server has: 0.8 s of 5 s.
  static let (longestParts, timeoutParts): (Int64, Int64) = (4, 25)
  /// And at the earliest after two ticks of the clock: a busy resolver on the same host needs as much now and then.
  static let shortest: TimeAmount = .milliseconds(2 * TransportLimits.tickMilliseconds)
  /// Early repetitions of one try: when one datagram of ten is lost, a question of ten thousand needs more.
  static let early = 3
  /// One early repetition for so many questions at most.
  static let questionsPerRepetition = 5
  /// The credit to begin with.
  static let firstCredit = 100
  /// The most credit: a network that was good for long may lose a part of a whole window at once.
  static let mostCredit = 1_000
  /// RFC 6298 §2.3: K.
  static let variations: Int64 = 4
  /// The inverses of α and β: eight times as many samples as RFC 6298 §2.3 looks back on.
  static let smoothedSamples: Int64 = 64
  static let variationSamples: Int64 = 32
}
