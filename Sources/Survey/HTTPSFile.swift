public import DNS
public import HTTPS

/// A file on a web server that a record points at, and how it was looked for.
public struct HTTPSFile: Sendable {
  /// The answers for the A and the AAAA records of its host.
  public let addresses: [DNSAnswer]
  /// What came of the request.
  public let answer: HTTPSAnswer

  /// The content, if the server has it: the status is 200 and all of it was read.
  public var content: [UInt8]? {
    guard let response = answer.response, response.status == 200, !response.isTruncated else { return nil }
    return response.body
  }
}

extension HTTPSFile {
  /// Looks up the addresses of the host through the resolver of the audit, then sends one request.
  static func gather(
    _ request: HTTPSRequest, with fetcher: (any HTTPSFetcher)?, using resolver: any Resolver
  ) async -> HTTPSFile {
    let host = request.url.host
    let answers = await resolver.answers(to: [DNSQuestion(host, .a), DNSQuestion(host, .aaaa)])
    if let failure = failure(answers) { return HTTPSFile(addresses: answers, failure, request) }
    guard let fetcher else { return HTTPSFile(addresses: answers, .notAsked(notGiven), request) }
    // IPv4 first: a machine without a way to IPv6 loses no time.
    let answer = await fetcher.fetch(request, addresses: answers.flatMap(\.addresses))
    return HTTPSFile(addresses: answers, answer: answer)
  }

  private static let notGiven = "nothing was given to fetch files with"

  private init(addresses: [DNSAnswer], _ failure: HTTPSFailure, _ request: HTTPSRequest) {
    self.init(addresses: addresses, answer: HTTPSAnswer(url: request.url, outcome: .failure(failure)))
  }

  private static func failure(_ answers: [DNSAnswer]) -> HTTPSFailure? {
    guard answers.allSatisfy({ $0.addresses.isEmpty }) else { return nil }
    return answers.compactMap(\.failure).first.map(HTTPSFailure.unresolved) ?? .noAddress
  }
}

/// Fetches nothing, and says why.
public struct NoHTTPS: HTTPSFetcher {
  private let reason: String

  /// Makes a fetcher that fetches nothing; `reason` is a phrase.
  public init(because reason: String) {
    self.reason = reason
  }

  /// Says that nothing was asked.
  public func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    HTTPSAnswer(url: request.url, outcome: .failure(.notAsked(reason)))
  }
}
