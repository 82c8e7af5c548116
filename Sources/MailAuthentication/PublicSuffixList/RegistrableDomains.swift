import DNS
import Synchronization

/// What lists have said last: one audit asks twenty times, and mostly the same names.
final class RegistrableDomains: Sendable {
  private let places = Mutex([(name: DomainName, domain: DomainName?)?](repeating: nil, count: 64))

  /// What is remembered of a name, or else what `lookUp` says, which takes the place of what was there.
  func domain(of name: DomainName, otherwise lookUp: (DomainName) -> DomainName?) -> DomainName? {
    let place = Int(name.digest % 64)
    if let known = places.withLock({ $0[place] }), known.name == name { return known.domain }
    let domain = lookUp(name)
    places.withLock { $0[place] = (name, domain) }
    return domain
  }
}
