public import AuditModel

/// All checks.
public enum Catalogue {
  /// The version: the date of the last change of a rule.
  public static let version = "2026-11-25"

  /// The checks of a domain that DNS alone decides, in the order of reports.
  public static let domainChecks: [DomainCheck] = [
    dnsChecks, dnssecChecks, mxChecks, spfChecks, dkimChecks, dmarcChecks, mtaSTSChecks, tlsRPTChecks, daneChecks,
    bimiChecks, reverseDNSChecks, dnsblChecks, tlsChecks
  ].flatMap { $0 }

  /// The words of every check, in the order of reports.
  public static var descriptions: [CheckDescription] { domainChecks.map(\.description) }

  /// The check of a name, in any case; nil when there is none.
  public static func domainCheck(named name: String) -> DomainCheck? {
    domainChecks.first { $0.description.id.rawValue == name.uppercased() }
  }
}
