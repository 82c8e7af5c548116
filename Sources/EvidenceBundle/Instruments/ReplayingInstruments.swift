public import DNS
public import HTTPS
public import OpenSSLKit
public import SMTPSubmission

/// Answers questions of the DNS from a bundle; of others nothing is known.
public struct ReplayingResolver: Resolver {
  private let player: EvidencePlayer

  /// Answers from `player`.
  public init(_ player: EvidencePlayer) {
    self.player = player
  }

  /// The answers of then.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map { player.facts.answers[$0] ?? DNSAnswer(question: $0, outcome: .failure(.notRecorded)) }
  }
}

/// Gives the verdicts of DNSSEC that a bundle has.
public struct ReplayingValidator: DNSSECValidator {
  private let player: EvidencePlayer

  /// Answers from `player`.
  public init(_ player: EvidencePlayer) {
    self.player = player
  }

  /// The verdicts of then.
  public func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    questions.map { question in
      if let verdict = player.facts.verdicts[question] { return verdict }
      var verdict = DNSSECVerdict(.indeterminate, reason: "\(question) is not in the evidence")
      verdict.failure = .notRecorded
      return verdict
    }
  }
}

/// Gives the replies of authoritative servers that a bundle has.
public struct ReplayingAuthorities: AuthorityClient {
  private let player: EvidencePlayer

  /// Answers from `player`.
  public init(_ player: EvidencePlayer) {
    self.player = player
  }

  /// The replies of then.
  public func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    servers.map { server in
      questions.map { question in
        let content = player.facts.replies[AuthorityQuestion(server: server, question: question)]
        return AuthorityReply(server: server, question: question, content: content ?? .failure(.notRecorded))
      }
    }
  }
}

/// Gives the answers over HTTPS that a bundle has.
public struct ReplayingFetcher: HTTPSFetcher {
  private let player: EvidencePlayer

  /// Answers from `player`.
  public init(_ player: EvidencePlayer) {
    self.player = player
  }

  /// The answer of then.
  public func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    guard let known = player.facts.responses[RecordedRequest(request, addresses)] else {
      return HTTPSAnswer(url: request.url, outcome: .failure(.notAsked("it is not in the evidence")))
    }
    return HTTPSAnswer(
      url: request.url, outcome: known.outcome, address: known.address, certificate: known.certificate,
      time: known.time)
  }
}

/// Gives the conversations with mail servers that a bundle has. Nobody logs in, and nobody waits.
public struct ReplayingMailServers: MailServerAccess {
  private let player: EvidencePlayer
  /// Nothing is judged anew.
  public var trustStore: TrustStore? { nil }
  /// Whether a hybrid key exchange could be offered then.
  public var offersHybrid: Bool { player.facts.offersHybrid }
  /// Whether there were roots then.
  public var hasRoots: Bool { player.facts.hasRoots }

  /// Answers from `player`.
  public init(_ player: EvidencePlayer) {
    self.player = player
  }

  /// The conversation of then.
  public func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession {
    let conversation = RecordedConversation(plan, at: endpoint)
    let known = player.facts.conversations[conversation]?[player.begin(conversation)]
    return known ?? SMTPSession(stop: SMTPStop(.connect, .notRecorded))
  }

  /// The verdict of then.
  public func verdict(on chain: [Certificate], at time: Int, for name: String) -> ChainVerdict? {
    player.facts.chains[RecordedChain(chain: chain, time: time, name: name)]
  }

  /// No time has to pass.
  public func wait(_ time: Duration) async {}
}

/// Stands for a login of then. It has no secret, and never logs in.
public struct ReplayedLogin: SMTPLogin {
  /// Makes the value.
  public init() {}

  /// Does not log in.
  public mutating func begin(_ offer: LoginOffer) -> LoginMove { .withhold("this is a replay") }
  /// Does not log in.
  public mutating func answer(_ challenge: String) -> LoginMove { .withhold("this is a replay") }
  /// Objects to nothing.
  public mutating func objection() -> String? { nil }
  /// There is nothing to leave out.
  public func shown(_ line: String) -> String { line }
}
