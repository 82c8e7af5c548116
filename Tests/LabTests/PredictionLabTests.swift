import ApplicationSettings
import Foundation
import Testing

/// What is told of settings is what a server sees when the application's own mail library sends by them.
@Suite(.enabled(if: CatchLab.isRunning, "script/lab run starts the lab"), .takesTurns)
struct PredictionLabTests {
  /// A file of settings, the program that sends by it, and how the server has to listen.
  struct Sending: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let application: Application
    let tool: String
    let script: String
    /// The file; PORT stands for the port.
    let text: String
    var options: [String] = []

    static func mediawiki(_ name: String, options: [String] = [], _ keys: String) -> Sending {
      Sending(
        testDescription: "PEAR Mail, \(name)", application: .mediawiki, tool: "php", script: ClientScripts.pear,
        text: "<?php\n$wgPasswordSender = 'wiki@example.org';\n$wgSMTP = [\(keys), 'port' => PORT];\n",
        options: options)
    }

    static func gitlab(_ name: String, options: [String] = [], _ keys: [String]) -> Sending {
      let own = [
        "smtp_enable'] = true", "smtp_address'] = '127.0.0.1'", "smtp_port'] = PORT",
        "gitlab_email_from'] = 'gitlab@example.org'"
      ]
      return Sending(
        testDescription: "mail gem, \(name)", application: .gitlab, tool: "ruby", script: ClientScripts.mailGem,
        text: (own + keys).map { "gitlab_rails['\($0)\n" }.joined(), options: options)
    }

    static func django(_ name: String, options: [String] = [], _ keys: String...) -> Sending {
      let own = ["SECRET_KEY = 'x'", "EMAIL_HOST = '127.0.0.1'", "EMAIL_PORT = PORT"]
      return Sending(
        testDescription: "Django, \(name)", application: .django, tool: "python3", script: ClientScripts.django,
        text: (own + keys).map { $0 + "\n" }.joined(), options: options)
    }
  }

  private static let open = "'socket_options' => ['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]"
  private static let login = [
    "smtp_user_name'] = 'wiki'", "smtp_password'] = 'sesame'", "smtp_authentication'] = 'login'"
  ]

  static let sendings: [Sending] = [
    .mediawiki("nothing but a host", "'host' => '127.0.0.1'"),
    .mediawiki(
      "a login takes STARTTLS along",
      "'host' => '127.0.0.1', 'auth' => true, 'username' => 'wiki', 'password' => 'sesame', 'localhost' => 'w.example', "
        + open),
    .mediawiki(
      "no login, no STARTTLS",
      "'host' => '127.0.0.1', 'auth' => false, 'username' => 'wiki', 'localhost' => 'w.example'"),
    .mediawiki(
      "TLS from the start", options: ["--implicit-tls"],
      "'host' => 'ssl://127.0.0.1', 'localhost' => 'w.example', " + open),
    .gitlab("STARTTLS when offered", ["smtp_domain'] = 'g.example'", "smtp_openssl_verify_mode'] = 'none'"] + login),
    // net-smtp from 0.3 on takes STARTTLS where it is offered, whatever mail 2.7 and 2.8 are told.
    .gitlab(
      "STARTTLS switched off", options: ["--no-tls"], ["smtp_enable_starttls_auto'] = false", "smtp_tls'] = false"]),
    .gitlab(
      "TLS from the start", options: ["--implicit-tls"],
      ["smtp_tls'] = true", "smtp_openssl_verify_mode'] = 'none'", "smtp_domain'] = 'g.example'"]),
    .django("nothing but a host"),
    .django("a name beside the sender", "DEFAULT_FROM_EMAIL = 'Wiki <wiki@example.org>'"),
    .django(
      "STARTTLS and a login", "EMAIL_USE_TLS = True", "EMAIL_HOST_USER = 'wiki'", "EMAIL_HOST_PASSWORD = 'sesame'",
      "DEFAULT_FROM_EMAIL = 'wiki@example.org'"),
    .django(
      "a login in clear text", "EMAIL_HOST_USER = 'wiki'", "EMAIL_HOST_PASSWORD = 'sesame'",
      "DEFAULT_FROM_EMAIL = 'wiki@example.org'"),
    .django("a user without a password", "EMAIL_USE_TLS = True", "EMAIL_HOST_USER = 'wiki'"),
    .django(
      "TLS from the start", options: ["--implicit-tls"], "EMAIL_USE_SSL = True",
      "DEFAULT_FROM_EMAIL = 'wiki@example.org'")
  ]

  @Test(arguments: sendings)
  func theServerSeesWhatWasTold(sending: Sending) async throws {
    try #require(ToolRun.exists(sending.tool), "script/setup lab installs \(sending.tool)")
    let server = try await CatchLab(
      ["--count", "1", "--duration", "120", "--format", "json", "--no-audit"] + sending.options)
    let text = sending.text.replacing(/\bPORT\b/, with: "\(server.port)")
    let file = server.folder.appending(path: sending.application.exampleFile)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let words = try await sending.run(on: file, or: server)
    let ending = try await server.end()
    #expect(ending.status == 0, "\(words)")
    let told = SubmissionSettings.read(
      [SettingsFile(name: file.path, octets: Array(text.utf8))], of: sending.application
    ).prediction
    let line = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
    let seen = try #require(line?["caught"] as? [String: Any], "\(words)")
    let greeting = (seen["greeting"] as? [String: Any])?["name"] as? String
    // Where no setting has it, it is the name of the machine, which only a namespace tells.
    if told.greetingName.value != nil || LabMail.machine != nil {
      #expect(greeting == told.greetingName.value ?? LabMail.machine)
    }
    #expect((seen["mailFrom"] as? [String: Any])?["address"] as? String == told.envelopeSender.value)
    #expect((seen["tls"] is [String: Any]) == (told.security?.value != "none"))
    #expect((seen["auth"] is [String: Any]) == (told.login?.value != "no login"))
  }
}

extension PredictionLabTests.Sending {
  /// Lets the program send; what it wrote. Where it fails, the server waits no longer.
  fileprivate func run(on file: URL, or server: CatchLab) async throws -> String {
    let arguments = ["php": ["-r", script, "--"], "ruby": ["-e", script]][tool] ?? ["-c", script]
    let ending = try await ToolRun.run(tool, arguments + [file.path])
    if ending.status != 0 { server.interrupt() }
    return ending.output
  }
}
