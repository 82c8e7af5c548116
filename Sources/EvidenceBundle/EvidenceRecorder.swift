public import AuditModel
import DNS
import HTTPS
import SMTPSubmission
import OpenSSLKit
import Synchronization

/// Keeps what an audit looks at. Each question is asked once; whoever asks it again gets the same answer, in the audit
/// as in the replay.
public final class EvidenceRecorder: Sendable {
  private struct State {
    var entries: [BundleEntry] = []
    var answers: [DNSQuestion: DNSAnswer] = [:]
    var verdicts: [DNSQuestion: DNSSECVerdict] = [:]
    var replies: [AuthorityQuestion: AuthorityReply.Content] = [:]
    var responses: [RecordedRequest: HTTPSAnswer] = [:]
    var conversations: [RecordedConversation: Int] = [:]
    var chains: Set<RecordedChain> = []
    var files: Set<String> = []
    var hasMailServers = false
    var large = 0
  }

  private let state: Mutex<State>

  /// Begins a bundle.
  public init(_ heading: BundleHeading) {
    state = Mutex(State(entries: [.evidence(heading)]))
  }

  /// Keeps a fact.
  public func add(_ entry: BundleEntry) { state.withLock { $0.entries.append(entry) } }

  /// Keeps how long a report took, which is a part of it.
  public func keepDuration(of report: AuditReport) {
    add(.written(target: report.target, duration: report.statistics.duration))
  }

  /// Keeps a file, once.
  public func addFile(_ name: String, _ octets: [UInt8]) {
    state.withLock { if $0.files.insert(name).inserted { $0.entries.append(.file(name: name, octets: octets)) } }
  }

  /// Sets room aside for what is large; false when a bundle cannot hold that much.
  public func takesRoom(for octets: Int) -> Bool {
    state.withLock { state in
      guard octets <= BundleLimits.octets - state.large else { return false }
      state.large += octets
      return true
    }
  }

  /// The whole bundle.
  public func octets() throws(BundleFault) -> [UInt8] { try BundleText.octets(of: state.withLock(\.entries)) }
}

/// A question to one authoritative server.
struct AuthorityQuestion: Hashable, Sendable {
  let server: IPAddress
  let question: DNSQuestion
}

extension EvidenceRecorder {
  func answer(to question: DNSQuestion) -> DNSAnswer? { state.withLock { $0.answers[question] } }

  /// Keeps answers that are new.
  func keep(_ answers: [DNSAnswer]) {
    state.withLock { state in
      for answer in answers where state.answers[answer.question] == nil {
        state.answers[answer.question] = answer
        state.entries.append(
          .dns(
            question: answer.question, outcome: answer.outcome, aliases: answer.aliases.isEmpty ? nil : answer.aliases,
            provenance: answer.provenance))
      }
    }
  }

  func verdict(on question: DNSQuestion) -> DNSSECVerdict? { state.withLock { $0.verdicts[question] } }

  func keep(_ verdicts: [(question: DNSQuestion, verdict: DNSSECVerdict)]) {
    state.withLock { state in
      for (question, verdict) in verdicts where state.verdicts[question] == nil {
        state.verdicts[question] = verdict
        state.entries.append(.dnssec(question: question, verdict: verdict))
      }
    }
  }

  /// Keeps replies that are new, and gives those that are kept.
  func keep(_ replies: [[AuthorityReply]]) -> [[AuthorityReply]] {
    state.withLock { state in
      replies.map { replies in
        replies.map { reply in
          let question = AuthorityQuestion(server: reply.server, question: reply.question)
          if let known = state.replies[question] {
            return AuthorityReply(server: reply.server, question: reply.question, content: known)
          }
          state.replies[question] = reply.content
          state.entries.append(.authority(server: reply.server, question: reply.question, content: reply.content))
          return reply
        }
      }
    }
  }

  func response(to request: RecordedRequest) -> HTTPSAnswer? { state.withLock { $0.responses[request] } }

  /// Keeps an answer unless there is one, and gives the one that is kept.
  func keep(_ answer: HTTPSAnswer, to request: RecordedRequest) -> HTTPSAnswer {
    state.withLock { state in
      if let known = state.responses[request] { return known }
      state.responses[request] = answer
      state.entries.append(
        .https(
          request: request, outcome: answer.outcome, address: answer.address, certificate: answer.certificate,
          time: answer.time))
      return answer
    }
  }

  /// The number of a conversation that begins.
  func begin(_ conversation: RecordedConversation) -> Int {
    state.withLock { state in
      state.conversations[conversation, default: 0] += 1
      return state.conversations[conversation] ?? 1
    }
  }

  func keep(_ verdict: ChainVerdict?, on question: RecordedChain) {
    state.withLock { state in
      if state.chains.insert(question).inserted {
        state.entries.append(.trust(question: question, verdict: verdict))
      }
    }
  }

  func keep(hasRoots: Bool, offersHybrid: Bool) {
    state.withLock { state in
      if state.hasMailServers { return }
      state.hasMailServers = true
      state.entries.append(.mailServers(hasRoots: hasRoots, offersHybrid: offersHybrid))
    }
  }
}
