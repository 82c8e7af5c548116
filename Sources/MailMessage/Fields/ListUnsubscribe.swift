public import Syntax

/// The body of List-Unsubscribe (RFC 2369 §2, §3.2).
public struct ListUnsubscribe: Sendable, Hashable {
  /// The URIs, in the order in which the sender prefers them.
  public let uris: [Target]

  /// One URI.
  public struct Target: Sendable, Hashable {
    /// The URI, without angle brackets and without the white space of folding.
    public let uri: String
    /// The scheme.
    public let scheme: Scheme
    /// Where it stands in the text.
    public let range: Range<Int>
    /// Whether it stands in angle brackets, as it has to.
    public let isInBrackets: Bool
  }

  /// The scheme of a URI.
  public enum Scheme: Sendable, Hashable {
    /// `https:`, the one that RFC 8058 wants.
    case https
    /// `http:`.
    case http
    /// `mailto:`.
    case mailto
    /// Another one, in lower case; empty when there is none.
    case other(String)
  }

  /// The URIs of that scheme.
  public func uris(_ scheme: Scheme) -> [String] { uris.filter { $0.scheme == scheme }.map(\.uri) }

  /// Reads the body of a field; no value when it holds no URI.
  public static func parse(_ text: [UInt8]) -> Parsed<ListUnsubscribe> {
    var faults = FieldFaults()
    var targets: [Target] = []
    for piece in MessageIDPieces.split(text) {
      switch piece.kind {
      case .comment: continue
      case .bracketed:
        targets.append(
          target(text, piece.range, piece.range.lowerBound + 1..<piece.range.upperBound - 1, true, &faults))
      case .unclosed:
        faults.add(piece.range, "an angle bracket that is never closed", "RFC 2369 §2")
        targets.append(target(text, piece.range, piece.range.lowerBound + 1..<piece.range.upperBound, false, &faults))
      case .bare:
        guard text[piece.range].contains(UInt8(ascii: ":")) else {
          faults.add(piece.range, "text that is no URI", "RFC 2369 §2")
          continue
        }
        faults.add(piece.range, "a URI without angle brackets", "RFC 2369 §2")
        targets.append(target(text, piece.range, piece.range, false, &faults))
      }
    }
    faults.addOctets(of: text)
    if targets.isEmpty { faults.add(text.trimmed(0..<text.count), "no URI", "RFC 2369 §2", .fatal) }
    return Parsed(text: text, value: targets.isEmpty ? nil : ListUnsubscribe(uris: targets), faults: faults.sorted)
  }

  /// White space inside the brackets means nothing (RFC 2369 §2).
  private static func target(
    _ text: [UInt8], _ range: Range<Int>, _ content: Range<Int>, _ isInBrackets: Bool, _ faults: inout FieldFaults
  ) -> Target {
    let octets = text[content].filter { !$0.isFolding }
    let inner = text.trimmed(content)
    if inner.contains(where: { text[$0].isFolding }) {
      faults.add(inner, "white space inside a URI", "RFC 2369 §2", .remark)
    }
    let name = octets.prefix { $0 != UInt8(ascii: ":") }
    let scheme = scheme(named: name.count < octets.count ? String(decoding: name, as: UTF8.self).lowercased() : "")
    if case .other(let name) = scheme {
      let words = name.isEmpty ? "a URI without its scheme" : "a scheme that mail programs do not follow"
      faults.add(range, words, "RFC 2369 §3.2")
    }
    return Target(
      uri: String(decoding: octets, as: UTF8.self), scheme: scheme, range: range, isInBrackets: isInBrackets)
  }

  private static func scheme(named name: String) -> Scheme {
    switch name {
    case "https": .https
    case "http": .http
    case "mailto": .mailto
    default: .other(name)
    }
  }
}

/// The body of List-Unsubscribe-Post (RFC 8058 §3.1).
public struct ListUnsubscribePost: Sendable, Hashable {
  /// Whether it is `List-Unsubscribe=One-Click`, the only thing that it may be.
  public let isOneClick: Bool

  /// Reads the body of a field; no value when it is something else.
  public static func parse(_ text: [UInt8]) -> Parsed<ListUnsubscribePost> {
    let content = text.trimmed(0..<text.count)
    if text[content].elementsEqual(oneClick.utf8) {
      return Parsed(text: text, value: ListUnsubscribePost(isOneClick: true), faults: [])
    }
    // Octets of a literal in ABNF are compared without case, but receivers look for the exact text.
    let isNear = text.matches(content, "list-unsubscribe=one-click")
    let fault = SyntaxFault(
      content, "not exactly \(oneClick)", "RFC 8058 §3.1", gravity: isNear ? .ignored : .fatal)
    return Parsed(text: text, value: isNear ? ListUnsubscribePost(isOneClick: false) : nil, faults: [fault])
  }

  private static let oneClick = "List-Unsubscribe=One-Click"
}
