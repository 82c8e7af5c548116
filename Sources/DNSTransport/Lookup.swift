import DNS
import LDNSKit
import NIOCore

/// One question on its way through servers, time-outs and aliases; touched on the event loop only.
final class Lookup: @unchecked Sendable {
  let key: QuestionKey
  let asked: NIODeadline
  var interpreter: AnswerInterpreter

  private let firstWaiter: Waiter
  private var otherWaiters: [Waiter] = []

  /// Its place among the active lookups, negative while it waits in the queue.
  var place = -1
  /// When the clock has to look at it again.
  var wake: NIODeadline
  /// When its time is over.
  var end: NIODeadline

  /// The servers to try, in order, by index; and how far the row was gone through.
  private var order: [Int] = []
  private var position = 0
  private(set) var round = 0
  private var ruledOut: Set<Int> = []

  /// The current try: the server, the socket or connection that carries it, and the message.
  var server: Server?
  var carrier: (any Carrier)?
  var query: DNSQuery?
  var tryStart: NIODeadline
  /// When its datagram was sent last, how long to wait after that, and how often it was sent again.
  var lastSent: NIODeadline
  var pause: TimeAmount = .zero
  var repetitions = 0
  /// Goes up with each try, so that what belongs to an earlier one is known.
  var serial = 0
  var connectionTries = 0
  var isByStream = false
  /// Whether its present try counts among those that its server has under way.
  var isPaced = false
  var isCaseTest = false
  var usesEDNS = true

  /// The messages that led to the present name of the chain.
  var messages: [[UInt8]] = []

  /// The evidence.
  var attempts = 0
  var isAuthenticated = true
  private(set) var failure: DNSFailure?
  private(set) var failedServer: Server?

  init(_ key: QuestionKey, _ waiter: Waiter, at now: NIODeadline) {
    self.key = key
    interpreter = AnswerInterpreter(key.question)
    firstWaiter = waiter
    asked = now
    wake = now
    end = now
    tryStart = now
    lastSent = now
  }

  var question: DNSQuestion { key.question }

  /// The question that goes on the wire: the type asked, at the last name of the chain.
  var wireQuestion: DNSQuestion { DNSQuestion(interpreter.name, question.type) }

  /// Whether it was sent to anybody.
  var wasSent: Bool { attempts > 0 }

  /// Whether anybody still waits for it.
  var isWanted: Bool { !firstWaiter.batch.isDone || otherWaiters.contains { !$0.batch.isDone } }

  func join(_ waiter: Waiter) { otherWaiters.append(waiter) }

  func deliver(_ answer: DNSAnswer) {
    firstWaiter.batch.fill(firstWaiter.index, answer)
    for waiter in otherWaiters { waiter.batch.fill(waiter.index, answer) }
  }
}

extension Lookup {
  /// Starts the row of servers anew.
  func restart(order: [Int]) {
    self.order = order
    (position, round) = (0, 0)
    ruledOut = []
  }

  /// The next server to try; nil when all were tried often enough.
  func nextServer(rounds: Int) -> Int? {
    while round < rounds, ruledOut.count < order.count {
      while position < order.count {
        position += 1
        if !ruledOut.contains(order[position - 1]) { return order[position - 1] }
      }
      (position, round) = (0, round + 1)
    }
    return nil
  }

  /// Remembers why a server did not help; the most telling cause of all is reported in the end.
  func note(_ failure: DNSFailure, from server: Server, isFinal: Bool) {
    if isFinal { ruledOut.insert(server.index) }
    if let known = self.failure, Self.weight(known) >= Self.weight(failure) { return }
    self.failure = failure
    failedServer = server
  }

  /// What a server said tells more than silence, and SERVFAIL more than a refusal.
  private static func weight(_ failure: DNSFailure) -> Int {
    switch failure {
    case .serverFailure: 6
    case .refused: 5
    case .responseCode: 4
    case .malformed: 3
    case .timeout: 2
    default: 1
    }
  }

  /// The answer that there is none.
  func failureAnswer(_ failure: DNSFailure, _ server: Server?, at now: NIODeadline) -> DNSAnswer {
    let provenance = DNSProvenance(
      server: server?.label, duration: .nanoseconds((now - asked).nanoseconds), transport: isByStream ? .tcp : .udp,
      attempts: attempts)
    return DNSAnswer(
      question: question, outcome: .failure(failure), aliases: interpreter.aliases, provenance: provenance)
  }
}
