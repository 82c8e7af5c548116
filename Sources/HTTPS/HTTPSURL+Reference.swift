import DNS

extension HTTPSURL {
  /// The URL that `reference` means in a document at this one (RFC 3986 §5.2.2), such as the value of a Location field
  /// (RFC 9110 §10.2.2). Throws what is wrong with it when it is none that can be fetched.
  public func resolving(_ reference: [UInt8]) throws(HTTPSURLError) -> HTTPSURL {
    if Self.hasScheme(reference) { return try HTTPSURL(parsing: reference) }
    if reference.starts(with: "//".utf8) { return try HTTPSURL(parsing: Array("https:".utf8) + reference) }
    let end = reference.firstIndex { "?#".utf8.contains($0) } ?? reference.count
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    var resolved: [UInt8]
    if end == 0 {
      resolved = reference.first == UInt8(ascii: "?") ? Array(path) : Array(target.utf8)
    } else if reference.first == UInt8(ascii: "/") {
      resolved = Self.removingDots(reference[..<end])
    } else {
      let folder = path.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? path[path.endIndex...]
      resolved = Self.removingDots(folder + reference[..<end])
    }
    resolved += reference[end...]
    let authority = port == 443 ? "https://\(host)" : "https://\(host):\(port)"
    return try HTTPSURL(parsing: Array(authority.utf8) + resolved)
  }

  /// RFC 3986 §3.1: whether a text begins with a scheme.
  private static func hasScheme(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(where: { !$0.isASCIILetter && !$0.isASCIIDigit && !"+-.".utf8.contains($0) })
    else { return false }
    return text[colon] == UInt8(ascii: ":") && text[0].isASCIILetter
  }

  /// RFC 3986 §5.2.4: takes `.` and `..` out of a path that begins with a slash.
  private static func removingDots(_ path: some Collection<UInt8>) -> [UInt8] {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    var kept: [[UInt8]] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        if part.count == 2 { _ = kept.popLast() }
        if isLast { kept.append([]) }
      } else {
        kept.append(Array(part))
      }
    }
    return kept.flatMap { [UInt8(ascii: "/")] + $0 }
  }
}
