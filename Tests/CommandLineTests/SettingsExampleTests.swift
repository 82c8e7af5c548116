import ApplicationSettings
import AuditModel
import Checks
import DNS
import Providers
import Testing

@testable import CommandLine

/// Blocks of settings that are written for a provider.
@Suite struct SettingsExampleTests {
  /// Every block is read back: it says what the provider wants, and no check fails but for what is to be filled in.
  @Test(arguments: Application.all.filter(\.canBeWritten))
  func isGoodForEveryProvider(application: Application) throws {
    let domain: DomainName = "example.org"
    for provider in SubmissionDirectory.all {
      let example = WrittenExample(
        application: application, provider: provider, domain: domain, hostName: nil, from: nil)
      guard let text = example.text else { continue }
      let settings = SubmissionSettings.read(
        [SettingsFile(name: application.exampleFile, octets: Array(text.utf8))], of: application)
      #expect(settings.faults.isEmpty, "\(provider.id): \(settings.faults)")
      #expect(settings.prediction.greetingName.value == "\(application.name).example.org")
      let failed = Catalogue.settingsChecks.map { $0.outcome(settings) }.filter { $0.verdict == .fail }
      let open: Set<CheckID> = ["APP-PLACEHOLDER"]
      let ids = Set(failed.map(\.check)).subtracting(open)
      #expect(ids.isEmpty, "\(provider.id): \(failed.map { "\($0.check) \($0.findings.map(\.statement))" })\n\(text)")
    }
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
    #expect(repair.left.map(\.check) == ["APP-FROM-DOMAIN"])
  }
}
