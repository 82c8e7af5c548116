/// A release of GitLab: `16.4.1` or `16.4`.
struct GitLabRelease: Comparable {
  private let parts: [Int]

  /// Nil when `text` begins with no number.
  init?(_ text: String) {
    let parts = text.split(whereSeparator: { !$0.isNumber && $0 != "." }).first?.split(separator: ".").compactMap {
      Int($0)
    }
    guard let parts, !parts.isEmpty else { return nil }
    self.parts = Array(parts.prefix(3)) + Array(repeating: 0, count: max(0, 3 - parts.count))
  }

  private init(_ major: Int, _ minor: Int) { parts = [major, minor, 0] }

  static func < (left: GitLabRelease, right: GitLabRelease) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// Ruby 3 came with it, whose net-smtp takes STARTTLS unless it is told not to, which the gem mail 2.7 did not do.
  static let ruby3 = GitLabRelease(15, 10)
  /// The first whose mail gem does exactly what the settings say, and refuses those that exclude each other.
  static let exact = GitLabRelease(15, 11)

  /// The remark on two settings of TLS.
  static func exclusion(_ tls: String, _ startTLS: String) -> String {
    "\(tls) and \(startTLS) exclude each other: since GitLab 15.11 no mail is sent, before it TLS from the first octet is used; "
      + "take out the one that your port does not have"
  }
}
