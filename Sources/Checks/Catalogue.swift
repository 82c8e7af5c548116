public import AuditModel

/// All checks.
public enum Catalogue {
  /// The version: the date of the last change of a rule.
  public static let version = "2026-11-25"

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

  /// Every check, in the order of reports: the areas in theirs, in each the checks of a domain before those of a message.
  public static let entries: [any CatalogueEntry] = {
    let all: [any CatalogueEntry] = domainChecks + messageChecks
    return Area.allCases.flatMap { area in all.filter { $0.description.area == area } }
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
