import ApplicationSettings
import AuditModel
import Checks
import DNS
import Providers
import Testing

@testable import CommandLine

/// Blocks of settings that are written for a provider.
@Suite struct SettingsExampleTests {
  /// What an example leaves open whatever the provider: what is to be filled in, providers that take no password at all or
  /// have a port that is only remembered, and what the account has to tell.
  private static let open: Set<CheckID> = [
    "APP-PLACEHOLDER", "AUTH-PROVIDER-OAUTH", "APP-PORT25-EGRESS", "APP-NOTIFY-VOLUME"
  ]
  /// What an application leaves open: sSMTP verifies no certificate.
  private static let openOf: [String: Set<CheckID>] = ["ssmtp": ["APP-RELAY-TLS"]]
  /// Applications that take the name of the machine in EHLO, or a file of their own for it.
  private static let nameless: Set<String> = ["wordpress", "moodle", "django", "nullmailer"]
  /// Applications whose password stands in another file, or whose secret is a name.
  private static let secretless: Set<String> = ["postfix"]

  /// Every block is read back: it says what the provider wants, and no check finds a fault but for what is to be filled in.
  @Test(arguments: Application.all.filter(\.canBeWritten))
  func isGoodForEveryProvider(application: Application) throws {
    let domain: DomainName = "example.org"
    // Every provider is tried, and each with several applications.
    let number = try #require(Application.all.firstIndex(of: application))
    let providers = SubmissionDirectory.all.enumerated().filter { $0.offset % 5 == number % 5 }.map(\.element)
    for provider in providers {
      let example = WrittenExample(
        application: application, provider: provider, domain: domain, hostName: nil, from: nil)
      guard let text = example.text else { continue }
      let settings = SubmissionSettings.read(
        [SettingsFile(name: application.exampleFile, octets: Array(text.utf8))], of: application)
      #expect(settings.faults.isEmpty, "\(provider.id): \(settings.faults)")
      if !Self.nameless.contains(application.name) {
        #expect(settings.prediction.greetingName.value == "\(application.name).example.org")
      }
      if settings.authenticates.value == true, !Self.secretless.contains(application.name) {
        #expect(settings.secret.value?.isPlaceholder == true, "\(provider.id)\n\(text)")
      }
      let found = Catalogue.settingsChecks.map { $0.outcome(settings) }.filter { outcome in
        outcome.findings.contains { $0.verdict == .fail || $0.verdict == .warn }
      }
      let ids = Set(found.map(\.check)).subtracting(Self.open).subtracting(Self.openOf[application.name] ?? [])
      #expect(ids.isEmpty, "\(provider.id): \(found.map { "\($0.check) \($0.findings.map(\.statement))" })\n\(text)")
    }
  }

  /// An application is written, or says why not; one without an example says so too.
  @Test(arguments: Application.all) func writesOrSaysWhyNot(application: Application) throws {
    let provider = try #require(SubmissionDirectory.all.first { $0.id == "mailgun" })
    let text = WrittenExample(
      application: application, provider: provider, domain: "example.org", hostName: nil, from: nil
    ).text
    #expect((text == nil) == (application.unwritten != nil))
  }

  @Test func repairsOnlyWhatItCanProve() throws {
    let text = """
      <?php
      $wgServer = 'https://wiki.example.org';
      $wgPasswordSender = 'apache@localhost';
      $wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465, 'auth' => true];
      """
    let file = SettingsFile(name: "LocalSettings.php", octets: Array(text.utf8))
    let repair = try #require(
      SettingsRepair([file], of: .mediawiki, checks: Catalogue.settingsChecks, hints: RepairHints()))
    let lines = repair.patch.flatMap(\.lines)
    #expect(lines.contains("+$wgSMTP['localhost'] = 'wiki.example.org';"))
    #expect(!lines.contains { $0.contains("wgPasswordSender") && $0.hasPrefix("+") })
    #expect(repair.left.map(\.check) == ["APP-PLACEHOLDER", "APP-FROM-DOMAIN", "APP-AUTH"])
  }
}
