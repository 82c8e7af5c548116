import OpenSSLKit
import SASL
import Testing

/// The exchanges that the standards print.
@Suite struct MechanismVectorTests {
  /// A printed exchange: who logs in, the server's challenges and the client's messages, in clear text. The first
  /// message is the initial response; nil where the server speaks first.
  struct Vector: Sendable, CustomTestStringConvertible {
    let source: String
    let mechanism: SASLMechanism
    let user: String
    let secret: String
    var acting = ""
    var nonce = "unused"
    let first: String?
    let rounds: [(challenge: String, response: String)]
    var testDescription: String { source }

    var credentials: SASLCredentials {
      mechanism.takesToken
        ? SASLCredentials(user: user, token: Secret(secret))
        : SASLCredentials(user: user, password: Secret(secret), actingAs: acting)
    }
  }

  static let vectors = [
    Vector(
      source: "RFC 4616 §4, Tim", mechanism: .plain, user: "tim", secret: "tanstaaftanstaaf",
      first: "\0tim\0tanstaaftanstaaf", rounds: []),
    Vector(
      source: "RFC 4616 §4, Ursel", mechanism: .plain, user: "Kurt", secret: "xipj3plmq", acting: "Ursel",
      first: "Ursel\0Kurt\0xipj3plmq", rounds: []),
    Vector(
      source: "LOGIN", mechanism: .login, user: "tim", secret: "tanstaaftanstaaf", first: nil,
      rounds: [("Username:", "tim"), ("Password:", "tanstaaftanstaaf")]),
    Vector(
      source: "LOGIN of GNU SASL", mechanism: .login, user: "tim", secret: "tanstaaftanstaaf", first: nil,
      rounds: [("User Name", "tim"), ("Password", "tanstaaftanstaaf")]),
    Vector(
      source: "RFC 2195 §2", mechanism: .cramMD5, user: "tim", secret: "tanstaaftanstaaf", first: nil,
      rounds: [("<1896.697170952@postoffice.reston.mci.net>", "tim b913a602c7eda7a495b4e6e7334d3890")]),
    Vector(
      source: "RFC 5802 §5", mechanism: .scramSHA1, user: "user", secret: "pencil", nonce: "fyko+d2lbbFgONRv9qkxdawL",
      first: "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
      rounds: [
        (
          "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
          "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="
        ), ("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "")
      ]),
    Vector(
      source: "RFC 7677 §3", mechanism: .scramSHA256, user: "user", secret: "pencil", nonce: "rOprNGfwEbeRWgbNEkqO",
      first: "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
      rounds: [
        (
          "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
          """
          c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,\
          p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=
          """
        ), ("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", "")
      ]),
    Vector(
      source: "RFC 7628 §4.1", mechanism: .oauthBearer, user: "user@example.com", secret: token,
      first: "n,a=user@example.com,\u{1}host=server.example.com\u{1}port=143\u{1}auth=Bearer \(token)\u{1}\u{1}",
      rounds: []),
    Vector(
      source: "RFC 7628 §4.3, failed", mechanism: .oauthBearer, user: "user@example.com", secret: token,
      first: "n,a=user@example.com,\u{1}host=server.example.com\u{1}port=143\u{1}auth=Bearer \(token)\u{1}\u{1}",
      rounds: [(#"{"status":"invalid_token","scope":"example_scope"}"#, "\u{1}")]),
    Vector(
      source: "XOAUTH2, failed", mechanism: .xoauth2, user: "someuser@example.com", secret: token,
      first: "user=someuser@example.com\u{1}auth=Bearer \(token)\u{1}\u{1}",
      rounds: [(#"{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}"#, "")])
  ]

  static let token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="
  static let channel = SASLChannel(.verified, host: "server.example.com", port: 143)

  @Test(arguments: vectors)
  func theExchangeIsTheOnePrinted(vector: Vector) throws {
    var exchange = try SASLExchange(
      vector.mechanism, vector.credentials, over: Self.channel, offered: [vector.mechanism.rawValue],
      nonce: vector.nonce)
    let command = try exchange.begin()
    if let first = vector.first {
      #expect(command.response == first)
      #expect(command.wire.revealed.hasPrefix("AUTH \(vector.mechanism) "))
    } else {
      #expect(command.wire.revealed == "AUTH \(vector.mechanism)\r\n")
    }
    for round in vector.rounds {
      let line = try exchange.respond(clear: round.challenge)
      #expect(line.response == round.response)
      #expect(line.wire.revealed.hasSuffix("\r\n"))
    }
    // Whatever the mechanism, it ends. A challenge behind a token is a refusal, and there is one of them.
    _ = try? exchange.respond(clear: "more")
    #expect(throws: SASLFailure.unexpectedChallenge) { try exchange.respond(clear: "more") }
  }

  @Test(arguments: vectors)
  func noTranscriptShowsASecret(vector: Vector) throws {
    var exchange = try SASLExchange(
      vector.mechanism, vector.credentials, over: Self.channel, offered: [], nonce: vector.nonce)
    var lines = [try exchange.begin()]
    var challenges: [String] = []
    for round in vector.rounds {
      challenges.append(exchange.transcript(ofChallenge: Array(Base64Line.encode(round.challenge).utf8)))
      lines.append(try exchange.respond(clear: round.challenge))
    }
    let shown = (lines.map(\.transcript) + lines.map { "\($0)" } + challenges).joined(separator: "\n")
    let questions = vector.mechanism == .login ? [] : vector.rounds.map(\.challenge)
    for hidden in questions + vector.rounds.map(\.response) + [vector.first ?? "", vector.secret] where !hidden.isEmpty
    {
      #expect(!shown.contains(hidden))
      #expect(!shown.contains(Base64Line.encode(hidden)))
    }
    #expect(!SecretSearch([Secret(vector.secret)]).finds(in: shown))
    var dumped = ""
    dump(exchange, to: &dumped)
    dump(lines, to: &dumped)
    #expect(!SecretSearch([Secret(vector.secret)]).finds(in: dumped))
  }

  @Test func transcriptsAreReadable() throws {
    let password = SASLCredentials(user: "tim", password: Secret("tanstaaftanstaaf"))
    var plain = try SASLExchange(.plain, password, over: Self.channel, offered: [])
    #expect(try plain.begin().transcript == "AUTH PLAIN [redacted]")
    var login = try SASLExchange(.login, password, over: Self.channel, offered: [])
    #expect(try login.begin().transcript == "AUTH LOGIN")
    #expect(login.transcript(ofChallenge: Array("VXNlcm5hbWU6".utf8)) == "334 [Username:]")
    #expect(try login.respond(clear: "Username:").transcript == "[redacted]")
    var cram = try SASLExchange(.cramMD5, password, over: Self.channel, offered: [])
    _ = try cram.begin()
    #expect(cram.transcript(ofChallenge: Array("PDE+".utf8)) == "334 [redacted, 4 octets]")
    #expect(try cram.respond(clear: "<1>").transcript == "[redacted, 48 octets]")
    #expect(SASLExchange.cancellation.transcript == "*")
    #expect(cram.transcript(ofReply: "535 tanstaaftanstaaf is wrong") == "535 [redacted] is wrong")
  }

  @Test func aLongInitialResponseWaitsForTheServer() throws {
    let token = Secret(String(repeating: "a", count: 2000))
    var exchange = try SASLExchange(
      .xoauth2, SASLCredentials(user: "user", token: token), over: Self.channel, offered: [])
    #expect(try exchange.begin().wire.revealed == "AUTH XOAUTH2\r\n")
    let line = try exchange.respond(to: [])
    #expect(line.response.hasPrefix("user=user\u{1}auth=Bearer aaaa"))
    #expect(line.transcript == "[redacted, \(line.wire.count - 2) octets]")
    try exchange.succeed()
  }

  @Test func theReportOfARefusedTokenIsRead() throws {
    let token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg"
    var exchange = try SASLExchange(
      .oauthBearer, SASLCredentials(user: "user", token: Secret(token)), over: Self.channel, offered: [])
    _ = try exchange.begin()
    _ = try exchange.respond(
      clear: """
        {"status" : "invalid_token", "more": {"a": [1, "}"]}, "scope": "\\u0065xample_scope \(token)",
         "openid-configuration":"https:\\/\\/example.com\\/.well-known\\/openid-configuration"}
        """)
    let report = try #require(exchange.facts.tokenReport)
    #expect(report.isReadable)
    #expect(report.status == "invalid_token")
    #expect(report.scope == "example_scope [redacted]")
    #expect(report.openIDConfiguration == "https://example.com/.well-known/openid-configuration")
  }

  @Test(arguments: [
    "", "{", "[]", "{}x", #"{"status":}"#, #"{"status"}"#, #"{"status":"1",}"#, #"{"status":"\q"}"#,
    #"{"status":"\ud8"}"#,
    #"{"a":"# + String(repeating: "[", count: 10_000), #"{"status":"1" "scope":"2"}"#, "{\"status\":\"\n\"}"
  ])
  func aReportThatIsNoneIsSaidToBe(text: String) {
    #expect(!BearerReport(json: Array(text.utf8)).isReadable)
  }

  @Test(arguments: [
    (#"{}"#, ""), (#"{"status":401}"#, "401"), (#" { "status" : null } "#, "null"), (#"{"a":[],"status":"x"}"#, "x")
  ])
  func plainValuesAreKept(text: String, status: String) {
    let report = BearerReport(json: Array(text.utf8))
    #expect(report.isReadable && report.status == status)
  }
}
