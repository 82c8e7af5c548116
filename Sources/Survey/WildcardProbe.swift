public import DNS
import MailAuthentication

/// The answer for a name that nobody publishes: a record there comes from a wildcard (RFC 4592 §2.1.1).
public struct WildcardProbe: Sendable {
  /// Below which name the probe lies.
  public let place: Place
  /// The answer for the TXT records of the made-up name; that for the name above where it was not heard.
  public let answer: DNSAnswer

  /// Where a wildcard can stand in the way of mail.
  public enum Place: String, Sendable, CaseIterable {
    /// Below the domain.
    case domain = ""
    /// Where DMARC records are looked up (RFC 9989 §4.10).
    case dmarc = "_dmarc"
    /// Where DKIM keys are (RFC 6376 §3.6.2.1).
    case domainKey = "_domainkey"
    /// Where other domains' reports are accepted (RFC 9990 §4).
    case reportAuthorization = "_report._dmarc"
  }

  /// The made-up name in a place; nil when it would be over-long.
  private static func question(_ place: Place, _ domain: DomainName, label: String) -> DNSQuestion? {
    let parent = place == .domain ? domain : domain.prefixed(with: place.rawValue)
    return parent?.prefixed(with: label).map { DNSQuestion($0, .txt) }
  }
}

/// What shows whether a wildcard may stand below a domain: answers for names that are asked for anyway.
struct WildcardSigns {
  /// The names directly below a domain whose TXT records every audit asks for: one that does not exist shows that no
  /// wildcard stands beside it (RFC 4592 §3.3.1).
  static func questions(for domain: DomainName, scope: SurveyScope) -> [DNSQuestion] {
    let labels = ["_dmarc", "_domainkey"] + (scope.contains(.policies) ? ["_mta-sts"] : [])
    return labels.compactMap { domain.prefixed(with: $0).map { DNSQuestion($0, .txt) } }
  }

  /// The answer for the domain itself.
  let domain: DNSAnswer
  /// The answers to ``questions(for:scope:)``.
  let below: [DNSAnswer]

  /// The answer for the name above the made-up name in a place, or another that says as much of it.
  fileprivate func above(_ place: WildcardProbe.Place) -> DNSAnswer? {
    let name: DomainName?
    switch place {
    case .domain: return below.first { $0.namesBelow == DNSAnswer.NamesBelow.none } ?? domain
    case .dmarc, .reportAuthorization: name = domain.question.name.prefixed(with: "_dmarc")
    case .domainKey: name = domain.question.name.prefixed(with: "_domainkey")
    }
    return below.first { $0.question.name == name }
  }
}

extension WildcardProbe {
  /// What the signs leave to be asked in `places`, and what they answer themselves.
  static func plan(
    _ places: [Place], for domain: DomainName, label: String, _ signs: WildcardSigns
  ) -> (asked: [(place: Place, question: DNSQuestion)], known: [WildcardProbe]) {
    var (asked, known): ([(place: Place, question: DNSQuestion)], [WildcardProbe]) = ([], [])
    for place in places {
      guard let question = question(place, domain, label: label), let above = signs.above(place) else { continue }
      switch above.namesBelow {
      case .none: break
      case .possible: asked.append((place, question))
      case .unheard: known.append(WildcardProbe(place: place, answer: above))
      }
    }
    return (asked, known)
  }

  /// Asks for made-up names.
  static func ask(
    _ planned: [(place: Place, question: DNSQuestion)], using resolver: any Resolver
  ) async -> [WildcardProbe] {
    if planned.isEmpty { return [] }
    let answers = await resolver.answers(to: planned.map(\.question))
    return zip(planned, answers).map { WildcardProbe(place: $0.place, answer: $1) }
  }

  /// What the search for keys saw below `_domainkey`; nil when nothing can answer there.
  init?(_ discovery: DKIMSelectorDiscovery) {
    let unheard = discovery.parent.flatMap { if case .unheard = $0.namesBelow { $0 } else { nil } }
    guard let answer = discovery.probe.answer ?? unheard else { return nil }
    self.init(place: .domainKey, answer: answer)
  }
}

extension DomainSurvey {
  /// What names that nobody publishes answer, in the order of places.
  public var wildcardProbes: [WildcardProbe] {
    let keys = options.scope.isSuperset(of: [.names, .keys]) ? WildcardProbe(dkim.discovery) : nil
    let probes = zone.probes + [keys].compactMap(\.self)
    return WildcardProbe.Place.allCases.flatMap { place in probes.filter { $0.place == place } }
  }
}
