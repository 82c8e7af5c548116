public import DNS

/// The answer for a name that nobody publishes: a record there comes from a wildcard (RFC 4592 §2.1.1).
public struct WildcardProbe: Sendable {
  /// Below which name the probe lies.
  public let place: Place
  /// The answer for the TXT records of the made-up name.
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

  /// The places and the made-up names in them; over-long ones left out.
  static func names(for domain: DomainName, label: String) -> [(place: Place, name: DomainName)] {
    Place.allCases.compactMap { place in
      let parent = place == .domain ? domain : domain.prefixed(with: place.rawValue)
      return parent?.prefixed(with: label).map { (place, $0) }
    }
  }
}
