import DNS

extension RedactionTable {
  /// The replacement of a host name or domain. Relations stay: names below one domain are below one replacement, and a
  /// name that is the domain itself is the replacement itself.
  mutating func hostName(_ original: some Collection<UInt8>) -> [UInt8] {
    var octets = original.map(\.lowercasedASCII)
    let hasDot = octets.last == UInt8(ascii: ".")
    if hasDot { octets.removeLast() }
    if octets.count > RedactionLimits.hostName { return TextMask.masked(original) }
    let name = String(decoding: octets, as: UTF8.self)
    if let address = IPAddress(name) { return Array(redacted(address).description.utf8) + (hasDot ? [0x2E] : []) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, !parts.contains("") else {
      return parts.count > 1 ? TextMask.masked(original) : host(octets)
    }
    return Array(redacted(parts).utf8) + (hasDot ? [0x2E] : [])
  }

  private mutating func redacted(_ parts: [String]) -> String {
    // The labels of a reverse name are an address.
    if parts.last == "arpa", let zone = parts.dropLast().last, zone == "in-addr" || zone == "ip6" {
      return TextMask.masked(parts.dropLast(2).joined(separator: ".")) + "." + parts.suffix(2).joined(separator: ".")
    }
    let count = Self.organizationalLabels(of: parts)
    var (original, result) = (parts.suffix(count).joined(separator: "."), "")
    let base = original
    result = domain(original)
    for label in parts.dropLast(count).reversed() {
      original = "\(label).\(original)"
      result = "\(self.label(label, of: original, below: base)).\(result)"
    }
    return result
  }

  /// Whether a name is below a domain that has its replacement already, whatever its ending.
  func isKnownName(_ name: some Collection<UInt8>) -> Bool {
    if domains.isEmpty || name.count > RedactionLimits.hostName { return false }
    let parts = String(decoding: name.map(\.lowercasedASCII), as: UTF8.self).split(separator: ".").map(String.init)
    return parts.count > 1 && domains[parts.suffix(Self.organizationalLabels(of: parts)).joined(separator: ".")] != nil
  }

  /// The replacement of an organizational domain.
  private mutating func domain(_ name: String) -> String {
    if let known = domains[name] { return known }
    if RedactionVocabulary.providers.contains(name) || name == "localhost.localdomain" { return name }
    guard domains.count < RedactionLimits.entries else { return "d.example" }
    let last = name.split(separator: ".").last.map(String.init) ?? ""
    var result = "d\(domains.count - internalCount + 1).example"
    if RedactionVocabulary.internalSuffixes.contains(last) {
      internalCount += 1
      result = "site\(internalCount).internal"
    }
    domains[name] = result
    return result
  }

  private mutating func label(_ label: String, of name: String, below base: String) -> String {
    if RedactionVocabulary.labels.contains(label) { return label }
    if let known = labels[name] { return known }
    guard labels.count < RedactionLimits.entries else { return "h" }
    labelCounts[base, default: 0] += 1
    let result = "h\(labelCounts[base, default: 1])"
    labels[name] = result
    return result
  }

  /// How many labels an organizational domain has: two, or three below suffixes such as `co.uk`. This is a guess that
  /// needs no list; what it gets wrong changes how domains look, not whether they are hidden.
  private static func organizationalLabels(of parts: [String]) -> Int {
    guard parts.count > 2, let last = parts.last, last.utf8.count == 2 else { return min(2, parts.count) }
    return RedactionVocabulary.secondLevels.contains(parts[parts.count - 2]) ? 3 : 2
  }
}

extension TextMask {
  /// Masked text.
  fileprivate static func masked(_ text: String) -> String { String(decoding: masked(text.utf8), as: UTF8.self) }
}
