public import DNS
public import HTTPS
public import OpenSSLKit
public import SMTPSubmission

/// Asks another resolver, each question once, and keeps the answers.
public struct RecordingResolver: Resolver {
  /// Who answers.
  public let base: any Resolver
  private let recorder: EvidenceRecorder

  /// Keeps what `base` answers.
  public init(_ base: any Resolver, _ recorder: EvidenceRecorder) {
    (self.base, self.recorder) = (base, recorder)
  }

  /// Answers each question as it was answered first.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let missing = questions.filter { recorder.answer(to: $0) == nil }.eachOnce
    if !missing.isEmpty { recorder.keep(await base.answers(to: missing)) }
    return questions.map { recorder.answer(to: $0) ?? .notAsked($0) }
  }
}

/// Asks another validator, and keeps its verdicts.
public struct RecordingValidator: DNSSECValidator {
  private let base: any DNSSECValidator
  private let recorder: EvidenceRecorder

  /// Keeps what `base` says.
  public init(_ base: any DNSSECValidator, _ recorder: EvidenceRecorder) {
    (self.base, self.recorder) = (base, recorder)
    recorder.add(.validator)
  }

  /// Gives each verdict as it was given first.
  public func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    let missing = questions.filter { recorder.verdict(on: $0) == nil }.eachOnce
    if !missing.isEmpty { recorder.keep(Array(zip(missing, await base.verdicts(on: missing)))) }
    return questions.map { recorder.verdict(on: $0) ?? DNSSECVerdict(.indeterminate, reason: "nobody answered") }
  }
}

/// Asks authoritative servers, and keeps what they say.
public struct RecordingAuthorities: AuthorityClient {
  private let base: any AuthorityClient
  private let recorder: EvidenceRecorder

  /// Keeps what `base` brings.
  public init(_ base: any AuthorityClient, _ recorder: EvidenceRecorder) {
    (self.base, self.recorder) = (base, recorder)
  }

  /// Gives each reply as it came first.
  public func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    recorder.keep(await base.replies(from: servers, to: questions))
  }
}

/// Sends requests over HTTPS, each once, and keeps the answers.
public struct RecordingFetcher: HTTPSFetcher {
  private let base: any HTTPSFetcher
  private let recorder: EvidenceRecorder

  /// Keeps what `base` brings.
  public init(_ base: any HTTPSFetcher, _ recorder: EvidenceRecorder) {
    (self.base, self.recorder) = (base, recorder)
  }

  /// Gives each answer as it came first.
  public func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    let question = RecordedRequest(request, addresses)
    if let known = recorder.response(to: question) { return known }
    return recorder.keep(await base.fetch(request, addresses: addresses), to: question)
  }
}

/// Has conversations with mail servers, and keeps them.
public struct RecordingMailServers: MailServerAccess {
  private let base: any MailServerAccess
  private let recorder: EvidenceRecorder
  /// The roots.
  public var trustStore: TrustStore? { base.trustStore }
  /// Whether a hybrid key exchange can be offered.
  public var offersHybrid: Bool { base.offersHybrid }
  /// Whether there are roots.
  public var hasRoots: Bool { base.hasRoots }

  /// Keeps what `base` shows.
  public init(_ base: any MailServerAccess, _ recorder: EvidenceRecorder) {
    (self.base, self.recorder) = (base, recorder)
    recorder.keep(hasRoots: base.hasRoots, offersHybrid: base.offersHybrid)
  }

  /// Has one conversation.
  public func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession {
    let conversation = RecordedConversation(plan, at: endpoint)
    let number = recorder.begin(conversation)
    let session = await base.converse(plan, at: endpoint)
    recorder.add(.smtp(conversation: conversation, number: number, session: session))
    return session
  }

  /// What a chain is worth.
  public func verdict(on chain: [Certificate], at time: Int, for name: String) -> ChainVerdict? {
    let verdict = base.verdict(on: chain, at: time, for: name)
    recorder.keep(verdict, on: RecordedChain(chain: chain, time: time, name: name))
    return verdict
  }

  /// Lets the time pass.
  public func wait(_ time: Duration) async { await base.wait(time) }
}

extension [DNSQuestion] {
  /// Each question once, in order.
  fileprivate var eachOnce: [DNSQuestion] {
    var seen: Set<DNSQuestion> = []
    return filter { seen.insert($0).inserted }
  }
}
