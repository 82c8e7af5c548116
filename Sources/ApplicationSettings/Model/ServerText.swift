/// A server as settings write it: `host`, `host:port`, `[host]:port` or `[2001:db8::1]:port`.
struct ServerText: Sendable, Hashable {
  /// The name or address, without brackets.
  let host: String
  /// What stands behind the colon; nil without one.
  let port: String?
  /// Whether the name stands in brackets.
  let isBracketed: Bool

  init(_ text: String) {
    let text = text.trimmed
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      let rest = text[text.index(after: close)...]
      host = String(text[text.index(after: text.startIndex)..<close])
      port = rest.hasPrefix(":") ? String(rest.dropFirst()) : nil
      isBracketed = true
      return
    }
    isBracketed = false
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    // More than one colon without brackets is an IPv6 address, RFC 4291 §2.2.
    host = parts.count == 2 ? String(parts[0]) : text
    port = parts.count == 2 ? String(parts[1]) : nil
  }

  /// The port as a setting: services by their names in IANA's registry, RFC 6335 §6.
  var portValue: SettingValue<Int> {
    guard let port else { return .absent }
    if let number = Self.services[port.lowercased()] ?? Int(port) { return .read(number) }
    return .malformed("\(port) is no port")
  }

  private static let services = ["smtp": 25, "submission": 587, "submissions": 465, "smtps": 465]
}
