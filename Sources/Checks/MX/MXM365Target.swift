import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxM365Target = DomainCheck(
    CheckDescription(
      id: "MX-M365-TARGET",
      area: .mx,
      title: "Microsoft 365 MX names match the tenant's current form",
      severity: .low,
      severityReason: "both forms still work; names built by hand break new domains",
      appliesWhen: "an exchange lies below mail.protection.outlook.com or mx.microsoft",
      rule: """
        Pass for a name below mx.microsoft; a remark for the older form. Warn if both are published at different preferences, or if \
        the resolver validated the MX records with DNSSEC and the exchange has the older form, whose zone is not \
        signed. Unknown if the MX records could not be read.
        """,
      whyItMatters: """
        Domains added to Microsoft 365 since July 2026 get names below mx.microsoft, which are signed and allow DANE; \
        names of the older form that software builds by itself do not exist for them.
        """,
      remedy: "Take the name from the tenant (Get-AcceptedDomain, or the admin centre), and publish only that one.",
      standards: ["Microsoft Exchange Team Blog §Modernizing DNS security for Exchange Online (2026)", "RFC 7672 §1.3"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the present form", zone: "@ MX 0 example-org.a-v1.mx.microsoft."),
      CheckExample(.info, "the older form", zone: "@ MX 0 example-org.mail.protection.outlook.com."),
      CheckExample(
        .warn, "both, at different preferences",
        zone: "@ MX 0 example-org.a-v1.mx.microsoft.\n@ MX 10 example-org.mail.protection.outlook.com."),
      CheckExample(.notApplicable, "another provider", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    if let unread = Judgement.unread(survey.mx.answer) { return unread }
    let older = survey.mx.hosts.filter { $0.name.isEqual(toOrBelow: "mail.protection.outlook.com") }
    let present = survey.mx.hosts.filter { $0.name.isEqual(toOrBelow: "mx.microsoft") }
    let evidence = [Evidence(survey.mx.answer)]
    if let a = older.first, let b = present.first, a.preference != b.preference {
      return .warn("Both forms are published: \(a.name) and \(b.name).", evidence: evidence)
    }
    if let host = older.first {
      if survey.mx.answer.provenance.authenticated {
        return .warn("The domain is signed, but the zone of its exchange \(host.name) is not.", evidence: evidence)
      }
      return .info("\(host.name) has the older form, whose zone is not signed with DNSSEC.", evidence: evidence)
    }
    guard let host = present.first else { return .notApplicable("no exchange is one of Microsoft 365") }
    let fact = Finding(.pass, subject: host.name.description, "\(host.name) has the present form.", evidence: evidence)
    return .findings([fact])
  }
}
