public import DNS
import MailAuthentication
public import Providers

/// A source as the domain sees it: who it is, and why its messages fail. A class, because thousands are put in order.
public final class SourcePicture: Sendable {
  /// What was reported.
  public let tally: SourceTally
  /// What it is to the domain.
  public let standing: SourceStanding
  /// What SPF of the domain says of it today.
  public let listing: SPFListing
  /// The names that the DNS gives it; nil when they were not looked up.
  public let host: SendingHost?
  /// The service that it belongs to, if it is known.
  public let provider: Provider?
  /// Why messages fail, or pass by DKIM alone; nil when there is nothing to explain.
  public let judgement: CauseJudgement?
  /// The name that sources are put together by.
  public let organization: String

  init(
    _ tally: SourceTally, _ standing: SourceStanding, _ listing: SPFListing, _ host: SendingHost?,
    _ provider: Provider?,
    _ judgement: CauseJudgement?
  ) {
    self.tally = tally
    self.standing = standing
    self.listing = listing
    self.host = host
    self.provider = provider
    self.judgement = judgement
    organization = Self.organization(tally, standing, host, provider)
  }

  /// The PTR name that leads back to the address, the first of several.
  public var reverseName: DomainName? { host?.confirmedNames.first }

  private static func organization(
    _ tally: SourceTally, _ standing: SourceStanding, _ host: SendingHost?, _ provider: Provider?
  ) -> String {
    switch standing {
    case .own: return "own hosts"
    case .provider(let name, _): return name
    case .signer: if let provider { return provider.name }
    case .authorized, .unknown: break
    }
    if let name = host?.confirmedNames.first { return (list.registrableDomain(of: name) ?? name).description }
    return tally.passingSigner ?? (standing == .authorized ? "allowed by SPF" : "unknown")
  }

  /// The address as text.
  public var addressText: String {
    switch tally.address {
    case .address(let address): address.description
    case .text(let text): text
    }
  }

  static let list = PublicSuffixList.shipped
}

/// What is known of a domain when its sources are judged.
struct DomainContext {
  /// The domain; nil when reports name none.
  let domain: DomainName?
  /// Its organizational domain.
  let home: DomainName?
  /// What the DNS says; nil when nobody looked.
  let survey: DomainSurvey?
  /// The names of the sources that were looked at.
  let hosts: [IPAddress: SendingHost]
  /// The selectors that pass from sources that SPF lets pass.
  private let selectors: Set<String>
  private let names: SourceNames

  init(_ tally: PolicyDomainTally, _ sight: ReportsSight?) {
    domain = tally.domain
    home = tally.domain.map { SourcePicture.list.registrableDomain(of: $0) ?? $0 }
    survey = sight?.domains[tally.name]
    hosts = sight?.hosts ?? [:]
    let names = SourceNames(home: home)
    selectors = tally.sources.lazy.filter { $0.messages.spf > 0 }.reduce(into: []) {
      $0.formUnion($1.passingSelectors(names))
    }
    self.names = names
  }

  /// Judges a source.
  func picture(of tally: SourceTally) -> SourcePicture {
    let evidence = SourceEvidence(tally, names)
    var (listing, host) = (SPFListing.unseen("nobody looked"), SendingHost?.none)
    if case .address(let address) = tally.address {
      host = hosts[address]
      if let survey { listing = SPFListing(address, in: survey.spf.tree) }
    }
    let (standing, provider) = standing(of: tally, listing, host, evidence)
    let judge = SourceJudge(
      tally: tally, evidence: evidence, standing: standing, listing: listing, isLookedAt: survey != nil && host != nil)
    return SourcePicture(tally, standing, listing, host, provider, judge.judgement)
  }

  /// The selector that passes from this source, and from none that SPF lets pass.
  private func ownKey(of tally: SourceTally) -> String? {
    guard tally.messages.spf == 0, !selectors.isEmpty else { return nil }
    let own = tally.passingSelectors(names)
    return selectors.isDisjoint(with: own) ? own.min() : nil
  }

  private func standing(
    of tally: SourceTally, _ listing: SPFListing, _ host: SendingHost?, _ evidence: SourceEvidence
  ) -> (SourceStanding, Provider?) {
    switch listing {
    case .own(let term): return (.own(.spfTerm(term)), nil)
    case .included(let term, let name):
      if let home, name.isEqual(toOrBelow: home) { return (.own(.spfTerm(term)), nil) }
      let provider = ProviderDirectory.recognise(spfIncludes: [name], mxHosts: []).first?.provider
      let title = provider?.name ?? (SourcePicture.list.registrableDomain(of: name) ?? name).description
      return (.provider(name: title, .include(name)), provider)
    case .notListed, .unseen: break
    }
    if let sign = ownSign(of: tally, host) { return (.own(sign), nil) }
    let known = provider(host, evidence)
    if let selector = ownKey(of: tally) { return (.signer(selector: selector), known?.0) }
    if let (provider, sign) = known { return (.provider(name: provider.name, sign), provider) }
    return (tally.messages.spf > 0 ? .authorized : .unknown, nil)
  }

  private func ownSign(of tally: SourceTally, _ host: SendingHost?) -> SourceStanding.OwnSign? {
    guard case .address(let address) = tally.address, let home else { return nil }
    if let name = host?.confirmedNames.first(where: { $0.isEqual(toOrBelow: home) }) { return .reverseName(name) }
    guard let survey, let domain else { return nil }
    if (survey.zone.ipv4.addresses + survey.zone.ipv6.addresses).contains(address) { return .host(domain) }
    return survey.mx.hosts.first { $0.name.isEqual(toOrBelow: home) && $0.addresses.contains(address) }
      .map { .host($0.name) }
  }

  /// The service that an address belongs to: by its PTR name, by the domain that signs, by the envelope that SPF passes for.
  private func provider(
    _ host: SendingHost?, _ evidence: SourceEvidence
  ) -> (Provider, SourceStanding.ProviderSign)? {
    for name in host?.confirmedNames ?? [] {
      if let host, GenericReverseName.sign(of: name, for: host.address) != nil { continue }
      if let provider = ProviderDirectory.operators(ofHost: name).first { return (provider, .reverseName(name)) }
    }
    if let domain = evidence.foreignSigner?.domain, let provider = names.signer(domain) {
      return (provider, .signature(domain))
    }
    if let domain = evidence.foreignSender?.domain, let provider = names.sender(domain) {
      return (provider, .envelope(domain))
    }
    return nil
  }
}

extension SourceTally {
  /// The domain whose signatures pass on most failing messages; on most messages where none fails.
  fileprivate var passingSigner: String? {
    let hasFailing = messages.failing > 0
    var most: (domain: String, messages: Int)?
    for tally in identities {
      guard case .dkim = tally.identity.method, tally.identity.result == "pass" else { continue }
      let count = hasFailing ? tally.shares.failing : tally.shares.messages
      if count > most?.messages ?? 0 { most = (tally.identity.domain, count) }
    }
    return most?.domain
  }

  /// The selectors of signatures of the domain that pass.
  fileprivate func passingSelectors(_ names: SourceNames) -> Set<String> {
    identities.reduce(into: []) { selectors, tally in
      guard case .dkim(let selector) = tally.identity.method, !selector.isEmpty, tally.identity.result == "pass",
        names.isOwn(tally.identity.domain)
      else { return }
      selectors.insert(selector)
    }
  }
}
