import ApplicationSettings
import AuditModel
import Foundation
import Testing

@testable import Checks

/// What mends the findings of the checks of settings.
@Suite struct SettingsRepairTests {
  /// Each row of `Repairs`: the finding is there, the change is the expected one, and then the finding is gone.
  @Test(arguments: RepairRow.all) func mendsWhatItFinds(row: RepairRow) throws {
    let file = SettingsFile(name: row.application.exampleFile, octets: Array(row.text.utf8))
    let checks = Catalogue.settingsChecks
    let check = try #require(checks.first { $0.description.id == row.check })
    #expect(Self.hasFault(check, [file], row.application), "\(row): there is no finding to mend")
    let repair = try #require(SettingsRepair([file], of: row.application, checks: checks, hints: row.hints))
    let lines = repair.patch.flatMap(\.lines)
    #expect(lines.filter { $0.hasPrefix("+") || $0.hasPrefix("-") }.dropFirst(2) == row.changes[...], "\(row)")
    #expect(!Self.hasFault(check, repair.changed, row.application), "\(row): the finding is still there")
    #expect(!lines.contains { line in RepairRow.secrets.contains { line.contains($0) } }, "\(row) shows a secret")
    if repair.patch.allSatisfy({ !$0.isMasked }), let diff = repair.patch.first {
      #expect(
        try PatchedText(row.text).applying(diff.lines) == String(decoding: repair.changed[0].octets, as: UTF8.self))
    }
  }

  private static func hasFault(_ check: SettingsCheck, _ files: [SettingsFile], _ application: Application) -> Bool {
    check.outcome(SubmissionSettings.read(files, of: application)).findings.contains {
      $0.verdict == .fail || $0.verdict == .warn
    }
  }

  /// Checks whose findings no line of a file mends.
  private static let unmendable: Set<CheckID> = [
    "APP-MAIL-DISABLED", "APP-PLACEHOLDER", "APP-RELAY", "APP-LOCAL-MAIL", "APP-QUEUE", "APP-NOTIFY-VOLUME",
    "APP-LIST-HEADERS", "AUTH-PROVIDER-OAUTH"
  ]

  @Test func everyCheckIsMendedOrSaysWhyNot() {
    let all = Set(Catalogue.settingsChecks.map(\.description.id))
    #expect(Set(Catalogue.repairLimits.keys) == all)
    #expect(Set(RepairRow.all.map(\.check)) == all.subtracting(Self.unmendable))
  }

  /// `MAILER_DSN` of Symfony is one line with the password in it.
  @Test func everyApplicationThatIsWrittenHasARow() {
    let written = Set(Application.all.filter { $0.canBeWritten && $0 != .symfony }.map(\.name))
    #expect(Set(RepairRow.all.map(\.application.name)) == written)
  }

  /// A setting that shares its line with another one, is computed, or stands under a condition stays.
  @Test(
    arguments: [
      (Application.gitlab, "gitlab_rails['smtp_enable'] = true; gitlab_rails['smtp_force_ssl'] = true\n"),
      (.rails, "config.action_mailer.smtp_settings = { address: 'a.test', domain: ENV['NAME'] || 'localhost' }\n"),
      (.django, "if X:\n    EMAIL_USE_SSL = True\nEMAIL_HOST = 'a.test'\nEMAIL_PORT = 465\n"),
      (.symfony, "MAILER_DSN=smtp://a:geheim@mail.host.test:25?local_domain=localhost\n")
    ])
  func leavesWhatItCannotProve(application: Application, text: String) throws {
    let file = SettingsFile(name: application.exampleFile, octets: Array(text.utf8))
    let repair = try #require(
      SettingsRepair([file], of: application, checks: Catalogue.settingsChecks, hints: RepairHints()))
    #expect(repair.patch.isEmpty, "\(repair.patch)")
    #expect(repair.faults.isEmpty)
  }
}
