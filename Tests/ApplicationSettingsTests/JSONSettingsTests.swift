import ApplicationSettings
import Syntax
import Testing

@Suite struct JSONSettingsTests {
  private func keycloak(_ members: String) -> SubmissionSettings {
    SettingsText.read("{\"smtpServer\": {\(members)}}", of: .keycloak)
  }

  @Test(arguments: [
    (#""host": "a""#, SettingValue<String>.read("a")), (#""host": "\u0061\/\ud83d\ude00\ud83d""#, .read("a/😀\u{FFFD}")),
    (#""host": """#, .absent), (#""host": null"#, .absent), (#""host": {}"#, .malformed("it is no text")),
    (#""host": "${vault.x}""#, .computed("\"${vault.x}\"")), (#""host": "a", "host": "b""#, .read("b")),
    (#""host": 1.5e3"#, .read("1.5e3"))
  ])
  func readsValues(member: String, host: SettingValue<String>) {
    #expect(keycloak(member).host.content == host)
  }

  @Test(
    arguments: [
      ("{\"smtpServer\": {\"host\": \"a\", \"port\": 25", "a", "a comma or } is missing here", 1),
      ("{\"smtpServer\": {\"host\": \"a\" \"port\": 25}}", "a", "a comma or } is missing here", 1),
      ("{\"smtpServer\": {\"host\": \"a\",}}", "a", "a name in quotes is missing here", 1),
      ("{\"smtpServer\": {\"host\": \"a\"}}\n}", "a", "text stands behind the end", 2),
      ("{\n\"smtpServer\": {\"host\": \"a\n\"}}", nil, "a text in quotes does not end on its line", 2),
      ("{\"smtpServer\": {\"host\": nope}}", nil, "no value of JSON stands here", 1),
      ("{\"x\": [1, {], \"smtpServer\": {}}", nil, "a name in quotes is missing here", 1),
      ("smtpServer", nil, "the file does not begin with { or [", 1)
    ] as [(String, String?, String, Int)])
  func saysWhatIsBroken(text: String, host: String?, fault: String, line: Int) {
    let settings = SettingsText.read(text, of: .keycloak)
    #expect(settings.host.value == host)
    #expect(settings.faults.first?.message == fault, "\(settings.faults)")
    #expect(settings.faults.first?.place.position.line == line)
  }

  @Test func takesTheRealmThatHasAServer() {
    let settings = SettingsText.read(
      """
      [{"realm": "master", "smtpServer": {}},
       {"realm": "a", "smtpServer": {"host": "a.example.org"}},
       {"realm": "b", "smtpServer": {"host": "b.example.org"}}]
      """, of: .keycloak)
    #expect(settings.host.value == "a.example.org")
    #expect(settings.remarks.map(\.message) == ["the realm b has a mail server of its own, which is not judged here"])
    #expect(settings.remarks.first?.place.position.line == 3)
  }

  @Test(arguments: [
    ("", "none"), (#""ssl": "true", "starttls": "true""#, "implicit-tls"),
    (#""ssl": "false", "starttls": "true""#, "starttls-opportunistic"),
    (#""starttls": "on""#, "none")
  ])
  func tellsTheSecurityOfKeycloak(members: String, security: String) {
    let all = members.isEmpty ? #""host": "a""# : #""host": "a", "# + members
    #expect(keycloak(all).prediction.security?.value == security)
  }

  @Test func anExportHidesThePassword() {
    #expect(keycloak(#""password": "**********""#).secret.content == .computed("the export hides it"))
  }

  @Test(
    arguments: [
      (#""port": 465"#, "implicit-tls", nil), (#""port": 25"#, "starttls-opportunistic", nil),
      (#""port": 465, "ssl": false"#, "starttls-opportunistic", nil),
      (#""ssl": true, "ssl_verify": false"#, "implicit-tls", "none"),
      (#""enable_starttls_auto": false"#, "none", nil)
    ] as [(String, String, String?)])
  func readsTheAnswerOfZammad(options: String, security: String, verification: String?) {
    let settings = SettingsText.read(
      """
      {"assets": {"Channel": {"1": {"area": "Email::Notification", "options": {"outbound": {"adapter": "smtp",
        "options": {"host": "a", \(options)}}}}}}}
      """, of: .zammad)
    #expect(settings.host.value == "a")
    #expect(settings.prediction.security?.value == security)
    #expect(settings.prediction.verification?.value == verification)
  }

  @Test(arguments: ["[", "{\"a\":", "\"", "\\u", "{\"smtpServer\":", "[{},", "1,"])
  func takesLinearTime(part: String) {
    let text = "{\"smtpServer\": [" + String(repeating: part, count: 60_000 / part.utf8.count)
    let time = ContinuousClock().measure {
      for application in [Application.keycloak, .zammad] { _ = SettingsText.read(text, of: application).prediction }
    }
    #expect(time < .seconds(10))
  }
}
