import AuditTesting
import Checks
import DNS
import OpenSSLKit
import TLSTransport
import Testing

@Suite struct ConnectionTests {
  static let loopback = IPAddress.v4(0x7F00_0001)
  static let identity = Result {
    try TLSServerIdentity([(ExampleCertificates.good + "\n" + ExampleCertificates.issuer, ExampleKeys.good)])
  }

  private func connection(to server: StagedMailServer) async throws -> Connection {
    let listener = try await ScriptedMailServer(server, identity: try Self.identity.get())
    return try await Connection.open(to: Self.loopback, port: listener.port, within: .seconds(5))
  }

  @Test func talksInClearTextAndInTLS() async throws {
    let connection = try await connection(to: StagedMailServer())
    #expect(try await connection.text().hasPrefix("220 "))
    #expect(await connection.channelBindings().isEmpty)
    connection.send(Secret("STARTTLS\r\n"))
    #expect(try await connection.text().hasPrefix("220 2.0.0"))
    let facts = try await connection.startTLS(.current(serverName: "mail.example.org"), within: .seconds(5))
    #expect(facts.version == .tls13)
    #expect(facts.chain.count == 2)
    #expect(await connection.channelBindings().map(\.kind) == [.exporter, .serverEndPoint])
    connection.send(Secret("QUIT\r\n"))
    #expect(try await connection.text() == "221 2.0.0 bye\r\n")
    await #expect(throws: ConnectionFailure.closed) { try await connection.text() }
    connection.close()
  }

  @Test func aClosedPortIsRefused() async throws {
    let listener = try await ScriptedMailServer(StagedMailServer(), identity: nil)
    await listener.stop()
    await #expect(throws: ConnectionFailure.refused) {
      _ = try await Connection.open(to: Self.loopback, port: listener.port, within: .seconds(5))
    }
  }

  @Test func silenceEndsInTime() async throws {
    let connection = try await connection(to: StagedMailServer { $0.greeting = [] })
    await #expect(throws: ConnectionFailure.timedOut) { try await connection.receive(within: .milliseconds(50)) }
    // The connection goes on.
    connection.send(Array("NOOP\r\n".utf8))
    #expect(try await connection.text().hasPrefix("250"))
    connection.close()
    await #expect(throws: ConnectionFailure.closed) { try await connection.text() }
  }

  @Test func clearTextBehindTheConsentIsRefused() async throws {
    let connection = try await connection(to: StagedMailServer { $0.greeting = ["220 hello", "250 forged"] })
    // Nobody has read what came when TLS begins.
    try await Task.sleep(for: .milliseconds(100))
    await #expect(throws: ConnectionFailure.octetsBeforeTLS(23)) {
      try await connection.startTLS(.current(serverName: nil), within: .seconds(5))
    }
  }

  @Test func aFloodThatNobodyReadsEndsTheConnection() async throws {
    let line = String(repeating: "x", count: 1_000)
    let connection = try await connection(
      to: StagedMailServer { $0.greeting = Array(repeating: "220-" + line, count: 400) })
    try await Task.sleep(for: .milliseconds(300))
    await #expect(throws: ConnectionFailure.tooMuch) {
      for _ in 0..<100 { _ = try await connection.receive(within: .seconds(2)) }
    }
  }

  @Test func aServerWithoutTLSFailsWithWords() async throws {
    let server = StagedMailServer {
      $0.greeting = []
      $0.versions = []
    }
    let listener = try await ScriptedMailServer(server, identity: nil)
    let connection = try await Connection.open(to: Self.loopback, port: listener.port, within: .seconds(5))
    await #expect {
      // The server takes the client's hello for commands, and answers in clear text.
      _ = try await connection.startTLS(.current(serverName: "quit\n"), within: .seconds(5))
    } throws: { error in
      if case .tls(let error)? = error as? ConnectionFailure { return !error.plainReason.isEmpty }
      return error as? ConnectionFailure == .timedOut
    }
  }
}

extension Connection {
  fileprivate func text() async throws -> String {
    String(decoding: try await receive(within: .seconds(5)), as: UTF8.self)
  }
}
