import ApplicationSettings
import Testing

@Suite struct GitLabReleaseTests {
  private func read(_ text: String, version: String? = nil, _ more: [String] = []) -> SubmissionSettings {
    let text = "gitlab_rails['smtp_enable'] = true\n" + text
    let files =
      [SettingsFile(name: "gitlab.rb", octets: Array(text.utf8))] + more.map { SettingsFile(name: $0, octets: [0xFF]) }
    return version.map { SubmissionSettings.read(files, of: .gitlab, version: $0) }
      ?? SubmissionSettings.read(files, of: .gitlab)
  }

  @Test(
    arguments: [
      (nil, "none"), ("15.9.8-ee", "none"), ("15.10.2", "starttls-opportunistic"), ("15.11", "none"), ("18.0", "none"),
      ("nonsense", "none")
    ] as [(String?, String)])
  func tellsWhatAnExplicitFalseMeans(version: String?, security: String) {
    let settings = read("gitlab_rails['smtp_enable_starttls_auto'] = false", version: version)
    #expect(settings.prediction.security?.value == security)
  }

  @Test(
    arguments: [("smtp_tls", nil, 1), ("smtp_ssl", "16.0", 1), ("smtp_tls", "15.8", 0)] as [(String, String?, Int)])
  func twoSettingsOfTLSExcludeEachOther(key: String, version: String?, count: Int) {
    let settings = read(
      "gitlab_rails['smtp_enable_starttls_auto'] = true\ngitlab_rails['\(key)'] = true", version: version)
    #expect(settings.prediction.security?.value == "implicit-tls")
    #expect(settings.remarks.count == count)
  }

  @Test func theEncryptedFileHoldsTheLogin() {
    let settings = read("", ["smtp.yaml.enc"])
    #expect(settings.userName.content == .computed("it stands in the encrypted file smtp.yaml.enc"))
    #expect(settings.secret.isUnknown && settings.authenticates.isUnknown)
    #expect(settings.faults.isEmpty)
    let named = read("gitlab_rails['encrypted_settings_path'] = '/srv/x'\ngitlab_rails['smtp_user_name'] = 'u'")
    #expect(named.userName.value == "u")
    #expect(named.secret.isUnknown)
    #expect(read("").userName.isAbsent)
  }

  @Test func otherMailersTakeThePlaceOfSMTP() {
    #expect(read("gitlab_rails['microsoft_graph_mailer_enabled'] = true").prediction.transport.value == "service")
  }

  @Test func incomingMailIsAnotherMatter() {
    let settings = read(
      "gitlab_rails['incoming_email_host'] = 'imap.example.org'\nmattermost['email_smtp_server'] = 'b'")
    #expect(settings.host.isAbsent)
    #expect(settings.entries.map(\.name) == ["gitlab_rails['smtp_enable']"])
    #expect(settings.remarks.count == 1)
  }

  @Test(
    arguments: [
      ("gitlab_rails['smtp_domain'] = \"#{x}.example\"", nil),
      ("gitlab_rails['smtp_domain'] = 'a.example' unless ENV['X']", nil),
      ("if ENV['X']\n  gitlab_rails['smtp_domain'] = 'a.example'\nend", nil),
      ("gitlab_rails['smtp_domain'] = ENV['X']", nil),
      ("gitlab_rails['smtp_domain'] = <<~X\n  a.example\nX\n", nil),
      ("gitlab_rails['smtp_domain'] = 'a.example'", "a.example")
    ] as [(String, String?)])
  func whatIsComputedIsToldAsThat(text: String, name: String?) {
    let settings = read(text)
    #expect(settings.greetingName.value == name)
    #expect(settings.greetingName.isUnknown == (name == nil))
  }
}
