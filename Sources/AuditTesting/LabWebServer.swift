public import DNS
public import HTTPS
public import OpenSSLKit

/// A web server of the lab, as the header of a scenario has it: `; web-server: ADDRESS WORD…`.
///
/// The words: `mode=enforce` and `mx=NAME` (repeatable) and `max_age=NUMBER` make a policy of MTA-STS; `octets=NUMBER`
/// makes a long file in place of it; `status=NUMBER`, `location=URL` and `type=MEDIA/TYPE` change the head;
/// `certificate=expired` shows an old certificate; `silent` never answers.
public struct LabWebServer: Sendable {
  /// The address; the port is 443.
  public let address: IPAddress
  /// What is sent to every request.
  public let response: String
  /// Whether nothing is sent.
  public let isSilent: Bool
  /// Whether the certificate has expired.
  public let isExpired: Bool

  /// Reads the value of a header line; nil when a word means nothing.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let address = IPAddress(first) else { return nil }
    var values: [String: [String]] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let key = parts.first, Self.known.contains(key), parts.count == 2 || key == "silent" else { return nil }
      values[key, default: []].append(parts.count == 2 ? parts[1] : "")
    }
    self.address = address
    isSilent = values["silent"] != nil
    isExpired = values["certificate"] == ["expired"]
    response = Self.response(values)
  }

  private static let known: Set<String> = [
    "mode", "mx", "max_age", "octets", "status", "location", "type", "certificate", "silent"
  ]

  private static func response(_ values: [String: [String]]) -> String {
    let body: String
    if let count = values["octets"]?.first.flatMap({ Int($0) }) {
      body = String(repeating: "a", count: count)
    } else {
      let lines =
        ["version: STSv1"] + (values["mode"] ?? []).map { "mode: \($0)" }
        + (values["mx"] ?? []).map { "mx: \($0)" } + ["max_age: \(values["max_age"]?.first ?? "1209600")"]
      body = lines.map { $0 + "\r\n" }.joined()
    }
    let head =
      ["HTTP/1.1 \(values["status"]?.first ?? "200") Lab", "Content-Type: \(values["type"]?.first ?? "text/plain")"]
      + (values["location"] ?? []).map { "Location: \($0)" } + ["Content-Length: \(body.utf8.count)", "", ""]
    return head.joined(separator: "\r\n") + body
  }
}

extension LabWebServer {
  /// The root of the certificates.
  public static let roots: [Certificate] = (try? Certificate.readPEM(LabWebCertificates.root)) ?? []

  /// What the server shows.
  public func identity() throws -> TLSServerIdentity {
    isExpired
      ? try TLSServerIdentity([(LabWebCertificates.expired, LabWebCertificates.expiredKey)])
      : try TLSServerIdentity([(LabWebCertificates.good, LabWebCertificates.goodKey)])
  }

  /// Serves on port 443 until the process ends or the server is stopped.
  public func serve() async throws -> ScriptedWebServer {
    try await ScriptedWebServer(
      isSilent ? .isSilent : .says(response), identity: try identity(), address: address.description, port: 443)
  }
}

/// Gives what the web servers of a scenario would, without a network.
public struct LabWebFetcher: HTTPSFetcher {
  private let servers: [LabWebServer]

  /// Takes the servers.
  public init(_ servers: [LabWebServer]) {
    self.servers = servers
  }

  /// Answers as the server at the first address that has one.
  public func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    let found = addresses.lazy.compactMap { address in servers.first { $0.address == address } }.first
    return HTTPSAnswer(url: request.url, outcome: outcome(found, request), address: found?.address)
  }

  private func outcome(_ server: LabWebServer?, _ request: HTTPSRequest) -> HTTPSAnswer.Outcome {
    guard let server else { return .failure(.unreachable(["no web server of the scenario"])) }
    let leaf = (try? Certificate.readPEM(server.isExpired ? LabWebCertificates.expired : LabWebCertificates.good))?
      .first
    if leaf?.names(request.url.host.description) != true { return .failure(.untrusted([.wrongName])) }
    if server.isExpired { return .failure(.untrusted([.expired])) }
    if server.isSilent { return .failure(.timeout("the response")) }
    var reader = HTTPSResponseReader(request)
    do throws(HTTPSResponseReader.Fault) {
      try reader.feed(Array(server.response.utf8))
      return .response(try reader.finish())
    } catch {
      return .failure(.malformed(error.description))
    }
  }
}
