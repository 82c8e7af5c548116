/// The host of the URL of an application, RFC 3986 §3.2.2.
public enum WebAddress {
  /// The host of `url`, without port and user; a text without a scheme is taken from its start.
  public static func host(_ url: String) -> String? {
    var rest = url.trimmed[...]
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    rest = rest.prefix { !"/?#".contains($0) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" } + "]" : rest.prefix { $0 != ":" }
    return host.isEmpty || host == "[]" ? nil : String(host)
  }

  /// The scheme and the rest of `ssl://host`; no scheme for a bare host.
  static func splitScheme(_ text: String) -> (scheme: String?, rest: String) {
    guard let mark = text.firstRange(of: "://") else { return (nil, text) }
    return (text[..<mark.lowerBound].lowercased(), String(text[mark.upperBound...]))
  }
}

/// The address in a sender setting.
public enum SenderText {
  /// The address of `Wiki <wiki@example.org>`, or the text itself.
  public static func address(_ text: String) -> String {
    guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else { return text.trimmed }
    return String(text[text.index(after: open)...].dropLast()).trimmed
  }

  /// What follows the last `@` of the address; nil without one.
  public static func domain(_ text: String) -> String? {
    let address = address(text)
    return address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) }
  }
}
