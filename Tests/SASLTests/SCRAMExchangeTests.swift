import AuditTesting
import Checks
import OpenSSLKit
import SASL
import Testing

/// Our client against a server of ours, message by message.
@Suite struct SCRAMExchangeTests {
  static let password = Secret("pencil")
  static let exporter = TLSChannelBinding(.exporter, data: Secret("an exported value of 32 octets.."))
  static let mechanisms: [SASLMechanism] = [.scramSHA1, .scramSHA256, .scramSHA1Plus, .scramSHA256Plus]

  /// Runs a login to its end.
  private static func run(
    _ mechanism: SASLMechanism, _ server: ScriptedSCRAMServer, user: String = "user", actingAs: String = "",
    password: Secret = password, bindings: [TLSChannelBinding] = [], offered: [String] = []
  ) throws -> (exchange: SASLExchange, server: ScriptedSCRAMServer) {
    var server = server
    var exchange = try SASLExchange(
      mechanism, SASLCredentials(user: user, password: password, actingAs: actingAs),
      over: SASLChannel(.verified, bindings: bindings), offered: offered)
    var line = try exchange.begin()
    for _ in 0..<5 {
      switch try server.reply(to: Array(line.response.utf8)) {
      case .challenge(let octets): line = try exchange.respond(clear: String(decoding: octets, as: UTF8.self))
      case .success:
        try exchange.succeed()
        return (exchange, server)
      case .failure: throw LoginRefused()
      }
    }
    throw LoginRefused()
  }

  @Test(arguments: mechanisms, [4096, 20_000])
  func aGoodServerIsProved(mechanism: SASLMechanism, iterations: Int) throws {
    let hash = try #require(mechanism.hash)
    let server = ScriptedSCRAMServer(
      hash, password: Self.password, bindings: [Self.exporter], offersBinding: mechanism.needsChannelBinding,
      iterations: iterations)
    let (exchange, after) = try Self.run(
      mechanism, server, bindings: mechanism.needsChannelBinding ? [Self.exporter] : [], offered: [mechanism.rawValue])
    #expect(after.isClientProved)
    #expect(exchange.facts.isServerProved == true)
    #expect(exchange.facts.iterations == iterations)
    #expect(exchange.facts.hasFewIterations == (iterations == 4096))
    #expect(exchange.facts.binding == (mechanism.needsChannelBinding ? .exporter : nil))
  }

  @Test(arguments: [
    (ScriptedSCRAMServer.Fault.wrongSignature, SASLFailure.wrongServerSignature), (.foreignNonce, .nonceNotExtended),
    (.sameNonce, .nonceNotExtended), (.oneIteration, .tooFewIterations(1)), (.endlessIterations, .tooManyIterations),
    (.noSignature, .serverNotProved), (.twice, .unexpectedChallenge),
    (
      .mandatoryExtension,
      .malformed("the server demands an extension of SCRAM that there is none of", reference: "RFC 5802 §5.1")
    ), (.noSalt, .malformed("the server's salt is no base64", reference: "RFC 5802 §7"))
  ])
  func everyFaultOfAServerHasItsName(fault: ScriptedSCRAMServer.Fault, failure: SASLFailure) {
    let server = ScriptedSCRAMServer(.sha256, password: Self.password, fault: fault)
    #expect(throws: failure) { try Self.run(.scramSHA256, server) }
    #expect(!"\(failure)".isEmpty)
  }

  @Test func everyFaultIsTried() { #expect(ScriptedSCRAMServer.Fault.allCases.count == 10) }

  @Test func aWrongPasswordIsToldByTheServer() {
    let server = ScriptedSCRAMServer(.sha1, password: Secret("pen"))
    #expect(throws: SASLFailure.serverError(.invalidProof)) { try Self.run(.scramSHA1, server) }
  }

  @Test func anotherTLSSessionIsNoticed() {
    let server = ScriptedSCRAMServer(
      .sha256, password: Self.password, bindings: [TLSChannelBinding(.exporter, data: Secret("another session"))],
      offersBinding: true)
    #expect(throws: SASLFailure.serverError(.channelBindingsDontMatch)) {
      try Self.run(.scramSHA256Plus, server, bindings: [Self.exporter])
    }
  }

  @Test func anOfferThatWasTakenAwayIsNoticed() throws {
    let server = ScriptedSCRAMServer(
      .sha256, password: Self.password, bindings: [Self.exporter], offersBinding: true)
    // The list arrived without -PLUS: the client says that it saw none (`y`).
    #expect(throws: SASLFailure.serverError(.serverDoesSupportChannelBinding)) {
      try Self.run(.scramSHA256, server, bindings: [Self.exporter], offered: ["SCRAM-SHA-256"])
    }
    // The list was whole, and the user wants the weaker one: the client says that it does not bind (`n`).
    #expect(
      try Self.run(
        .scramSHA256, server, bindings: [Self.exporter], offered: ["SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"]
      ).server.isClientProved)
  }

  @Test(arguments: [
    (SASLMechanism.scramSHA256, [], [], "n,,"), (.scramSHA256, [exporter], ["SCRAM-SHA-256"], "y,,"),
    (.scramSHA256, [exporter], ["scram-sha-256-plus"], "n,,"), (.scramSHA1, [exporter], ["SCRAM-SHA-256-PLUS"], "y,,"),
    (.scramSHA256Plus, [exporter], ["SCRAM-SHA-256-PLUS"], "p=tls-exporter,,"),
    (.scramSHA1Plus, [TLSChannelBinding(.unique, data: Secret("x"))], [], "p=tls-unique,,"),
    (.scramSHA1Plus, [TLSChannelBinding(.serverEndPoint, data: Secret("x"))], [], "p=tls-server-end-point,,")
  ])
  func theFlagTellsWhatTheClientSaw(
    mechanism: SASLMechanism, bindings: [TLSChannelBinding], offered: [String], header: String
  ) throws {
    var exchange = try SASLExchange(
      mechanism, SASLCredentials(user: "user", password: Self.password),
      over: SASLChannel(.verified, bindings: bindings), offered: offered, nonce: "abc")
    #expect(try exchange.begin().response == header + "n=user,r=abc")
  }

  @Test func namesAreEscaped() throws {
    var exchange = try SASLExchange(
      .scramSHA256, SASLCredentials(user: "a=b,c", password: Self.password, actingAs: "x,y"),
      over: SASLChannel(.verified),
      offered: [], nonce: "abc")
    #expect(try exchange.begin().response == "n,a=x=2Cy,n=a=3Db=2Cc,r=abc")
  }

  @Test func noncesAreNeverTheSame() throws {
    let nonces = try (0..<20).map { _ in
      var exchange = try SASLExchange(
        .scramSHA256, SASLCredentials(user: "u", password: Self.password), over: SASLChannel(.verified), offered: [])
      return try exchange.begin().response
    }
    #expect(Set(nonces).count == 20)
    #expect(nonces.allSatisfy { $0.utf8.count == "n,,n=u,r=".utf8.count + 32 })
  }

  @Test(arguments: [
    "", "r=", ",,,", "r=abc", "r=abcd", "r=abcd,s=AAAA", "r=abcd,i=4096,s=AAAA", "r=abcd,s=AAAA,i=",
    "r=abcd,s=AAAA,i=-1",
    "r=abcd,s=AAAA,i=04096", "r=abcd,s=AAAA,i=4096x", "r=abcd,s=A,i=4096", "r=abcd,s=,i=4096",
    "r=abc\u{7},s=AAAA,i=4096",
    "r=abc d,s=AAAA,i=4096", "r=abcd,s=AAAA,i=99999999999999999999999", "r=abcd,s=AAAA,i=4095",
    "r=abc" + String(repeating: "x", count: 2000) + ",s=AAAA,i=4096", "e=other-error", "m=x,r=abcd,s=AAAA,i=4096"
  ])
  func malformedFirstMessagesAreRefused(text: String) throws {
    var exchange = try SASLExchange(
      .scramSHA1, SASLCredentials(user: "user", password: Self.password), over: SASLChannel(.verified), offered: [],
      nonce: "abc")
    _ = try exchange.begin()
    #expect(throws: SASLFailure.self) { try exchange.respond(clear: text) }
    // A failed exchange does not go on.
    #expect(throws: SASLFailure.unexpectedChallenge) { try exchange.respond(clear: "r=abcd,s=AAAA,i=4096") }
    #expect(throws: SASLFailure.serverNotProved) { try exchange.succeed() }
  }

  @Test(arguments: [
    ("v=", SASLFailure.wrongServerSignature), ("v=AAAA", .wrongServerSignature),
    ("v=A", .malformed("the server's last message is neither its signature nor an error", reference: "RFC 5802 §7")),
    ("", .malformed("the server's last message is neither its signature nor an error", reference: "RFC 5802 §7")),
    ("e=unknown-user", .serverError(.unknownUser)), ("e=whatever\u{1B}[31m,x=y", .serverError(.otherError))
  ])
  func badLastMessagesAreRefused(text: String, failure: SASLFailure) throws {
    var exchange = try SASLExchange(
      .scramSHA1, SASLCredentials(user: "user", password: Self.password), over: SASLChannel(.verified), offered: [],
      nonce: "abc")
    _ = try exchange.begin()
    // Extensions that are not mandatory are passed over.
    _ = try exchange.respond(clear: "r=abcd,s=AAAA,i=4096,x=whatever,y=z")
    #expect(throws: failure) { try exchange.respond(clear: text) }
    #expect(throws: SASLFailure.serverNotProved) { try exchange.succeed() }
  }

  @Test(arguments: ["AAA", "A===", "=AAA", "AA AA", "ÄÄ"])
  func challengesAreBase64(text: String) throws {
    var exchange = try SASLExchange(
      .cramMD5, SASLCredentials(user: "user", password: Self.password), over: SASLChannel(.verified), offered: [])
    _ = try exchange.begin()
    #expect(throws: SASLFailure.notBase64) { try exchange.respond(to: Array(text.utf8)) }
    #expect(throws: SASLFailure.tooLong(20_000)) {
      try exchange.respond(to: [UInt8](repeating: UInt8(ascii: "A"), count: 20_000))
    }
  }

  @Test func loginDoesNotGiveTheUserNameForThePassword() throws {
    var exchange = try SASLExchange(
      .login, SASLCredentials(user: "user", password: Self.password), over: SASLChannel(.verified), offered: [])
    #expect(throws: SASLFailure.unexpectedChallenge) { try exchange.respond(clear: "Username:") }
    _ = try exchange.begin()
    #expect(throws: SASLFailure.self) { try exchange.respond(clear: "Password:") }
  }
}

/// The server said no.
struct LoginRefused: Error {}
