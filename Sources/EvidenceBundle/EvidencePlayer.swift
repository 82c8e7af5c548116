public import ApplicationSettings
public import AuditModel
import DNS
import HTTPS
import OpenSSLKit
import SMTPSubmission
public import Survey
import Synchronization

/// What a bundle holds, ready to answer in the place of the network and of files.
public final class EvidencePlayer: Sendable {
  let facts: Facts
  private let counts = Mutex(Counts())

  private struct Counts {
    var conversations: [RecordedConversation: Int] = [:]
    var draws = 0
    var reports = 0
  }

  /// Reads a bundle.
  public init(_ octets: [UInt8]) throws(BundleFault) {
    var facts = Facts()
    try BundleText.read(octets) { entry in facts.add(entry) }
    self.facts = facts
  }

  /// Everything by what is asked for it.
  struct Facts: Sendable {
    var heading = BundleHeading(version: "", time: 0, command: [])
    var draws: [UInt64] = []
    var machine: String?
    var input: [String] = []
    var files: [String: [UInt8]] = [:]
    var changes: [String: Int] = [:]
    var settings: SubmissionSettings?
    var corrections: [Correction] = []
    var login = true
    var clientCertificate: ClientCertificate?
    var messages: [RecordedText] = []
    var reports: [RecordedText] = []
    var past: [String: PastSurvey] = [:]
    var hasValidator = false
    var answers: [DNSQuestion: DNSAnswer] = [:]
    var verdicts: [DNSQuestion: DNSSECVerdict] = [:]
    var replies: [AuthorityQuestion: AuthorityReply.Content] = [:]
    var responses: [RecordedRequest: RecordedResponse] = [:]
    var hasRoots = false
    var offersHybrid = false
    var conversations: [RecordedConversation: [Int: SMTPSession]] = [:]
    var chains: [RecordedChain: ChainVerdict] = [:]
    var durations: [Duration] = []
  }
}

/// Why something could not be read when the bundle was made, in the words of then.
public struct RecordedFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The words.
  public let description: String
}

/// A message or a file of reports.
public struct RecordedText: Sendable {
  /// The name that it goes by.
  public let name: String
  /// What it holds, or why it could not be read.
  public let content: Result<[UInt8], RecordedFailure>

  init(_ name: String, _ octets: [UInt8]?, _ failure: String?) {
    self.name = name
    content = octets.map { .success($0) } ?? .failure(RecordedFailure(description: failure ?? "cannot be read"))
  }
}

/// What came of a request.
struct RecordedResponse: Sendable {
  let outcome: HTTPSAnswer.Outcome
  let address: IPAddress?
  let certificate: ServerCertificate?
  let time: Int?
}

extension EvidencePlayer {
  /// What the bundle says of itself.
  public var heading: BundleHeading { facts.heading }
  /// The full name of the machine that recorded it.
  public var machineName: String? { facts.machine }
  /// The lines of standard input.
  public var input: [String] { facts.input }
  /// The settings of the application.
  public var settings: SubmissionSettings? { facts.settings }
  /// Lines of its files that mend them.
  public var corrections: [Correction] { facts.corrections }
  /// Whether there was something to log in with.
  public var hasLogin: Bool { facts.login }
  /// The certificate of the client, without its key.
  public var clientCertificate: ClientCertificate? { facts.clientCertificate }
  /// The messages.
  public var messages: [RecordedText] { facts.messages }
  /// The files of reports.
  public var reports: [RecordedText] { facts.reports }
  /// Whether somebody validated with DNSSEC.
  public var hasValidator: Bool { facts.hasValidator }

  /// The content of a file; nil when it is not in the bundle.
  public func file(_ name: String) -> [UInt8]? { facts.files[name] }

  /// When a file last changed.
  public func changed(_ name: String) -> Int? { facts.changes[name] }

  /// Whether there was a history.
  public var hasPast: Bool { !facts.past.isEmpty }

  /// What the history knew of a domain.
  public func past(of target: String) -> PastSurvey? { facts.past[target] }

  /// The next of the numbers that were drawn.
  public func draw() -> UInt64 {
    let index = counts.withLock { counts in
      defer { counts.draws += 1 }
      return counts.draws
    }
    return facts.draws.indices.contains(index) ? facts.draws[index] : 0
  }

  /// The number of a conversation that begins, from 1.
  func begin(_ conversation: RecordedConversation) -> Int {
    counts.withLock { counts in
      counts.conversations[conversation, default: 0] += 1
      return counts.conversations[conversation] ?? 1
    }
  }

  /// The report with the duration that it had when it was written.
  public func settled(_ report: AuditReport) -> AuditReport {
    let index = counts.withLock { counts in
      defer { counts.reports += 1 }
      return counts.reports
    }
    guard facts.durations.indices.contains(index) else { return report }
    return report.lasting(facts.durations[index])
  }
}

extension EvidencePlayer.Facts {
  mutating func add(_ entry: BundleEntry) {
    switch entry {
    case .evidence(let heading): self.heading = heading
    case .random(let number): draws.append(UInt64(number) ?? 0)
    case .machine(let name): machine = name
    case .input(let lines): input = lines
    case .file(let name, let octets): files[name] = octets
    case .changed(let file, let time): changes[file] = time
    case .message(let name, let octets, let failure): messages.append(RecordedText(name, octets, failure))
    case .report(let name, let octets, let failure): reports.append(RecordedText(name, octets, failure))
    case .past(let target, let seen): past[target] = seen
    case .login(let isGiven): login = isGiven
    case .clientCertificate(let chain, let isPublic):
      clientCertificate = ClientCertificate(chain: chain, isPublic: isPublic)
    case .settings(let values, let isUserName): settings = values.knowing(isUserName)
    case .correction(let correction): corrections.append(correction)
    case .written(_, let duration): durations.append(duration)
    default: addAnswer(entry)
    }
  }

  private mutating func addAnswer(_ entry: BundleEntry) {
    switch entry {
    case .validator: hasValidator = true
    case .dns(let question, let outcome, let aliases, let provenance):
      answers[question] = DNSAnswer(
        question: question, outcome: outcome, aliases: aliases ?? [], provenance: provenance)
    case .dnssec(let question, let verdict): verdicts[question] = verdict
    case .authority(let server, let question, let content):
      replies[AuthorityQuestion(server: server, question: question)] = content
    case .https(let request, let outcome, let address, let certificate, let time):
      responses[request] = RecordedResponse(
        outcome: outcome, address: address, certificate: certificate, time: time)
    case .mailServers(let hasRoots, let offersHybrid): (self.hasRoots, self.offersHybrid) = (hasRoots, offersHybrid)
    case .smtp(let conversation, let number, let session): conversations[conversation, default: [:]][number] = session
    case .trust(let question, let verdict): chains[question] = verdict
    default: break
    }
  }
}

extension SubmissionSettings {
  /// The settings with what was known of the password: that it is the user name.
  fileprivate func knowing(_ isUserName: Bool) -> SubmissionSettings {
    guard isUserName, let trace = secret.value, let user = userName.value else { return self }
    var result = self
    result.secret = Setting(secret.name, .read(trace.same(as: user)), secret.place)
    return result
  }

  /// Whether the password is the user name.
  public var isPasswordUserName: Bool {
    guard let trace = secret.value, let user = userName.value else { return false }
    return trace.isSame(as: user)
  }
}

extension AuditReport {
  /// The same report, made in another time.
  fileprivate func lasting(_ duration: Duration) -> AuditReport {
    var report = self
    report.statistics = AuditStatistics(
      questions: statistics.questions, repeated: statistics.repeated, failures: statistics.failures,
      duration: duration)
    return report
  }
}
