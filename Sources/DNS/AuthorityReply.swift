/// What one authoritative server says to one question that does not ask for recursion.
public struct AuthorityReply: Sendable, Hashable {
  /// The address of the server.
  public let server: IPAddress
  /// The question.
  public let question: DNSQuestion
  /// What it says.
  public let content: Content

  /// Makes a reply of its parts.
  public init(server: IPAddress, question: DNSQuestion, content: Content) {
    self.server = server
    self.question = question
    self.content = content
  }

  /// What a server says.
  public enum Content: Sendable, Hashable, Codable {
    /// An answer with authority (AA, RFC 1035 §4.1.1): records, their absence, or an alias that leads away.
    case answer(DNSAnswer.Outcome, aliases: [DNSRecord])
    /// The question belongs to a zone below, with these servers (RFC 1034 §4.2.1).
    case referral(DomainName, servers: [DomainName])
    /// The server is not in charge of the zone (a lame delegation, RFC 1912 §2.8): how it shows.
    case lame(String)
    /// Nobody can tell.
    case failure(DNSFailure)
  }
}

/// Asks authoritative servers at their addresses, without recursion.
public protocol AuthorityClient: Sendable {
  /// Asks every server all questions; for each server its replies in the order of the questions.
  func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]]
}

extension AuthorityReply {
  /// The failure, if it is one.
  public var failure: DNSFailure? {
    if case .failure(let failure) = content { failure } else { nil }
  }
}
