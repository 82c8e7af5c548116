import ApplicationSettings
import Syntax
import Testing

/// Programs that hand mail over: msmtp, sSMTP, nullmailer and Postfix.
@Suite struct RelayTests {
  @Test(arguments: [
    ("tls on", "starttls", "25"), ("tls", "starttls", "25"), ("tls on\ntls_starttls off", "implicit-tls", "465"),
    ("tls off", "none", "25"), ("", "none", "25"), ("tls on\ntls_starttls off\nport 587", "implicit-tls", "587")
  ])
  func tellsTheSecurityOfMsmtp(text: String, security: String, port: String) {
    let settings = SettingsText.read("account default\nhost a.example\n" + text, of: .msmtp)
    #expect(settings.prediction.security?.value == security)
    #expect(settings.predictedPort.value == port)
  }

  @Test(
    arguments: [
      ("host a", "a", 0), ("account b\nhost b\naccount default\nhost a", "a", 0),
      ("account a\nhost a\naccount default : a", "a", 0), ("account a\nhost a\naccount b\nhost b", "a", 1),
      ("account a\nhost a\naccount b\nhost b\naccount default : b, a", "a", 0),
      ("defaults\nhost a\naccount default\nport 25\ndefaults\nhost b", "a", 0),
      ("account default\nhost a\naccount default\nhost b", "a", 0), ("account default : nobody", nil, 0)
    ] as [(String, String?, Int)])
  func takesTheDefaultAccount(text: String, host: String?, remarks: Int) {
    let settings = SettingsText.read(text, of: .msmtp)
    #expect(settings.host.value == host)
    #expect(settings.remarks.count == remarks)
  }

  @Test func aPasswordOfACommandIsComputed() {
    let settings = SettingsText.read("host a\nauth on\nuser b\npasswordeval \"gpg -d c\"", of: .msmtp)
    #expect(settings.secret.content == .computed("the output of a command"))
    #expect(settings.authenticates.value == true)
    #expect(settings.mechanism.isAbsent)
  }

  @Test(arguments: [
    ("UseTLS=YES", "implicit-tls"), ("UseTLS=Yes\nUseSTARTTLS=yes", "starttls"), ("UseSTARTTLS=YES", "starttls"),
    ("UseTLS=true", "none"), ("", "none")
  ])
  func tellsTheSecurityOfSSMTP(text: String, security: String) {
    let settings = SettingsText.read("mailhub=a.example:465\n" + text, of: .ssmtp)
    #expect(settings.prediction.security?.value == security)
    #expect(settings.prediction.server?.value == "a.example:465")
  }

  @Test func aSignCutsAPasswordOfSSMTP() {
    let settings = SettingsText.read("mailhub=a\nAuthPass=geheim#4711", of: .ssmtp)
    #expect(settings.faults.map(\.place.description) == ["f:2:16"])
    #expect(!"\(settings)".contains("geheim"))
  }

  @Test(arguments: [
    ("a.example", "a.example:25", "none"), ("a.example smtp port=587 starttls", "a.example:587", "starttls"),
    ("a.example smtp --ssl", "a.example:465", "implicit-tls"),
    ("# b\n\na.example smtp tls\nc.example", "a.example:465", "implicit-tls")
  ])
  func readsTheServersOfNullmailer(text: String, server: String, security: String) {
    let prediction = SettingsText.read(text, of: .nullmailer).prediction
    #expect(prediction.server?.value == server)
    #expect(prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("relayhost = [a.example]:587", "a.example", 587), ("relayhost = a.example", "a.example", nil),
      ("relayhost = [2001:db8::1]:submissions", "2001:db8::1", 465), ("relayhost =", nil, nil), ("", nil, nil),
      ("relayhost = [a.example]:587\nrelayhost = [b.example]", "b.example", nil),
      ("mydomain = example.org\nrelayhost = [smtp.$mydomain]:25", "smtp.example.org", 25),
      ("myhostname = mail.example.org\nrelayhost = ${mydomain}", "example.org", nil),
      ("relayhost =\n  # a comment\n\t[a.example]:587", "a.example", 587), ("relayhost = $a\na = $b\nb = $a", nil, nil),
      ("relayhost = ${a?b}", nil, nil)
    ] as [(String, String?, Int?)])
  func readsTheRelayOfPostfix(text: String, host: String?, port: Int?) {
    let settings = SettingsText.read(text, of: .postfix)
    #expect(settings.host.value == host)
    #expect(settings.port.value == port)
  }

  @Test(
    arguments: [
      ("smtp_tls_security_level = may", "starttls-opportunistic", "none"),
      ("smtp_use_tls = yes", "starttls-opportunistic", "none"),
      ("smtp_tls_security_level = encrypt", "starttls", "none"), ("smtp_enforce_tls = yes", "starttls", "none"),
      ("smtp_tls_security_level = secure", "starttls", "full"), ("smtp_tls_security_level = none", "none", "none"),
      ("smtp_tls_wrappermode = yes\nsmtp_tls_security_level = verify", "implicit-tls", "full"), ("", nil, "none"),
      ("smtp_tls_security_level = high", nil, "none")
    ] as [(String, String?, String)])
  func tellsTheSecurityOfPostfix(text: String, security: String?, verification: String) {
    let prediction = SettingsText.read("relayhost = [a.example]\n" + text, of: .postfix).prediction
    #expect(prediction.security?.value == security)
    #expect(prediction.verification?.value == verification)
  }

  @Test func parametersThatGrowAreNotKnown() {
    let lines = (1...60).map { "p\($0) = $p\($0 - 1)$p\($0 - 1)" }.joined(separator: "\n")
    let settings = SettingsText.read("p0 = ab\n" + lines + "\nrelayhost = $p60", of: .postfix)
    #expect(settings.host.isUnknown)
  }
}
