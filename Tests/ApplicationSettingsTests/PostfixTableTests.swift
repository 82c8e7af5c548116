import ApplicationSettings
import Testing

/// The table of logins that `main.cf` names.
@Suite struct PostfixTableTests {
  private static func read(_ table: String, relay: String = "[smtp.example.org]:587", more: String = "")
    -> SubmissionSettings
  {
    let main = """
      relayhost = \(relay)
      smtp_sasl_auth_enable = yes
      smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
      \(more)
      """
    let files = [
      SettingsFile(name: "main.cf", octets: Array(main.utf8)),
      SettingsFile(name: "/etc/postfix/sasl_passwd", octets: Array(table.utf8))
    ]
    return SubmissionSettings.read(files, of: .postfix)
  }

  @Test(arguments: [
    "[smtp.example.org]:587 web@example.org:geheim:1",
    "# logins\n\nother a:b\n[smtp.example.org]:587\tweb@example.org:geheim:1",
    "smtp.example.org   web@example.org:geheim:1",
    "[smtp.example.org]:587 web@example.org:geheim:1\n[smtp.example.org]:587 later:x"
  ])
  func findsTheLoginOfTheRelay(table: String) {
    let settings = Self.read(table)
    #expect(settings.userName.value == "web@example.org")
    #expect(settings.secret.value?.isSame(as: "geheim:1") == true)
    #expect(settings.secret.place?.file == "/etc/postfix/sasl_passwd")
    #expect(settings.remarks.isEmpty)
    #expect(!"\(settings)".contains("geheim"))
    #expect(settings.entries.contains { $0.name.hasPrefix("the login of ") && $0.text == "\"web@example.org\"" })
  }

  @Test func aRelayWithoutARowIsTold() {
    let settings = Self.read("[smtp.example.org]:25 web:geheim")
    #expect(settings.userName.isAbsent)
    #expect(settings.remarks.map(\.message).contains { $0.contains("no row for [smtp.example.org]:587") })
  }

  @Test func rowsOfSendersAreNotThoseOfTheRelay() {
    let settings = Self.read("a@example.org web:geheim", more: "smtp_sender_dependent_authentication = yes")
    #expect(settings.userName.isUnknown)
    #expect(settings.remarks.isEmpty)
  }

  @Test func aRowWithoutAPasswordBreaksTheTable() {
    #expect(Self.read("[smtp.example.org]:587 web").faults.map(\.place.description) == ["/etc/postfix/sasl_passwd:1:1"])
  }

  @Test func aTableThatWasNotGivenIsNotKnown() {
    let settings = SettingsText.read(
      "relayhost = [a.example]\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd",
      of: .postfix)
    #expect(settings.userName.isUnknown && settings.secret.isUnknown)
  }
}
