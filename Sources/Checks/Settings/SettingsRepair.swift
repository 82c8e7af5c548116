public import ApplicationSettings
public import AuditModel

/// What the owner says that no file tells.
public struct RepairHints: Sendable {
  /// The public name of the machine.
  public let hostName: String?
  /// The address that the application is to send from.
  public let from: String?

  /// Makes hints of their parts.
  public init(hostName: String? = nil, from: String? = nil) {
    self.hostName = hostName
    self.from = from
  }

  /// The name that was given, or the host of the application's own address when others can look it up.
  func hostName(for settings: SubmissionSettings) -> String? {
    hostName ?? settings.siteHostName.flatMap { InnerName.fault($0) == nil ? $0 : nil }
  }

  /// The address that was given, or the login when it is an address that others can answer.
  func from(for settings: SubmissionSettings) -> String? {
    let login = settings.userName.value.flatMap { name in
      SenderText.domain(name).flatMap { InnerName.fault($0) == nil && !Placeholder.isPlaceholder(name) ? name : nil }
    }
    return from ?? login
  }
}

/// The corrected files of an application. Each change is tried: it stays when its check finds less afterwards, and all
/// checks together find less.
public struct SettingsRepair {
  /// What changes in each file.
  public let patch: [UnifiedDiff]
  /// The corrected files.
  public let changed: [SettingsFile]
  /// The checks that found something which no change here mends, or not wholly.
  public let left: [CheckOutcome]
  /// What still breaks the syntax: nothing else is mended then.
  public let faults: [SettingRemark]

  /// Mends what `checks` find in `files`; nil when the files of the application cannot be written here.
  public init?(_ files: [SettingsFile], of application: Application, checks: [SettingsCheck], hints: RepairHints) {
    guard var editor = SettingsEditor(files, of: application) else { return nil }
    for check in checks {
      let settings = SubmissionSettings.read(editor.changed, of: application)
      let changes = check.faults(settings) == 0 ? [] : check.repair(settings, hints)
      // All at once, or those that help by themselves.
      for trial in [changes] + (changes.count > 1 ? changes.map { [$0] } : []) where !trial.isEmpty {
        editor.apply(trial, of: application, for: check, among: checks)
      }
    }
    patch = editor.patch
    changed = editor.changed
    let settings = SubmissionSettings.read(editor.changed, of: application)
    faults = settings.faults
    left = checks.filter { $0.faults(settings) > 0 }.map { $0.outcome(settings) }
  }
}

extension SettingsEditor {
  /// Applies `changes` when `check` finds less afterwards, and all of `checks` together too.
  fileprivate mutating func apply(
    _ changes: [SettingsChange], of application: Application, for check: SettingsCheck, among checks: [SettingsCheck]
  ) {
    var trial = self
    guard trial.apply(changes) else { return }
    let before = SubmissionSettings.read(changed, of: application)
    let after = SubmissionSettings.read(trial.changed, of: application)
    guard after.faults.count <= before.faults.count else { return }
    if check.faults(after) < check.faults(before), checks.faults(after) < checks.faults(before) { self = trial }
  }
}

extension SettingsCheck {
  /// What the check says of `settings`.
  public func outcome(_ settings: SubmissionSettings) -> CheckOutcome {
    CheckOutcome(description: description, judgement: judge(settings))
  }

  /// How often the check fails or warns.
  fileprivate func faults(_ settings: SubmissionSettings) -> Int {
    outcome(settings).findings.count { $0.verdict == .fail || $0.verdict == .warn }
  }
}

extension [SettingsCheck] {
  fileprivate func faults(_ settings: SubmissionSettings) -> Int { reduce(0) { $0 + $1.faults(settings) } }
}
