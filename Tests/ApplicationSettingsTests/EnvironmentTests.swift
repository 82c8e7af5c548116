import ApplicationSettings
import Testing

/// Settings of Gitea, Forgejo and Grafana that come from the environment of a container.
@Suite struct EnvironmentTests {
  private static let gitea = """
    GITEA__mailer__ENABLED=true
    GITEA__MAILER__PROTOCOL=smtps
    GITEA__mailer__SMTP_ADDR=smtp.example.org
    GITEA__mailer__SMTP_PORT=465
    GITEA__mailer__USER=git@example.org
    GITEA__mailer__PASSWD="geheim #1"
    GITEA__mailer__FROM="Code <git@example.org>"
    GITEA__server__ROOT_URL=https://git.example.org/
    PATH=/usr/bin
    """

  private static let compose = """
    services:
      db:
        image: postgres
      server:
        image: codeberg.org/forgejo/forgejo:13
        environment:
          - FORGEJO__mailer__ENABLED=true
          - FORGEJO__mailer__PROTOCOL=smtp+starttls
          - FORGEJO__mailer__SMTP_ADDR=smtp.example.org
          - FORGEJO__mailer__USER=git
          - FORGEJO__mailer__PASSWD__FILE=/run/secrets/mail
      sidecar:
        environment:
          FORGEJO__mailer__SMTP_PORT: 2587
    """

  @Test func giteaReadsVariables() {
    let settings = SettingsText.read(Self.gitea, of: .gitea)
    #expect(settings.prediction.server?.value == "smtp.example.org:465")
    #expect(settings.prediction.security?.value == "implicit-tls")
    #expect(settings.prediction.from.value == "Code <git@example.org>")
    #expect(settings.prediction.messageIDHost.value == "git.example.org")
    #expect(settings.host.place?.description == "f:3:26")
    #expect(settings.secret.value?.isSame(as: "geheim #1") == true)
    #expect(!"\(settings)".contains("geheim"))
  }

  @Test func composeFilesAreRead() {
    let file = SettingsFile(name: "docker-compose.yml", octets: Array(Self.compose.utf8))
    #expect(Application.recognised(file) == .forgejo)
    let settings = SubmissionSettings.read([file], of: .forgejo)
    #expect(settings.prediction.server?.value == "smtp.example.org:2587")
    #expect(settings.prediction.security?.value == "starttls-opportunistic")
    #expect(settings.secret.content == .computed("an expression"))
  }

  /// Whatever the order, the environment goes before the file.
  @Test(arguments: [true, false])
  func theEnvironmentGoesBeforeTheFile(isFirst: Bool) {
    let environment = SettingsFile(name: "gitea.env", octets: Array("GITEA__mailer__SMTP_ADDR=b.example".utf8))
    let own = SettingsFile(
      name: "app.ini", octets: Array("[mailer]\nENABLED = true\nSMTP_ADDR = a.example\nSMTP_PORT = 587".utf8))
    let settings = SubmissionSettings.read(isFirst ? [environment, own] : [own, environment], of: .gitea)
    #expect(settings.prediction.server?.value == "b.example:587")
  }

  @Test func aDotInASectionIsEscaped() {
    let settings = SettingsText.read("GITEA__LOG_0x2E_CONSOLE__STDERR=false\nGITEA__mailer__ENABLED=1", of: .gitea)
    #expect(settings.entries.map(\.name) == ["[mailer] ENABLED"])
  }

  @Test func anINIFileThatNamesAVariableStaysOne() {
    let settings = SettingsText.read("; or GITEA__mailer__ENABLED\n[mailer]\nENABLED = true", of: .gitea)
    #expect(settings.transport.value == .smtp)
  }

  @Test func grafanaReadsVariables() {
    let settings = SettingsText.read(
      """
      GF_SMTP_ENABLED=true
      GF_SMTP_HOST=smtp.example.org:587
      GF_SMTP_STARTTLS_POLICY=MandatoryStartTLS
      GF_SMTP_USER=grafana
      GF_SMTP_PASSWORD__FILE=/run/secrets/smtp
      GF_SMTP_FROM_ADDRESS=grafana@example.org
      GF_SMTP_EHLO_IDENTITY=grafana.example.org
      """, of: .grafana)
    let prediction = settings.prediction
    #expect(prediction.server?.value == "smtp.example.org:587")
    #expect(prediction.security?.value == "starttls")
    #expect(prediction.from.value == "grafana@example.org")
    #expect(prediction.greetingName.value == "grafana.example.org")
    #expect(settings.secret.isUnknown)
  }
}
