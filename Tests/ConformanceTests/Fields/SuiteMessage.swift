/// The header fields of a message of the suites, cut at line ends that no white space follows.
struct SuiteMessage {
  /// Names in lower case, with the raw bodies.
  private(set) var fields: [(name: String, body: [UInt8])] = []

  init(_ octets: [UInt8]) {
    var start = octets.startIndex
    // The line with which mailbox files begin a message.
    if octets.starts(with: "From ".utf8) { start = octets.firstIndex(of: 0x0A).map { $0 + 1 } ?? octets.endIndex }
    while start < octets.endIndex {
      var end = lineEnd(start, octets)
      if octets[start] == 0x0A || octets[start] == 0x0D { return }
      while end < octets.endIndex, octets[end] == 0x20 || octets[end] == 0x09 { end = lineEnd(end, octets) }
      guard let colon = octets[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return }
      let name = String(decoding: octets[start..<colon], as: UTF8.self).lowercased()
      guard !name.contains(" ") || name.hasSuffix(" ") else { return }
      fields.append((String(name.prefix { $0 != " " }), Array(octets[(colon + 1)..<end])))
      start = end
    }
  }

  /// The bodies of the fields of that name, which is in lower case.
  func bodies(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.body) }

  private func lineEnd(_ start: Int, _ octets: [UInt8]) -> Int {
    octets[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? octets.endIndex
  }
}
