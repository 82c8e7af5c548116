public import AuditModel

/// All checks.
public enum Catalogue {
  /// The version: the date of the last change of a rule.
  public static let version = "2026-11-26"

  /// The checks of a domain that DNS alone decides, in the order of reports.
  public static let domainChecks: [DomainCheck] = [
    dnsChecks, dnssecChecks, mxChecks, spfChecks, dkimChecks, dmarcChecks, mtaSTSChecks, tlsRPTChecks, daneChecks,
    bimiChecks, reverseDNSChecks, dnsblChecks, smtpChecks, tlsChecks, authChecks
  ].flatMap { $0 }

  /// The checks of a message, in the order of reports.
  public static let messageChecks: [MessageCheck] = [
    dkimSignaturesChecks, dmarcMessageChecks, arcChecks, messageHeadersChecks, messageIDChecks, mimeContentChecks,
    bulkSenderChecks
  ].flatMap { $0 }

  /// The checks of the way to a submission server, in the order of reports.
  public static let submissionChecks: [SubmissionCheck] = {
    Area.ordered(submissionServerChecks) { $0.description.area }
  }()

  /// The checks of an application's settings, in the order of reports.
  public static let settingsChecks: [SettingsCheck] = settingsFileChecks

  /// The checks of the mail path of a machine, in the order of reports.
  public static let hostChecks: [HostCheck] = {
    Area.ordered(machineChecks) { $0.description.area }
  }()

  /// The checks of what receivers report back, in the order of reports.
  public static let reportsChecks: [ReportsCheck] = feedbackChecks

  /// Every check, in the order of reports: the areas in theirs, in each the checks of a domain before those of a message,
  /// of a submission server, of settings, of a machine, of a launch and of reports. A check that judges several stands once.
  public static let entries: [any CatalogueEntry] = {
    let known = Set(domainChecks.map(\.description.id))
    let own = submissionChecks.filter { !known.contains($0.description.id) }
    let asked = Set(submissionChecks.map(\.description.id))
    let read = settingsChecks.filter { !asked.contains($0.description.id) }
    let all: [any CatalogueEntry] =
      domainChecks + messageChecks + own + read + hostChecks + launchChecks + reportsChecks
    return Area.ordered(all) { $0.description.area }
  }()

  /// The words of every check, in the order of reports.
  public static var descriptions: [CheckDescription] { entries.map(\.description) }

  /// The check of a name, in any case; nil when there is none.
  public static func entry(named name: String) -> (any CatalogueEntry)? {
    entries.first { $0.description.id.rawValue == name.uppercased() }
  }

  /// The check of a domain of a name, in any case; nil when there is none.
  public static func domainCheck(named name: String) -> DomainCheck? {
    domainChecks.first { $0.description.id.rawValue == name.uppercased() }
  }
}
