import DNS
import OpenSSLKit
import SMTPSubmission
import TLSTransport
import Testing

/// The catching server on loopback.
@Suite struct CatchingServerTests {
  static let loopback = IPAddress.v4(0x7F00_0001)

  private static func server(
    _ mode: CatchingPolicy.TLSMode = .startTLS, count: Int? = nil
  ) async throws -> CatchingServer {
    var policy = CatchingPolicy(hostName: "catch.example")
    policy.mode = mode
    let identity = try TLSServerIdentity(
      selfSignedFor: ["catch.example", "localhost"], addresses: ["127.0.0.1", "::1"], days: 7)
    return try await CatchingServer.start(
      at: [CatchingServer.Place(loopback, port: 0)], policy: policy, identity: identity, count: count)
  }

  private static func connect(_ server: CatchingServer) async throws -> Client {
    Client(try await Connection.open(to: loopback, port: server.places.first?.port ?? 0, within: .seconds(5)))
  }

  /// Says lines, and waits for each reply.
  struct Client {
    let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// All lines up to one that ends a reply.
    func reply() async throws -> String {
      var text = ""
      while true {
        text += String(decoding: try await connection.receive(within: .seconds(10)), as: UTF8.self)
        let last = text.split(separator: "\r\n").last ?? ""
        if text.hasSuffix("\r\n"), last.count == 3 || last.dropFirst(3).first == " " { return text }
      }
    }

    func say(_ line: String) async throws -> String {
      connection.send(Array((line + "\r\n").utf8))
      return try await reply()
    }

    func deliver(_ message: String) async throws -> String {
      _ = try await say("MAIL FROM:<wiki@example.org>")
      _ = try await say("RCPT TO:<reader@example.net>")
      _ = try await say("DATA")
      return try await say(message + "\r\n.")
    }
  }

  private static func message(_ server: CatchingServer) async -> CaughtMessage? {
    while let event = await server.next() { if case .message(let message) = event { return message } }
    return nil
  }

  @Test(arguments: [CatchingPolicy.TLSMode.none, .startTLS, .implicit])
  func aMessageIsCaught(mode: CatchingPolicy.TLSMode) async throws {
    let server = try await Self.server(mode)
    let client = try await Self.connect(server)
    let configuration = TLSClientConfiguration.current(serverName: "catch.example")
    if mode == .implicit { _ = try await client.connection.startTLS(configuration, within: .seconds(5)) }
    #expect(try await client.reply().hasPrefix("220 catch.example"))
    var offer = try await client.say("EHLO wiki.example")
    #expect(offer.contains("STARTTLS") == (mode == .startTLS))
    if mode == .startTLS {
      #expect(try await client.say("STARTTLS").hasPrefix("220"))
      let facts = try await client.connection.startTLS(configuration, within: .seconds(5))
      #expect(facts.chain.first?.dnsNames == ["catch.example", "localhost"])
      #expect(facts.chain.first?.isSelfSigned == true && facts.chain.first?.keyKind == "EC prime256v1")
      offer = try await client.say("EHLO wiki.example")
    }
    #expect(offer.contains("250-AUTH PLAIN"))
    #expect(try await client.say("AUTH PLAIN AHdpa2kAc2VzYW1l").hasPrefix("235"))
    #expect(try await client.deliver("Subject: hi\r\n\r\nText").hasPrefix("250"))
    let caught = try #require(await Self.message(server))
    #expect(caught.number == 1 && caught.client == Self.loopback)
    #expect(caught.login == CaughtLogin(.plain, user: "wiki", isInTLS: mode != .none))
    #expect(caught.tls?.mode == (mode == .none ? nil : mode))
    #expect(caught.tls?.facts.version == (mode == .none ? nil : .tls13))
    #expect(try caught.octets.octets(in: 0..<1000) == Array("Subject: hi\r\n\r\nText\r\n".utf8))
    #expect(try await client.say("QUIT").hasPrefix("221"))
    await server.stop(after: .seconds(1))
    #expect(await server.next() == nil)
  }

  @Test func aLongMessageLiesInAFile() async throws {
    let server = try await Self.server()
    let client = try await Self.connect(server)
    _ = try await client.reply()
    _ = try await client.say("HELO a")
    let line = String(repeating: "0123456789", count: 10)
    let text = Array(repeating: line, count: 15_000).joined(separator: "\r\n")
    #expect(try await client.deliver(text).hasPrefix("250"))
    let caught = try #require(await Self.message(server))
    #expect(caught.octets.isSpooled && caught.octets.count == text.utf8.count + 2)
    var octets: [UInt8] = []
    try caught.octets.forEachPiece { octets += $0 }
    #expect(octets == Array((text + "\r\n").utf8))
    #expect(try caught.octets.octets(in: (octets.count - 3)..<Int.max) == Array("9\r\n".utf8))
    await server.stop(after: .zero)
  }

  @Test func severalAtOnceAndNoMoreThanAsked() async throws {
    let server = try await Self.server(.none, count: 3)
    let replies = try await withThrowingTaskGroup(of: String.self) { group in
      for name in 1...4 {
        group.addTask {
          let client = try await Self.connect(server)
          _ = try await client.reply()
          _ = try await client.say("EHLO client\(name).example")
          return try await client.deliver("Subject: \(name)\r\n")
        }
      }
      return try await group.reduce(into: []) { $0.append(String($1.prefix(3))) }
    }
    #expect(replies.sorted() == ["250", "250", "250", "452"])
    var numbers: [Int] = []
    for _ in 1...3 { if let message = await Self.message(server) { numbers.append(message.number) } }
    #expect(numbers == [1, 2, 3])
    await server.stop(after: .zero)
  }

  @Test func tooManySessionsAreTurnedAway() async throws {
    let server = try await Self.server(.none)
    var clients: [Client] = []
    for _ in 1...64 {
      let client = try await Self.connect(server)
      #expect(try await client.reply().hasPrefix("220"))
      clients.append(client)
    }
    #expect(try await Self.connect(server).reply().hasPrefix("421 4.3.2"))
    #expect(try await clients[0].say("NOOP").hasPrefix("250"))
    await server.stop(after: .zero)
    #expect(try await clients[0].reply().hasPrefix("421 4.3.2"))
  }

  @Test(arguments: [
    ("", FruitlessSession.TLSState.off, nil), ("STARTTLS\r\n", .beginning, nil),
    ("STARTTLS\r\nNOOP\r\n", .off, CatchingStop.injected), ("GET / HTTP/1.1\r\n", .off, .foreign)
  ])
  func whoLeavesEarlyIsTold(text: String, tls: FruitlessSession.TLSState, stop: CatchingStop?) async throws {
    let server = try await Self.server()
    let client = try await Self.connect(server)
    _ = try await client.reply()
    _ = try await client.say("EHLO a")
    if !text.isEmpty {
      client.connection.send(Array(text.utf8))
      _ = try await client.reply()
    }
    client.connection.close()
    guard case .fruitless(let session)? = await server.next() else {
      Issue.record("no end of a session")
      return
    }
    #expect(session.tls == tls && session.stop == stop && session.client == Self.loopback)
    await server.stop(after: .zero)
  }

  @Test func aClientThatRefusesTheCertificateIsTold() async throws {
    let server = try await Self.server()
    let client = try await Self.connect(server)
    _ = try await client.reply()
    _ = try await client.say("EHLO a")
    _ = try await client.say("STARTTLS")
    // An alert of TLS 1.2: unknown_ca (RFC 5246 §7.2.2).
    client.connection.send([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x30])
    guard case .fruitless(let session)? = await server.next() else {
      Issue.record("no end of a session")
      return
    }
    #expect(session.tls == .beginning && session.failure?.hasPrefix("TLS failed: ") == true)
    await server.stop(after: .zero)
  }

  @Test func aPortInUseIsAReason() async throws {
    let server = try await Self.server(.none)
    let place = try #require(server.places.first)
    await #expect(throws: CatchingServer.StartFailure(place: place, cause: .unreachable("the port is in use"))) {
      _ = try await CatchingServer.start(at: [place], policy: CatchingPolicy(hostName: "a"), identity: nil)
    }
    await server.stop(after: .zero)
  }
}
