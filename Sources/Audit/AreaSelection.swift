import AuditModel
import Checks
import Survey

/// What has to be looked at for the checks of some areas; worked out once for all audits.
struct AreaSelection: Sendable {
  let areas: Set<Area>
  let checks: [DomainCheck]

  /// Takes the areas.
  init(_ areas: Set<Area>) {
    self.areas = areas
    checks = Catalogue.domainChecks.filter { areas.contains($0.description.area) }
  }

  /// What a survey looks at by the areas and by what the owner told: name servers concern MX-RPKI only where there are
  /// validated routes.
  func scope(for options: SurveyOptions = .init()) -> SurveyScope {
    var scope: SurveyScope = []
    if needs([.mtaSTS, .tlsRPT]) { scope.insert(.policies) }
    if needs([.bimi]) { scope.insert(.bimi) }
    if needs([.dane, .mtaSTS, .tls, .tlsRPT]) { scope.insert(.dane) }
    if needs([.reverseDNS, .dnsbl]) { scope.insert(.senders) }
    if needs([.dns]) { scope.formUnion([.issuers, .names]) }
    if needs([.auth, .dane]) { scope.insert(.clients) }
    if needs([.dkim, .dnssec]) { scope.insert(.keys) }
    if needs([.dns, .dnssec]) || needs([.mx]) && options.routeOrigins != nil { scope.insert(.zone) }
    if needs([.dnssec]) { scope.insert(.dnssec) }
    if needs([.dns, .spf, .reverseDNS, .dnsbl]) { scope.insert(.spf) }
    if needs([.dns, .dmarc, .bimi]) { scope.insert(.dmarc) }
    // Whether a domain without mailboxes rejects, or exists.
    if needs([.dmarc, .dkim]) { scope.insert(.exchanges) }
    if !areas.isSubset(of: [.spf, .dkim, .dmarc, .bimi]) { scope.formUnion(.hosts) }
    return scope
  }

  /// The instruments that are of use.
  func instruments(among all: Instruments) -> Instruments {
    var instruments = Instruments(resolver: all.resolver)
    if needs([.dnssec, .dane, .mtaSTS, .tlsRPT]) { instruments.validator = all.validator }
    if needs([.tls, .dane, .mtaSTS, .smtpProbe, .auth]) { instruments.mailServers = all.mailServers }
    if needs([.mtaSTS, .bimi]) { instruments.https = all.https }
    instruments.unsubscriber = all.unsubscriber
    if needs([.tlsRPT]) { instruments.reportCollectors = all.reportCollectors }
    if needs([.reverseDNS]) { instruments.hostSites = all.hostSites }
    if needs([.dnsbl]) { instruments.blockLists = all.blockLists }
    if needs([.dns]) { instruments.authorities = all.authorities }
    return instruments
  }

  private func needs(_ wanted: Set<Area>) -> Bool { !areas.isDisjoint(with: wanted) }
}
