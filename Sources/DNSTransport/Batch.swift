import DNS
import NIOCore

/// The questions of one call and their answers so far; touched on the event loop only.
final class Batch: @unchecked Sendable {
  let questions: [DNSQuestion]
  let deadline: NIODeadline?
  private var answers: [DNSAnswer]
  private var isAnswered: [Bool]
  private var open: Int
  private var continuation: CheckedContinuation<[DNSAnswer], Never>?

  /// Shared by all places that wait: making an answer for each would cost more than the check.
  private static let placeholder = DNSAnswer(question: DNSQuestion(.root, .any), outcome: .failure(.notAsked))

  init(_ questions: [DNSQuestion], deadline: ContinuousClock.Instant?) {
    self.questions = questions
    self.deadline = deadline.map {
      .now() + .nanoseconds(min(max(($0 - .now).inNanoseconds, 0), TransportLimits.longestDeadline))
    }
    answers = Array(repeating: Self.placeholder, count: questions.count)
    isAnswered = Array(repeating: false, count: questions.count)
    open = questions.count
  }

  /// Whether nobody waits for it any more.
  var isDone: Bool { open == 0 }

  /// The places that have no answer yet.
  var unanswered: [Int] { isAnswered.indices.filter { !isAnswered[$0] } }

  /// Takes the caller who waits; a batch that was cancelled before answers at once.
  func begin(_ continuation: CheckedContinuation<[DNSAnswer], Never>) {
    self.continuation = continuation
    if isDone { resume() }
  }

  /// Puts one answer in its place; the last one wakes the caller. Answers that come too late are dropped.
  func fill(_ index: Int, _ answer: DNSAnswer) {
    guard open > 0, !isAnswered[index] else { return }
    answers[index] = answer
    isAnswered[index] = true
    open -= 1
    if open == 0 { resume() }
  }

  /// Wakes the caller with what there is; what has no answer keeps ``DNSFailure/notAsked``.
  func end() {
    for index in unanswered { answers[index] = DNSAnswer(question: questions[index], outcome: .failure(.notAsked)) }
    open = 0
    resume()
  }

  private func resume() {
    guard let continuation else { return }
    self.continuation = nil
    continuation.resume(returning: answers)
  }
}

/// A place in a batch that waits for an answer.
struct Waiter {
  let batch: Batch
  let index: Int
}
