import Foundation
import Testing

/// Mail programs in use deliver into `mailaudit catch`: swaks, Python's smtplib, and PHP as PEAR's Net_SMTP has it.
@Suite(.enabled(if: CatchLab.isRunning, "script/lab run starts the lab"), .takesTurns)
struct CatchLabTests {
  /// A client, what it is told, and what is to be seen of it.
  struct Delivery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tool: String
    let arguments: @Sendable (String) -> [String]
    var options: [String] = []
    var isInTLS = false
    var mechanism: String?

    init(
      _ name: String, _ tool: String, options: [String] = [], isInTLS: Bool = false, mechanism: String? = nil,
      _ arguments: @escaping @Sendable (String) -> [String]
    ) {
      testDescription = name
      (self.tool, self.arguments, self.options, self.isInTLS, self.mechanism) = (
        tool, arguments, options, isInTLS, mechanism
      )
    }

    static func swaks(
      _ name: String, options: [String] = [], isInTLS: Bool = false, mechanism: String? = nil, _ words: String...
    ) -> Delivery {
      Delivery("swaks, \(name)", "swaks", options: options, isInTLS: isInTLS, mechanism: mechanism) { port in
        let login = mechanism.map { ["--auth", $0, "--auth-user", "wiki", "--auth-password", "sesame"] } ?? []
        return [
          "--server", "127.0.0.1", "--port", port, "--from", "wiki@example.org", "--to", "reader@example.net", "--helo",
          "wiki.example.org", "--body", ".a dot\n..two"
        ] + login + words
      }
    }
  }

  static let deliveries: [Delivery] = [
    .swaks("plain"), .swaks("STARTTLS", isInTLS: true, "--tls"),
    .swaks("implicit TLS", options: ["--implicit-tls"], isInTLS: true, "--tls-on-connect"),
    .swaks("PLAIN", isInTLS: true, mechanism: "PLAIN", "--tls"), .swaks("LOGIN", mechanism: "LOGIN"),
    .swaks("CRAM-MD5", mechanism: "CRAM-MD5"), .swaks("no TLS", options: ["--no-tls"]),
    Delivery("smtplib, STARTTLS and login", "python3", isInTLS: true, mechanism: "CRAM-MD5") {
      ["-c", CatchScripts.python, $0, "tls"]
    },
    Delivery("smtplib, plain", "python3") { ["-c", CatchScripts.python, $0, "plain"] },
    Delivery("PHP, STARTTLS and login", "php", isInTLS: true, mechanism: "LOGIN") {
      ["-r", CatchScripts.php, "--", $0, "tls"]
    },
    Delivery("PHP, plain", "php") { ["-r", CatchScripts.php, "--", $0, "plain"] }
  ]

  @Test(arguments: deliveries)
  func programsInUseDeliver(delivery: Delivery) async throws {
    try #require(ToolRun.exists(delivery.tool), "script/setup lab installs \(delivery.tool)")
    let server = try await CatchLab(
      ["--count", "1", "--duration", "120", "--format", "json", "--no-audit"] + delivery.options)
    let words = try await ToolRun.output(delivery.tool, delivery.arguments("\(server.port)"))
    let ending = try await server.end()
    let output = ending.output
    #expect(ending.status == 0, "\(words)")
    let line = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let object = line?["caught"] as? [String: Any]
    #expect((object?["mailFrom"] as? [String: Any])?["address"] as? String == "wiki@example.org")
    let greeting = object?["greeting"] as? [String: Any]
    #expect(greeting?["name"] as? String == "wiki.example.org" && greeting?["command"] as? String == "EHLO")
    let hasTLS = object?["tls"] is [String: Any]
    #expect(hasTLS == delivery.isInTLS)
    let login = object?["auth"] as? [String: Any]
    #expect(login?["mechanism"] as? String == delivery.mechanism)
    #expect(login?["user"] as? String == (delivery.mechanism == nil ? nil : "wiki"))
    #expect(!output.contains("sesame") && !output.contains("c2VzYW1l"))
    #expect((object?["noticed"] as? [String]) == [], "\(output)")
    let saved = try String(contentsOf: server.folder.appending(path: "0001.eml"), encoding: .utf8)
    #expect(saved.contains("\r\n.a dot\r\n..two\r\n"), "\(saved)")
  }

  @Test func aClientThatChecksTheCertificateIsTold() async throws {
    try #require(ToolRun.exists("python3"))
    let server = try await CatchLab(["--duration", "120", "--no-audit"])
    _ = try await ToolRun.output("python3", "-c", CatchScripts.python, "\(server.port)", "checked")
    server.interrupt()
    let ending = try await server.end()
    #expect(ending.status == 0)
    let errors = ending.errors
    #expect(errors.contains("refuses the certificate") && errors.contains("unknown ca"), "\(errors)")
  }
}

/// A running `mailaudit catch`.
final class CatchLab {
  /// Whether the lab runs.
  static let isRunning = ProcessInfo.processInfo.environment["MAILAUDIT_LAB"] != nil

  let port: Int
  /// Where messages are saved.
  let folder: URL
  private let program: Program

  /// Starts the command that was built beside the tests, and waits until it listens.
  init(_ options: [String]) async throws {
    folder = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    program = try Program(
      MailauditProgram.path, ["catch", "--listen", "127.0.0.1:0", "--save", folder.path] + options)
    let line = try await program.firstErrors()
    port = try #require(line.firstMatch(of: /127\.0\.0\.1:([0-9]+)/).flatMap { Int($0.1) }, "\(line)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Asks the command to end.
  func interrupt() { program.interrupt() }

  /// Waits for the end.
  func end() async throws -> Program.Ending { try await program.end() }
}

/// Clients as applications have them.
enum CatchScripts {
  static let python = """
    import smtplib, ssl, sys
    client = smtplib.SMTP('127.0.0.1', int(sys.argv[1]), local_hostname='wiki.example.org')
    if sys.argv[2] != 'plain':
        context = ssl.create_default_context()
        if sys.argv[2] == 'tls':
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        client.starttls(context=context)
        client.login('wiki', 'sesame')
    client.sendmail('wiki@example.org', ['reader@example.net'], 'Subject: hi\\r\\n\\r\\n.a dot\\r\\n..two\\r\\n')
    client.quit()
    """

  static let php = """
    $plain = $argv[2] == 'plain';
    $context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
    $socket = stream_socket_client("tcp://127.0.0.1:$argv[1]", $number, $text, 10, STREAM_CLIENT_CONNECT, $context);
    function reply($socket, $code) {
      do { $line = fgets($socket); } while (substr($line, 3, 1) == '-');
      if (substr($line, 0, 3) != $code) { fwrite(STDERR, "expected $code: $line"); exit(1); }
    }
    function say($socket, $line, $code) { fwrite($socket, "$line\\r\\n"); reply($socket, $code); }
    reply($socket, '220');
    say($socket, 'EHLO wiki.example.org', '250');
    if (!$plain) {
      say($socket, 'STARTTLS', '220');
      if (!stream_socket_enable_crypto($socket, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) exit(2);
      say($socket, 'EHLO wiki.example.org', '250');
      say($socket, 'AUTH LOGIN', '334');
      say($socket, base64_encode('wiki'), '334');
      say($socket, base64_encode('sesame'), '235');
    }
    say($socket, 'MAIL FROM:<wiki@example.org>', '250');
    say($socket, 'RCPT TO:<reader@example.net>', '250');
    say($socket, 'DATA', '354');
    say($socket, "Subject: hi\\r\\n\\r\\n..a dot\\r\\n...two\\r\\n.", '250');
    say($socket, 'QUIT', '221');
    """
}
