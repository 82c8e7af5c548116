import Foundation
import OpenSSLKit
import SASL
import Testing

/// Our client against the server of GNU SASL, where the package gsasl is installed.
@Suite(
  .serialized, .enabled(if: FileManager.default.isExecutableFile(atPath: GSASLServer.path), "gsasl is not installed"))
struct GNUSASLTests {
  @Test(arguments: [SASLMechanism.login, .cramMD5, .scramSHA1, .scramSHA256], ["pencil", "Gr\u{FC}\u{DF}e"])
  func theLoginSucceeds(mechanism: SASLMechanism, password: String) async throws {
    let end = try await Self.run(mechanism, password: password, serverPassword: password)
    #expect(end == .init(isRefused: false, isProved: mechanism.hash == nil || mechanism == .cramMD5 ? nil : true))
  }

  @Test(arguments: [SASLMechanism.cramMD5, .scramSHA1, .scramSHA256])
  func aWrongPasswordIsRefused(mechanism: SASLMechanism) async throws {
    let end = try await Self.run(mechanism, password: "pencil", serverPassword: "pen")
    #expect(end.isRefused)
    #expect(end.isProved != true)
  }

  private struct End: Equatable {
    let isRefused: Bool
    let isProved: Bool?
  }

  private static func run(_ mechanism: SASLMechanism, password: String, serverPassword: String) async throws -> End {
    let server = try GSASLServer(mechanism, password: serverPassword)
    var exchange = try SASLExchange(
      mechanism, SASLCredentials(user: "user", password: Secret(password)), over: SASLChannel(.verified), offered: [])
    let command = try exchange.begin()
    if mechanism.isClientFirst { server.send(String(command.wire.revealed.split(separator: " ").last ?? "")) }
    defer { server.stop() }
    let rounds = mechanism == .cramMD5 ? 1 : 2
    for round in 1...rounds {
      guard let challenge = await server.nextChallenge() else { return End(isRefused: true, isProved: nil) }
      let line = try exchange.respond(to: Array(challenge.utf8))
      // It says nothing of a login without a proof until data comes.
      let data = round == rounds ? "\naGVsbG8=" : ""
      if exchange.facts.isServerProved != true {
        server.send(line.wire.revealed.trimmingCharacters(in: .newlines) + data)
      }
    }
    // Behind its proof the server waits for data, and says nothing more.
    var isRefused = false
    if exchange.facts.isServerProved != true { isRefused = await server.isRefusing() }
    if !isRefused { try exchange.succeed() }
    return End(isRefused: isRefused, isProved: exchange.facts.isServerProved)
  }
}

/// `gsasl --server`: base64 in, base64 out, a line each. No thread waits for it: tests have few.
private final class GSASLServer {
  static let path = "/usr/bin/gsasl"
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private var chunks: AsyncStream<Data>.Iterator
  private var octets = Data()

  init(_ mechanism: SASLMechanism, password: String) throws {
    let (stream, arrival) = AsyncStream.makeStream(of: Data.self)
    chunks = stream.makeAsyncIterator()
    output.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      if data.isEmpty {
        handle.readabilityHandler = nil
        arrival.finish()
      } else {
        arrival.yield(data)
      }
    }
    process.executableURL = URL(filePath: Self.path)
    process.arguments = [
      "--quiet", "--server", "--mechanism", mechanism.rawValue, "--authentication-id", "user", "--password", password,
      "--service", "smtp", "--hostname", "mail.example.org", "--iteration-count", "4096"
    ]
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
    try process.run()
  }

  func send(_ line: String) {
    let text = line.trimmingCharacters(in: .newlines) + "\n"
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// The next line of base64; nil when the server has ended.
  func nextChallenge() async -> String? {
    while let line = await nextLine() {
      if line.contains("gsasl:") { return nil }
      if line.isEmpty || line.hasPrefix("warning:") || SASLMechanism(name: line) != nil { continue }
      return line
    }
    return nil
  }

  /// Whether the server complains; an empty line is its consent.
  func isRefusing() async -> Bool {
    while let line = await nextLine() {
      if line.contains("gsasl:") { return true }
      if line.isEmpty { return false }
    }
    return true
  }

  /// The end of its input ends the server.
  func stop() { try? input.fileHandleForWriting.close() }

  private func nextLine() async -> String? {
    while true {
      if let end = octets.firstIndex(of: 0x0A) {
        defer { octets = Data(octets[(end + 1)...]) }
        return String(decoding: octets[..<end], as: UTF8.self)
      }
      guard let more = await chunks.next(isolation: #isolation) else { break }
      octets += more
    }
    defer { octets = Data() }
    return octets.isEmpty ? nil : String(decoding: octets, as: UTF8.self)
  }
}
