import DNS
import NIOCore

/// The questions of one call and their answers so far; touched on the event loop only.
final class Batch: @unchecked Sendable {
  let questions: [DNSQuestion]
  let deadline: NIODeadline?
  private var answers: [DNSAnswer?]
  private var open: Int
  private var continuation: CheckedContinuation<[DNSAnswer], Never>?

  init(_ questions: [DNSQuestion], deadline: ContinuousClock.Instant?) {
    self.questions = questions
    self.deadline = deadline.map {
      .now() + .nanoseconds(min(max(($0 - .now).inNanoseconds, 0), TransportLimits.longestDeadline))
    }
    answers = Array(repeating: nil, count: questions.count)
    open = questions.count
  }

  /// Whether nobody waits for it any more.
  var isDone: Bool { open == 0 }

  /// The places that have no answer yet.
  var unanswered: [Int] { answers.indices.filter { answers[$0] == nil } }

  /// Takes the caller who waits; a batch that was cancelled before answers at once.
  func begin(_ continuation: CheckedContinuation<[DNSAnswer], Never>) {
    self.continuation = continuation
    if isDone { resume() }
  }

  /// Puts one answer in its place; the last one wakes the caller. Answers that come too late are dropped.
  func fill(_ index: Int, _ answer: DNSAnswer) {
    guard open > 0, answers[index] == nil else { return }
    answers[index] = answer
    open -= 1
    if open == 0 { resume() }
  }

  /// Wakes the caller with what there is; what has no answer keeps ``DNSFailure/notAsked``.
  func end() {
    open = 0
    resume()
  }

  private func resume() {
    guard let continuation else { return }
    self.continuation = nil
    continuation.resume(
      returning: zip(questions, answers).map { $1 ?? .notAsked($0) })
  }
}

/// A place in a batch that waits for an answer.
struct Waiter {
  let batch: Batch
  let index: Int
}
