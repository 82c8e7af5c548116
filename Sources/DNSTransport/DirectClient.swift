public import DNS
import LDNSKit
import NIOCore
import NIOPosix

/// Asks authoritative servers over the network: a datagram each, sent again twice, and TCP when it is truncated.
///
/// It keeps nothing, and shares its threads: an audit asks a handful of servers a handful of questions, once.
public struct DirectClient: AuthorityClient {
  private let place: @Sendable (IPAddress) -> ServerAddress
  private let gate = ServerGate(DirectLimits.servers)

  /// Asks each server at port 53 of its address, or where `place` says.
  public init(place: @escaping @Sendable (IPAddress) -> ServerAddress = { ServerAddress($0) }) {
    self.place = place
  }

  /// Asks all servers at the same time, within ``ResolverDeadline/current``.
  public func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    await withTaskGroup(of: (Int, [AuthorityReply]).self) { group in
      for (index, server) in servers.enumerated() {
        group.addTask {
          await gate.enter()
          let replies = await ask(server, questions)
          await gate.leave()
          return (index, replies)
        }
      }
      var replies = [[AuthorityReply]](repeating: [], count: servers.count)
      for await (index, said) in group { replies[index] = said }
      return replies
    }
  }

  private func ask(_ server: IPAddress, _ questions: [DNSQuestion]) async -> [AuthorityReply] {
    let time = min(DirectLimits.time, ResolverDeadline.current.map { $0 - .now } ?? DirectLimits.time)
    let contents: [AuthorityReply.Content]
    if time <= .zero {
      contents = questions.map { _ in .failure(.notAsked) }
    } else {
      contents = await exchange(with: server, questions, within: time)
    }
    return zip(questions, contents).map { AuthorityReply(server: server, question: $0, content: $1) }
  }

  private func exchange(
    with server: IPAddress, _ questions: [DNSQuestion], within time: Duration
  ) async -> [AuthorityReply.Content] {
    let queries = questions.map { DirectQuery($0) }
    do {
      let address = try place(server).socketAddress()
      let octets = try await DirectDatagrams.ask(queries, at: address, within: time)
      var contents = zip(queries, octets).map { $0.content(of: $1) }
      let truncated = queries.indices.filter { octets[$0].map(Self.isTruncated) ?? false }
      if !truncated.isEmpty {
        let again = await whole(truncated.map { queries[$0] }, at: address, within: time)
        for (index, content) in zip(truncated, again) { contents[index] = content }
      }
      return contents
    } catch {
      return questions.map { _ in .failure(Self.failure(error)) }
    }
  }

  /// The answers that did not fit into datagrams, by TCP. Where TCP is blocked only these are missing.
  private func whole(
    _ queries: [DirectQuery], at address: SocketAddress, within time: Duration
  ) async -> [AuthorityReply.Content] {
    do {
      let octets = try await DirectStream.ask(queries, at: address, within: time)
      return zip(queries, octets).map { $0.content(of: $1) }
    } catch {
      return queries.map { _ in .failure(Self.failure(error)) }
    }
  }

  private static func failure(_ error: any Error) -> DNSFailure {
    error as? DNSFailure ?? NetworkError.failure(error)
  }

  private static func isTruncated(_ octets: [UInt8]) -> Bool { octets.count > 2 && octets[2] & 0x02 != 0 }
}

/// One query of a direct exchange.
struct DirectQuery: Sendable {
  let query: DNSQuery

  init(_ question: DNSQuestion) {
    query = DNSQueryEncoder().encode(question, id: .random(in: .min ... .max))
  }

  /// The message with RD clear: the server is to say what it knows itself (RFC 1035 §4.1.1).
  var octets: [UInt8] {
    var octets = query.octets
    octets[2] &= 0xFE
    return octets
  }

  /// Whether a message answers this query.
  func isAnswered(by octets: [UInt8]) -> Bool {
    guard let header = DNSMessageHeader(octets.span), header.isResponse, header.id == query.id else { return false }
    switch query.match(octets.span, header) {
    case .exact, .caseDiffers: return true
    // BIND and others send FORMERR without the question.
    case .none: return ![ResponseCode.noError, ResponseCode.nameError].contains(header.responseCode)
    case .different: return false
    }
  }

  /// What an answer says; nil stands for silence.
  func content(of octets: [UInt8]?) -> AuthorityReply.Content {
    guard let octets else { return .failure(.timeout) }
    do throws(DNSFailure) {
      return AuthorityReply.Content(try DNSMessage(decoding: octets), to: query.question)
    } catch {
      return .failure(error)
    }
  }
}

/// The limits of asking servers directly.
enum DirectLimits {
  /// How long one server may take for all questions.
  static let time: Duration = .seconds(4)
  /// When a datagram is sent again, after the first.
  static let repetitions: [TimeAmount] = [.milliseconds(800), .milliseconds(2_000)]
  /// So many servers are asked at the same time: a socket each.
  static let servers = 64
}

/// Lets so many through at the same time; the others wait in the order in which they came.
actor ServerGate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
