import DNS
import MailAuthentication
import Survey

/// What stands behind the `@` of an identifier, sorted by what it can mean to others.
enum IdentifierHost: Sendable, Hashable {
  /// A name that somebody can own.
  case name(DomainName)
  /// The same, but with characters that no host name has.
  case noHostName(DomainName)
  /// An address where a name belongs.
  case bareAddress(IPAddress)
  /// An address literal in brackets, or something in brackets that is none.
  case literal(IPAddress?)
  /// A single word.
  case word(String)
  /// The name that a container runtime made up.
  case container(String)
  /// A name that the standards or custom keep for private use, with the suffix that says so.
  case special(DomainName, suffix: DomainName)
  /// A name of documentation.
  case placeholder(DomainName)
  /// A name below no top-level domain there is.
  case pseudo(DomainName)
  /// Characters outside ASCII.
  case international(String)

  /// Sorts a text; nil for what is no name at all.
  init?(_ text: String, list: PublicSuffixList) {
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      self = .international(text)
      return
    }
    if text.hasPrefix("["), text.hasSuffix("]") {
      self = .literal(DomainName(text)?.literalAddress ?? IPAddress(Self.inside(text)))
      return
    }
    if let address = IPAddress(text) {
      self = .bareAddress(address)
      return
    }
    guard let name = DomainName(text), !name.isRoot else { return nil }
    self = Self.sorted(name, list)
  }

  private static func inside(_ text: String) -> String {
    let inside = String(text.dropFirst().dropLast())
    return inside.lowercased().hasPrefix("ipv6:") ? String(inside.dropFirst(5)) : inside
  }

  private static func sorted(_ name: DomainName, _ list: PublicSuffixList) -> IdentifierHost {
    if let suffix = specialSuffixes.first(where: { name.isEqual(toOrBelow: $0) }) {
      return .special(name, suffix: suffix)
    }
    if placeholders.contains(where: { name.isEqual(toOrBelow: $0) }) { return .placeholder(name) }
    if name.labelCount == 1 {
      let text = name.description
      return containerPatterns.contains { $0.matches(text) } ? .container(text) : .word(text)
    }
    if list.match(name)?.section == .defaultRule { return .pseudo(name) }
    return name.isHostName ? .name(name) : .noHostName(name)
  }

  /// RFC 6761 §6.3 and §6.4, RFC 6762 §3 and appendix G, RFC 7686 §2, RFC 8375 §3, ICANN's reserved .internal, and what
  /// installers use.
  private static let specialSuffixes: [DomainName] = [
    "localhost", "localdomain", "local", "lan", "internal", "home.arpa", "intranet", "private", "corp", "home", "test",
    "invalid", "onion"
  ]

  /// RFC 2606 §2 and §3.
  static let placeholders: [DomainName] = ["example", "example.com", "example.net", "example.org"]

  /// Docker names containers by twelve hexadecimal digits, Kubernetes the pods of a deployment by its name and two
  /// random words.
  private static let containerPatterns: [IdentifierPattern] = ["{x12}", "{w}-{x8-10}-{N5}"]
}

extension DomainName {
  /// Whether every label consists of letters, digits and hyphens, with no hyphen at its ends (RFC 1123 §2.1).
  var isHostName: Bool {
    labels.allSatisfy { label in
      label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy { octet in
          (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet) || octet == UInt8(ascii: "-")
        }
    }
  }
}
