public import DNS
import Synchronization

/// Validates answers itself: every signature from the trust anchor down, with libldns for the arithmetic.
///
/// What it learned of zones is kept for the next audits.
public final class ChainValidator: DNSSECValidator {
  private let source: any SignedAnswerSource
  private let anchors: TrustAnchors
  private let policy: DNSSECPolicy
  private let clock: @Sendable () -> Int
  private let kept = Mutex(KeptZones())

  /// Makes a validator.
  ///
  /// - Parameters:
  ///   - source: gives the answers.
  ///   - anchors: what is believed without a signature.
  ///   - policy: which algorithms count.
  ///   - clock: seconds since 1970, UTC: the time that signatures are compared with.
  public init(
    _ source: any SignedAnswerSource, anchors: TrustAnchors = .iana, policy: DNSSECPolicy = .init(),
    clock: @escaping @Sendable () -> Int
  ) {
    self.source = source
    self.anchors = anchors
    self.policy = policy
    self.clock = clock
  }

  /// Asks all questions at once; then, in few rounds, what the chains to their answers need.
  public func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    let time = clock()
    let known = kept.withLock { $0.steps(at: time) }
    var run = ValidationRun(anchors: anchors, policy: policy, time: time, steps: known)
    var verdicts = [DNSSECVerdict?](repeating: nil, count: questions.count)
    for _ in 0..<DNSSECLimits.rounds {
      let missing = Self.judge(questions, &verdicts, &run)
      if missing.isEmpty { break }
      for answer in await source.signedAnswers(to: missing) { run.take(answer) }
    }
    let fresh = run.steps.filter { run.fresh.contains($0.key) && $0.value.isLasting }
    kept.withLock { $0.keep(fresh, at: time) }
    return verdicts.map {
      $0 ?? DNSSECVerdict(.indeterminate, reason: "the chain to the answer takes too many questions")
    }
  }

  /// Judges what can be judged, and gives what has to be asked for the rest, each question once.
  private static func judge(
    _ questions: [DNSQuestion], _ verdicts: inout [DNSSECVerdict?], _ run: inout ValidationRun
  ) -> [DNSQuestion] {
    var missing: [DNSQuestion] = []
    var seen: Set<DNSQuestion> = []
    for (index, question) in questions.enumerated() where verdicts[index] == nil {
      do throws(MissingAnswers) {
        verdicts[index] = try run.verdict(on: question)
      } catch {
        missing += error.questions.filter { seen.insert($0).inserted }
      }
    }
    return missing
  }
}

/// What is known of zones from earlier audits, for a while.
private struct KeptZones {
  private var known: [DomainName: ZoneStep] = [:]
  private var expiry = Int.min

  /// What is still good at a time.
  mutating func steps(at time: Int) -> [DomainName: ZoneStep] {
    if time >= expiry { known = [:] }
    return known
  }

  /// Keeps what is new; all of it is forgotten together.
  mutating func keep(_ fresh: [DomainName: ZoneStep], at time: Int) {
    if known.isEmpty || known.count + fresh.count > DNSSECLimits.keptZones {
      known = [:]
      expiry = time + DNSSECLimits.keptSeconds
    }
    guard fresh.count <= DNSSECLimits.keptZones else { return }
    known.merge(fresh) { _, new in new }
  }
}
