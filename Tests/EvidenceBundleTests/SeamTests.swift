import AuditTesting
import Checks
import DNS
import EvidenceBundle
import Foundation
import HTTPS
import HTTPSTransport
import OpenSSLKit
import SASL
import SMTPSubmission
import Testing

/// What real servers on loopback show comes out of a bundle as it went in.
@Suite struct SeamTests {
  private static let loopback = IPAddress.v4(0x7F00_0001)

  private static func recorder() -> EvidenceRecorder {
    EvidenceRecorder(BundleHeading(version: "0.1.0", time: ExampleCertificates.time, command: ["audit", "example.org"]))
  }

  private static func identity() throws -> TLSServerIdentity {
    try TLSServerIdentity([(ExampleCertificates.good + "\n" + ExampleCertificates.issuer, ExampleKeys.good)])
  }

  private static func roots() throws -> TrustStore {
    try TrustStore(ExampleCertificates.chain([ExampleCertificates.root]))
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nversion: STSv1\n", true),
    ("HTTP/1.1 200 OK\r\n\r\n\u{0}\u{1F}ü\u{7F}\r\n", true), ("no HTTP", true), ("", false)
  ])
  func anHTTPSAnswer(text: String, hasTLS: Bool) async throws {
    let server = try await ScriptedWebServer(.says(text), identity: hasTLS ? try Self.identity() : nil)
    var live = LiveHTTPSFetcher(trust: try Self.roots(), userAgent: "mailaudit/test", time: ExampleCertificates.time)
    live.reachesSpecialAddresses = true
    let url = try HTTPSURL(parsing: Array("https://mail.example.org:\(server.port)/a".utf8))
    let request = HTTPSRequest(url, bodyLimit: 1_000, time: .seconds(300))
    let recorder = Self.recorder()
    let recording = RecordingFetcher(live, recorder)
    let answer = await recording.fetch(request, addresses: [Self.loopback])
    await server.stop()
    #expect(await recording.fetch(request, addresses: [Self.loopback]) === answer, "each request is sent once")
    let replaying = ReplayingFetcher(try EvidencePlayer(recorder.octets()))
    let again = await replaying.fetch(request, addresses: [Self.loopback])
    #expect(again.outcome == answer.outcome && again.address == answer.address && again.time == answer.time)
    #expect(again.certificate == answer.certificate && (answer.certificate != nil) == hasTLS)
    let other = HTTPSRequest(url, method: .head, bodyLimit: 1_000, time: .seconds(300))
    let unknown = await replaying.fetch(other, addresses: [Self.loopback])
    #expect(unknown.failure == .notAsked("it is not in the evidence"))
  }

  @Test func conversationsAndWhatChainsAreWorth() async throws {
    let listener = try await ScriptedMailServer(.submission { _ in }, identity: try Self.identity())
    let recorder = Self.recorder()
    let live = RecordingMailServers(MailServerNetwork(trustStore: try Self.roots()), recorder)
    var endpoint = SMTPEndpoint(
      address: Self.loopback, port: listener.port, tls: .lenient(serverName: "mail.example.org"))
    endpoint.trust = ChainTrust(try Self.roots(), identity: .name("mail.example.org"), time: ExampleCertificates.time)
    var plan = SMTPClient.Plan(clientName: "app.example.org")
    let secret = "Zwiebelkuchen-4711"
    plan.login = SASLLogin(
      SASLCredentials(user: "wiki", password: Secret(secret)), wanted: .plain, host: "mail.example.org",
      port: listener.port)
    plan.envelope = SMTPEnvelope(sender: "wiki@example.org", recipients: ["admin@example.net"])
    var sessions: [SMTPSession] = []
    for _ in 0..<2 { sessions.append(await live.converse(plan, at: endpoint)) }
    await listener.stop()
    let chain = try #require(sessions[0].tls?.chain)
    let verdict = live.verdict(on: chain, at: ExampleCertificates.time, for: "mail.example.org")
    let octets = try recorder.octets()
    let player = try EvidencePlayer(octets)
    let replaying = ReplayingMailServers(player)
    plan.login = ReplayedLogin()
    for session in sessions { #expect(await replaying.converse(plan, at: endpoint) == session) }
    #expect(await replaying.converse(plan, at: endpoint).stop == SMTPStop(.connect, .notRecorded))
    #expect(replaying.verdict(on: chain, at: ExampleCertificates.time, for: "mail.example.org") == verdict)
    #expect(replaying.verdict(on: chain, at: 0, for: "mail.example.org") == nil)
    #expect(replaying.hasRoots && replaying.offersHybrid == live.offersHybrid)
    let text = String(decoding: octets, as: UTF8.self)
    #expect(!text.contains(secret) && text.contains("AUTH PLAIN"))
    #expect(text.components(separatedBy: "{\"certificate\":").count == 4, "each certificate is kept once")
  }

  @Test func whatAuthoritiesAndValidatorsSay() async throws {
    var verdict = DNSSECVerdict(.bogus, reason: "a signature is over")
    verdict.fault = .signatureExpired
    verdict.denial = .nsec3(iterations: 0, saltOctets: 0, optOut: true)
    verdict.chain = [
      DNSSECLink(
        zone: ".", delegationSigners: [],
        keys: [DNSSECKey(keyTag: 20_326, algorithm: DNSSECAlgorithm(rawValue: 8), isSecureEntryPoint: true)])
    ]
    let recorder = Self.recorder()
    let question = DNSQuestion("example.org", .mx)
    let world = FixedWorld(verdict: verdict)
    let recording = RecordingValidator(world, recorder)
    #expect(await recording.verdicts(on: [question]) == [verdict])
    let authorities = RecordingAuthorities(world, recorder)
    let replies = await authorities.replies(from: [Self.loopback], to: [question])
    let player = try EvidencePlayer(recorder.octets())
    #expect(player.hasValidator)
    let validator = ReplayingValidator(player)
    let other = DNSQuestion("example.net", .mx)
    let verdicts = await validator.verdicts(on: [question, other])
    #expect(verdicts[0] == verdict && verdicts[1].failure == .notRecorded)
    let replaying = ReplayingAuthorities(player)
    #expect(await replaying.replies(from: [Self.loopback], to: [question]) == replies)
    let unknown = await replaying.replies(from: [Self.loopback], to: [other])
    #expect(unknown[0][0].failure == .notRecorded)
  }
}

/// Says the same to every question.
private struct FixedWorld: DNSSECValidator, AuthorityClient {
  let verdict: DNSSECVerdict

  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] { questions.map { _ in verdict } }

  func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    servers.map { server in
      questions.map { question in
        AuthorityReply(server: server, question: question, content: .referral("org", servers: ["ns.example.net"]))
      }
    }
  }
}
