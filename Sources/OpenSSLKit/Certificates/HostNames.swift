extension Certificate {
  /// Whether one of its dNSName entries is the name of a host (RFC 9525 §6.3). The common name never counts, and
  /// an address is no name.
  public func names(_ host: String) -> Bool { dnsNames.contains { HostNames.matches($0, host) } }
}

/// Who a certificate has to be for.
public enum ServerIdentity: Sendable, Hashable {
  /// A host of this name.
  case name(String)
  /// The host at this address: four or sixteen octets (RFC 9525 §6.5).
  case address([UInt8])
  /// Anybody.
  case any

  /// Whether a certificate is for it.
  public func isNamed(by certificate: Certificate) -> Bool {
    switch self {
    case .name(let name): certificate.names(name)
    case .address(let octets): certificate.addresses.contains(octets)
    case .any: true
    }
  }
}

/// Comparing a name in a certificate with the name of a host.
public enum HostNames {
  /// RFC 9525 §6.3: equal but for case, or a wildcard that is the whole left-most label and stands for exactly one
  /// label. A wildcard needs two labels behind it, so that nobody vouches for a top-level domain.
  public static func matches(_ presented: String, _ host: String) -> Bool {
    guard let pattern = labels(presented), let name = labels(host), pattern.count == name.count else { return false }
    guard pattern[0] == "*" else { return pattern == name && !pattern.contains { $0.contains("*") } }
    return pattern.count > 2 && pattern.dropFirst() == name.dropFirst() && !presented.dropFirst().contains("*")
  }

  /// The labels in lower case; nil when one is empty. A final dot is no part of a name in a certificate, and one in
  /// the name of a host is ignored.
  private static func labels(_ name: String) -> [String]? {
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let text = name.hasSuffix(".") ? name.dropLast() : name[...]
    let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return labels.contains("") ? nil : labels
  }
}
