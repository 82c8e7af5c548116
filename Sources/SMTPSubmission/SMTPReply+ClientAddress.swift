import DNS

extension SMTPReply {
  /// The address that the server sees the client at, where its reply to EHLO tells it: behind the name of the server, in
  /// the last brackets of the first line, as in `250-mx.example.net Hello [192.0.2.80]`. RFC 5321 §4.1.1.1 leaves what it
  /// says there to the server.
  ///
  /// - Parameter clientName: what the client greeted with: a server that repeats a literal tells nothing.
  /// - Returns: the address; nil where none is told.
  func clientAddress(greetedWith clientName: String) -> IPAddress? {
    guard let line = lines.first?.drop(while: { $0 != " " }), let open = line.lastIndex(of: "[") else { return nil }
    let text = line[line.index(after: open)...].prefix { $0 != "]" }
    let isLiteral = text.lowercased().hasPrefix("ipv6:")
    guard clientName.lowercased() != "[\(text)]".lowercased() else { return nil }
    return IPAddress(String(isLiteral ? text.dropFirst(5) : text))
  }
}
