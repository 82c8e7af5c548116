import DNS
import Survey

/// The parts of a link that decide whether it is honest (RFC 3986 §3).
struct WebAddress {
  /// The scheme, in lower case; empty without one.
  let scheme: String
  /// Whether a user name stands before the host.
  let hasUser: Bool
  /// The host as it is written, in lower case; empty without one.
  let host: String

  init(_ text: String) {
    let text = text.hasPrefix("//") ? "https:" + text : text
    let head = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    let isScheme =
      text.dropFirst(head.count).first == ":"
      && head.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let rest = isScheme ? text.dropFirst(head.count + 1) : text[...]
    scheme = isScheme ? head.lowercased() : ""
    guard rest.hasPrefix("//") else {
      (hasUser, host) = (false, "")
      return
    }
    let authority = rest.dropFirst(2).prefix { !"/\\?#".contains($0) }
    let user = authority.lastIndex(of: "@")
    hasUser = user != nil
    let place = user.map { authority[authority.index(after: $0)...] } ?? authority
    host = (place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }).lowercased()
  }

  /// The host as a name; nil for an address and for what is no name.
  var name: DomainName? { isAddress ? nil : DomainName(typed: host) }

  /// Whether the host is an address, in any of the forms that browsers take (RFC 3986 §7.4).
  var isAddress: Bool {
    if host.hasPrefix("[") { return true }
    guard let last = host.split(separator: ".").last else { return false }
    return last.allSatisfy { $0.isASCII && $0.isNumber } || last.hasPrefix("0x")
  }

  /// Whether it leads to a web server.
  var isWeb: Bool { scheme == "http" || scheme == "https" }
}
