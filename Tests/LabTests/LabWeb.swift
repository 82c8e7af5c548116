import AuditTesting
import DNS
import Foundation
import HTTPS
import HTTPSTransport
import OpenSSLKit

/// The web servers that `script/lab` started.
enum LabWeb {
  /// Whether they run.
  static let isServed = ProcessInfo.processInfo.environment["MAILAUDIT_LAB_WEB"] == "yes"

  /// Trusts the root of the lab, and waits for a silent server no longer than a test should.
  static func fetcher(_ servers: [LabWebServer]) throws -> any HTTPSFetcher {
    var live = LiveHTTPSFetcher(
      trust: try TrustStore(LabWebServer.roots), userAgent: "mailaudit/lab", time: 1_795_219_200)
    live.reachesSpecialAddresses = true
    return ImpatientFetcher(live: live, time: servers.contains(where: \.isSilent) ? .seconds(5) : .seconds(60))
  }
}

/// Gives every request some time.
private struct ImpatientFetcher: HTTPSFetcher {
  let live: LiveHTTPSFetcher
  let time: Duration

  func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    await live.fetch(
      HTTPSRequest(request.url, method: request.method, bodyLimit: request.bodyLimit, time: time),
      addresses: addresses)
  }
}
