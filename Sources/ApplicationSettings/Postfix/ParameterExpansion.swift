/// Inserts parameters into each other, as `$name`, `${name}` and `$(name)`.
struct ParameterExpansion {
  private let values: [String: String]
  /// What was found so far; nil for what cannot be known.
  private var known: [String: String?] = [:]
  private var depth = 0

  init(_ values: [String: String]) { self.values = values }

  /// `text` with the values of parameters; nil when one is not set, or a condition decides.
  mutating func expand(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    guard depth < SettingsLimits.depth else { return nil }
    depth += 1
    defer { depth -= 1 }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "$") else {
        result.append(octet)
        continue
      }
      guard let inserted = insertion(&rest) else { return nil }
      result += inserted.utf8
      if result.count > SettingsLimits.insertedOctets { return nil }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The value of the parameter whose name stands behind the `$`.
  private mutating func insertion(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "$") {
      rest.removeFirst()
      return "$"
    }
    let close: UInt8? =
      first == UInt8(ascii: "{") ? UInt8(ascii: "}") : first == UInt8(ascii: "(") ? UInt8(ascii: ")") : nil
    if close != nil { rest.removeFirst() }
    let name = rest.prefix { OctetCursor.isNameStart($0) || OctetCursor.isDigit($0) }
    rest = rest.dropFirst(name.count)
    if let close, rest.popFirst() != close { return nil }
    return value(String(decoding: name, as: UTF8.self))
  }

  /// A name that is being looked up already counts as unknown.
  private mutating func value(_ name: String) -> String? {
    if let found = known[name] { return found }
    known.updateValue(nil, forKey: name)
    let found = values[name].map { expand($0) } ?? standard(name)
    known.updateValue(found, forKey: name)
    return found
  }

  /// The defaults that follow other parameters.
  private mutating func standard(_ name: String) -> String? {
    switch name {
    case "myorigin", "smtp_helo_name": return value("myhostname")
    case "mydomain":
      // The host name without its first label, where one is left.
      guard let host = value("myhostname"), let dot = host.firstIndex(of: ".") else { return nil }
      return String(host[host.index(after: dot)...])
    case "relay_domains": return values["mydestination"] == nil ? nil : value("mydestination")
    default: return nil
    }
  }
}
