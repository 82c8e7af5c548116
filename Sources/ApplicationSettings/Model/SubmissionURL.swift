/// A server, its port and the login in one URL, RFC 3986 §3.2: `smtp://user:password@smtp.example.org:587`.
struct SubmissionURL {
  let scheme: String
  let host: String
  let port: Int?
  let user: String
  let password: String

  /// Nil for what is no such URL.
  init?(_ text: String) {
    let (scheme, rest) = WebAddress.splitScheme(text)
    guard let scheme, let host = WebAddress.host(text) else { return nil }
    self.scheme = scheme
    self.host = host
    let authority = rest.prefix { !"/?#".contains($0) }
    let server = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    let login = authority.lastIndex(of: "@").map { authority[..<$0] } ?? ""
    port = server.dropFirst(host.count).firstIndex(of: ":").flatMap { Int(server[server.index(after: $0)...]) }
    let parts = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    user = Self.decoded(parts.first ?? "")
    password = parts.count > 1 ? Self.decoded(parts[1]) : ""
  }

  /// Without percent-encoding, RFC 3986 §2.1.
  private static func decoded(_ text: Substring) -> String {
    var octets: [UInt8] = []
    var rest = text.utf8[...]
    while let octet = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if octet == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
        octets.append(value)
        rest = rest.dropFirst(2)
      } else {
        octets.append(octet)
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
