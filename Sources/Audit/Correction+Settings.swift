public import ApplicationSettings
public import AuditModel
import Checks

extension Correction {
  /// The lines that mend what the checks of an application's settings find, each check by itself; those with a secret in
  /// them are left out.
  ///
  /// - Parameters:
  ///   - files: the files, as they are.
  ///   - settings: what was read from them.
  /// - Returns: the corrections in the order of the checks.
  public static func all(of files: [SettingsFile], _ settings: SubmissionSettings) -> [Correction] {
    Catalogue.settingsChecks.filter { $0.outcome(settings).effectiveLevel != nil }.flatMap { check in
      let repair = SettingsRepair(files, of: settings.application, checks: [check], hints: RepairHints())
      return (repair?.patch ?? []).filter { !$0.isMasked }.map { diff in
        Correction(check: check.description.id.rawValue, file: diff.name, lines: changes(diff))
      }
    }
  }

  /// The changed lines of a diff: two lines of head stand in front.
  private static func changes(_ diff: UnifiedDiff) -> [String] {
    diff.lines.dropFirst(2).filter { $0.hasPrefix("-") || $0.hasPrefix("+") }
  }
}
