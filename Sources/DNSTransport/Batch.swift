import DNS
import NIOCore

/// The questions of one call and their answers so far; touched on the event loop only.
final class Batch: @unchecked Sendable {
  let questions: [DNSQuestion]
  let deadline: NIODeadline?
  /// Its place in the engine's list, negative while it is in none.
  var place = -1
  private var answers: [DNSAnswer]
  private var isAnswered: [Bool]
  private var open: Int
  private var continuation: CheckedContinuation<[DNSAnswer], Never>?
  private(set) var isCancelled = false

  init(_ questions: [DNSQuestion], deadline: ContinuousClock.Instant?) {
    self.questions = questions
    self.deadline = deadline.map { .now() + .nanoseconds(($0 - .now).inNanoseconds) }
    answers = questions.map { DNSAnswer(question: $0, outcome: .failure(.notAsked)) }
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
    isCancelled = true
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
