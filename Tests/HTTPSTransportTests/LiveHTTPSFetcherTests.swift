import AuditTesting
import Checks
import DNS
import HTTPS
import HTTPSTransport
import OpenSSLKit
import Testing

/// Requests over loopback, with real TLS.
@Suite struct LiveHTTPSFetcherTests {
  private static let now = 1_795_219_200
  private static let loopback = IPAddress.v4(0x7F00_0001)

  private static func identity(_ certificate: String, _ key: String) throws -> TLSServerIdentity {
    try TLSServerIdentity([(certificate + "\n" + ExampleCertificates.issuer, key)])
  }

  private static func fetch(
    _ behaviour: ScriptedWebServer.Behaviour, certificate: String = ExampleCertificates.good,
    key: String = ExampleKeys.good, hasTLS: Bool = true, host: String = "mail.example.org",
    method: HTTPSMethod = .get, time: Duration = .seconds(300), configure: (inout LiveHTTPSFetcher) -> Void = { _ in }
  ) async throws -> HTTPSAnswer {
    let server = try await ScriptedWebServer(behaviour, identity: hasTLS ? try identity(certificate, key) : nil)
    let roots = ExampleCertificates.chain([ExampleCertificates.root])
    var fetcher = LiveHTTPSFetcher(trust: try TrustStore(roots), userAgent: "mailaudit/test", time: now)
    fetcher.reachesSpecialAddresses = true
    configure(&fetcher)
    let url = try HTTPSURL(parsing: Array("https://\(host):\(server.port)/a?b".utf8))
    let answer = await fetcher.fetch(
      HTTPSRequest(url, method: method, bodyLimit: 1_000, time: time), addresses: [loopback])
    await server.stop()
    return answer
  }

  @Test func sendsOneGetAndReadsTheResponse() async throws {
    let answer = try await Self.fetch(.says("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{request}"))
    let response = try #require(answer.response, "\(answer.failure?.description ?? "")")
    #expect(response.status == 200 && response.mediaType == "text/plain" && !response.isTruncated)
    let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.first == "GET /a?b HTTP/1.1")
    #expect(lines.contains { $0.hasPrefix("Host: mail.example.org:") } && lines.contains("User-Agent: mailaudit/test"))
    #expect(answer.address == Self.loopback && answer.certificate?.names.contains("mail.example.org") == true)
  }

  @Test(arguments: ["List-Unsubscribe=One-Click", ""])
  func handsContentIn(content: String) async throws {
    let answer = try await Self.fetch(
      .says("HTTP/1.1 202 Accepted\r\n\r\n{request}"), method: .post(HTTPSContent(.form, Array(content.utf8))))
    let response = try #require(answer.response, "\(answer.failure?.description ?? "")")
    let request = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == 202 && request.hasPrefix("POST /a?b HTTP/1.1\r\n"))
    #expect(request.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"))
    #expect(request.hasSuffix("\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)"))
  }

  @Test func aHeadIsAllThatHEADGets() async throws {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n"
    for closes in [true, false] {
      let answer = try await Self.fetch(.says(text, closes: closes), method: .head)
      #expect(answer.response?.status == 200 && answer.response?.body.isEmpty == true)
    }
  }

  @Test(arguments: [
    ("HTTP/1.1 301 Moved\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", 301, 0, false),
    ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef", 200, 3, false),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n", 200, 3, false),
    ("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + String(repeating: "a", count: 2000), 200, 1000, true),
    ("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "a", count: 300_000), 200, 1000, true)
  ])
  func readsTheContentUpToItsEnd(text: String, status: Int, count: Int, isTruncated: Bool) async throws {
    for closes in [true, false] {
      let answer = try await Self.fetch(.says(text, closes: closes))
      let response = try #require(answer.response, "\(answer.failure?.description ?? "")")
      #expect(response.status == status && response.body.count == count && response.isTruncated == isTruncated)
    }
  }

  @Test(
    arguments: [
      (ExampleCertificates.expired, ExampleKeys.expired, .expired),
      (ExampleCertificates.otherName, ExampleKeys.otherName, .wrongName),
      (ExampleCertificates.unknown + "\n" + ExampleCertificates.stranger, ExampleKeys.unknown, .unknownIssuer),
      (ExampleCertificates.unknown, ExampleKeys.unknown, .other("the certificate of its issuer was not sent")),
      (ExampleCertificates.notYetValid, ExampleKeys.notYetValid, .notYetValid)
    ] as [(String, String, HTTPSFailure.CertificateFault)])
  func refusesCertificates(certificate: String, key: String, fault: HTTPSFailure.CertificateFault) async throws {
    let answer = try await Self.fetch(.says("HTTP/1.1 200 OK\r\n\r\n"), certificate: certificate, key: key)
    guard case .untrusted(let faults)? = answer.failure else {
      Issue.record("\(answer.outcome)")
      return
    }
    #expect(faults.contains(fault), "\(faults)")
    #expect(answer.certificate != nil)
  }

  /// The server has the key of the first certificate only; the second one is copied.
  @Test func aCopiedChainBehindAnUnreadableCertificateIsNotTrusted() async throws {
    let chain = ExampleCertificates.oddDate + "\n" + ExampleCertificates.goodRSA
    let answer = try await Self.fetch(.says("HTTP/1.1 200 OK\r\n\r\n"), certificate: chain)
    guard case .untrusted? = answer.failure else {
      Issue.record("\(answer.outcome)")
      return
    }
  }

  @Test func aCertificateCountsForItsHostsAlone() async throws {
    let answer = try await Self.fetch(.says("HTTP/1.1 200 OK\r\n\r\n"), host: "mta-sts.example.org")
    #expect(answer.failure == .untrusted([.wrongName]))
  }

  @Test func aSilentServerIsATimeout() async throws {
    let answer = try await Self.fetch(.isSilent, time: .milliseconds(300))
    #expect(answer.failure?.description.hasPrefix("no answer in time") == true)
    let deadline = ContinuousClock.now + .milliseconds(200)
    let sooner = try await ResolverDeadline.$current.withValue(deadline) { try await Self.fetch(.isSilent) }
    #expect(sooner.failure?.isDefinite == false)
    let late = try await ResolverDeadline.$current.withValue(.now - .seconds(1)) { try await Self.fetch(.isSilent) }
    #expect(late.failure == .notAsked("no time was left"))
  }

  @Test func whatIsNoTLSOrNoHTTPIsTheServersFault() async throws {
    let clear = try await Self.fetch(.speaksNoTLS, hasTLS: false)
    guard case .handshake? = clear.failure else {
      Issue.record("\(clear.outcome)")
      return
    }
    let mail = try await Self.fetch(.says("220 mail.example.org ESMTP\r\n", closes: false))
    #expect(mail.failure == .malformed("it does not begin with HTTP/"))
    let short = try await Self.fetch(.says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"))
    #expect(short.failure == .closed("the content has no end"))
  }

  @Test func staysAwayFromAddressesThatTheInternetDoesNotHave() async throws {
    let answer = try await Self.fetch(.isSilent) { $0.reachesSpecialAddresses = false }
    #expect(answer.failure == .noPublicAddress("127.0.0.1"))
    let blind = try await Self.fetch(.isSilent) { $0.trust = nil }
    #expect(blind.failure?.description.contains("ca-certificates") == true)
  }

  @Test func triesTheNextAddress() async throws {
    let server = try await ScriptedWebServer(
      .says("HTTP/1.1 200 OK\r\n\r\nx"), identity: try Self.identity(ExampleCertificates.good, ExampleKeys.good))
    var fetcher = LiveHTTPSFetcher(
      trust: try TrustStore(ExampleCertificates.chain([ExampleCertificates.root])), userAgent: "x", time: Self.now)
    fetcher.reachesSpecialAddresses = true
    let url = try HTTPSURL(parsing: Array("https://mail.example.org:\(server.port)/".utf8))
    let request = HTTPSRequest(url, bodyLimit: 10, time: .seconds(300))
    // Nobody listens at ::1 or 127.0.0.2.
    let addresses: [IPAddress] = [.v6(1), .v4(0x7F00_0002), Self.loopback]
    #expect(await fetcher.fetch(request, addresses: addresses).address == Self.loopback)
    await server.stop()
    guard case .refused(let reasons)? = await fetcher.fetch(request, addresses: addresses).failure else {
      Issue.record("somebody answered")
      return
    }
    #expect(reasons.count == 3)
  }
}
