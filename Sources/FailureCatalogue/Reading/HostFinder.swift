/// Finds the server that a text speaks of.
enum HostFinder {
  /// What stands before the name of a server, in lower case.
  private static let signs = [
    "relay=", "host ", "server ", "connect to ", "connected to ", "connecting to ", "trying ", "connect: ('",
    "opening to ", "conversation with ", "lost connection with ", "unable to connect to ", "failed to connect to ",
    "could not open smtp port to ", "remote-mta: dns; ", "remote-mta: dns;", "reporting-mta: dns;", "h=", "smtp host: ",
    "remote server returned ", "the server for the recipient domain", "getaddrinfo for ", "dial tcp: lookup ",
    "stat=deferred: connection timed out with ",
    "while talking to "
  ].map { Array($0.utf8) }

  /// The first name of a server in a text; nil when there is none.
  static func host(in text: MappedText) -> String? {
    for sign in signs {
      var start = 0
      var tries = 0
      while let index = text.firstIndex(ofOctets: sign, from: start), tries < 4 {
        tries += 1
        start = index + sign.count
        if index > 0, text.octets[index - 1].isLetter { continue }
        if let name = name(text, start) { return name }
      }
    }
    return nil
  }

  /// A host name with a dot, scheme and brackets left out; no address.
  private static func name(_ text: MappedText, _ start: Int) -> String? {
    var index = start
    for scheme in ["ssl://", "tls://", "smtps://", "smtp://", "tcp://"] {
      if TranscriptLine.starts(text.folded, index..<text.count, with: Array(scheme.utf8)) { index += scheme.utf8.count }
    }
    let first = index
    while index < text.count, index - first < 255,
      text.octets[index].isLetter || text.octets[index].isDigit || [0x2D, 0x2E, 0x5F].contains(text.octets[index])
    { index += 1 }
    var octets = text.folded[first..<index]
    while octets.last == UInt8(ascii: ".") { octets.removeLast() }
    guard octets.contains(UInt8(ascii: ".")), octets.contains(where: \.isLetter), octets.last?.isLetter == true else {
      return nil
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
