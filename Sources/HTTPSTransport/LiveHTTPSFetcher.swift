public import DNS
public import HTTPS
public import OpenSSLKit
import TLSTransport

/// Sends requests over the network: TLS 1.2 or later, one request, no redirects, no cookies, no compression.
public struct LiveHTTPSFetcher: HTTPSFetcher {
  /// The roots that a server's chain has to lead to; nil when this machine has none.
  public var trust: TrustStore?
  /// What the server is told of us (RFC 9110 §10.1.5), such as `mailaudit/1.0`.
  public var userAgent: String
  /// Seconds since 1970, UTC: the time that certificates are judged at.
  public var time: Int
  /// Whether addresses that the Internet does not have are connected to. A record can name any host, so that an auditor
  /// could be led into its own network.
  public var reachesSpecialAddresses = false

  /// Makes a fetcher of its parts.
  public init(trust: TrustStore?, userAgent: String, time: Int) {
    self.trust = trust
    self.userAgent = userAgent
    self.time = time
  }

  /// Sends one request within the time of the request, and of the audit if that ends sooner.
  public func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    let end = min(ContinuousClock.now + request.time, ResolverDeadline.current ?? .now + request.time)
    guard end > .now else { return HTTPSAnswer(url: request.url, outcome: .failure(.notAsked("no time was left"))) }
    guard let trust else { return HTTPSAnswer(url: request.url, outcome: .failure(.notAsked(Self.noRoots))) }
    let reachable = addresses.filter { reachesSpecialAddresses || $0.specialPurpose == nil }
    guard !reachable.isEmpty else {
      let names = addresses.prefix(HTTPSLimits.addresses).map(\.description).joined(separator: ", ")
      return HTTPSAnswer(url: request.url, outcome: .failure(addresses.isEmpty ? .noAddress : .noPublicAddress(names)))
    }
    return await HTTPSExchange(request: request, fetcher: self, trust: trust, end: end).run(reachable)
  }

  private static let noRoots = "this machine has no public roots to trust (the package ca-certificates)"
}

/// One request and what came of it.
struct HTTPSExchange: Sendable {
  let request: HTTPSRequest
  let fetcher: LiveHTTPSFetcher
  let trust: TrustStore
  let end: ContinuousClock.Instant

  /// RFC 8461 §3.3 leaves the time for a connection open; so much is enough for one address.
  private static let connectTime: Duration = .seconds(10)

  /// Tries the addresses until one can be connected to.
  func run(_ addresses: [IPAddress]) async -> HTTPSAnswer {
    var reasons: [String] = []
    var (refused, silent) = (false, false)
    for address in addresses.prefix(HTTPSLimits.addresses) where end > .now {
      do throws(ConnectionFailure) {
        let connection = try await Connection.open(
          to: address, port: request.url.port, within: min(Self.connectTime, end - .now))
        let answer = await talk(over: connection, address)
        connection.close()
        return answer
      } catch {
        reasons.append("\(address): \(error)")
        switch error {
        case .refused: refused = true
        // A machine without a way to IPv6 finds such addresses out of reach.
        case .unreachable: break
        default: silent = true
        }
      }
    }
    let failure: HTTPSFailure = refused && !silent ? .refused(reasons) : .unreachable(reasons)
    return HTTPSAnswer(url: request.url, outcome: .failure(failure))
  }

  private func talk(over connection: Connection, _ address: IPAddress) async -> HTTPSAnswer {
    var certificate: ServerCertificate?
    do throws(HTTPSFailure) {
      let chain = try await handshake(over: connection)
      certificate = chain.first.flatMap(ServerCertificate.init)
      try judge(chain)
      let response = try await response(over: connection)
      return HTTPSAnswer(
        url: request.url, outcome: .response(response), address: address, certificate: certificate,
        time: fetcher.time)
    } catch {
      return HTTPSAnswer(
        url: request.url, outcome: .failure(error), address: address, certificate: certificate, time: fetcher.time)
    }
  }

  private func handshake(over connection: Connection) async throws(HTTPSFailure) -> [Certificate] {
    var configuration = TLSClientConfiguration.current(serverName: request.url.host.description)
    configuration.applicationProtocols = ["http/1.1"]
    // RFC 8461 §3.3 wants TLS, and judges no suites: an old one is no reason for a sender not to fetch a policy.
    configuration.ciphers = TLSCiphers.all
    do throws(ConnectionFailure) {
      return try await connection.startTLS(configuration, within: end - .now).chain
    } catch {
      throw HTTPSFailure(error, during: "the TLS handshake")
    }
  }

  /// RFC 8461 §3.3: the certificate is for this very host, and leads to a root that is trusted.
  private func judge(_ chain: [Certificate]) throws(HTTPSFailure) {
    let verdict = trust.verdict(on: chain, at: fetcher.time, for: request.url.host.description)
    if !verdict.faults.isEmpty { throw .untrusted(verdict.faults.map(HTTPSFailure.CertificateFault.init)) }
  }

  private func response(over connection: Connection) async throws(HTTPSFailure) -> HTTPSResponse {
    connection.send(Array(head.utf8) + (request.method.content?.octets ?? []))
    var reader = HTTPSResponseReader(request)
    while true {
      if let response = reader.response { return response }
      // What lies in the buffer is given out at once, however late it is.
      guard end > .now else { throw .timeout("the response") }
      let octets = try await receive(over: connection, &reader)
      do throws(HTTPSResponseReader.Fault) {
        guard let octets else { return try reader.finish() }
        try reader.feed(octets)
      } catch {
        // A response that breaks off may be whole the next time.
        throw octets == nil ? .closed(error.description) : .malformed(error.description)
      }
    }
  }

  /// The next octets; nil when the server has closed the connection.
  private func receive(
    over connection: Connection, _ reader: inout HTTPSResponseReader
  ) async throws(HTTPSFailure) -> [UInt8]? {
    do throws(ConnectionFailure) {
      return try await connection.receive(within: end - .now)
    } catch {
      if error == .closed { return nil }
      throw HTTPSFailure(error, during: "the response")
    }
  }

  private var head: String {
    let url = request.url
    let host = url.port == 443 ? url.host.description : "\(url.host):\(url.port)"
    let lines =
      [
        "\(request.method) \(url.target) HTTP/1.1", "Host: \(host)", "User-Agent: \(fetcher.userAgent)", "Accept: */*",
        "Accept-Encoding: identity", "Connection: close"
      ] + contentFields + ["", ""]
    return lines.joined(separator: "\r\n")
  }

  /// RFC 9110 §8.6: a POST tells its length, even when it is 0.
  private var contentFields: [String] {
    guard let content = request.method.content else { return [] }
    return ["Content-Type: \(content.mediaType.rawValue)", "Content-Length: \(content.octets.count)"]
  }
}
