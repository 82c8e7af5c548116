public import DNS

/// An absolute `https:` URL (RFC 9110 §4.2.2) whose host is a domain name.
public struct HTTPSURL: Sendable, Hashable, CustomStringConvertible {
  /// The host.
  public let host: DomainName
  /// The port, 443 unless given.
  public let port: UInt16
  /// What a request asks for: path and query, `/` for an empty path (RFC 9112 §3.2.1).
  public let target: String
  /// The URL as it was written.
  public let description: String

  /// Makes the URL of a file at the default port; `path` begins with a slash.
  public init(host: DomainName, path: String) {
    self.host = host
    port = Self.defaultPort
    target = path
    description = "https://\(host)\(path)"
  }

  /// Reads a URL; says what is wrong with it when it is none that can be fetched.
  public init(parsing text: [UInt8]) throws(HTTPSURLError) {
    guard text.count <= HTTPSLimits.urlOctets else { throw .tooLong }
    guard text.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .foreignCharacter }
    let scheme = text.prefix(Self.scheme.count).map(\.lowercasedASCII)
    guard scheme == Self.scheme else { throw .otherScheme }
    let rest = text.dropFirst(Self.scheme.count)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    guard !authority.contains(UInt8(ascii: "@")) else { throw .userInformation }
    let hostText = authority.prefix { $0 != UInt8(ascii: ":") }
    port = try Self.port(authority.dropFirst(hostText.count))
    host = try Self.host(hostText)
    // RFC 9112 §3.2.1: the fragment stays with the reader.
    let path = rest[authority.endIndex...].prefix { $0 != UInt8(ascii: "#") }
    let slash = path.first == UInt8(ascii: "/") ? "" : "/"
    target = slash + String(decoding: path, as: UTF8.self)
    description = String(decoding: text, as: UTF8.self)
  }

  private static let defaultPort: UInt16 = 443
  private static let scheme = Array("https://".utf8)

  private static func port(_ text: ArraySlice<UInt8>) throws(HTTPSURLError) -> UInt16 {
    if text.count <= 1 { return defaultPort }
    guard let port = UInt16(String(decoding: text.dropFirst(), as: UTF8.self)), port > 0,
      text.dropFirst().allSatisfy(\.isASCIIDigit)
    else { throw .port }
    return port
  }

  private static func host(_ text: ArraySlice<UInt8>) throws(HTTPSURLError) -> DomainName {
    let isPlain = text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-._".utf8.contains($0) }
    guard isPlain, let name = try? DomainName(presentation: Array(text)), !name.isRoot else { throw .host }
    guard name.labels.last?.contains(where: { !$0.isASCIIDigit }) == true else { throw .address }
    return name
  }
}

/// Why a text is no URL that can be fetched.
public enum HTTPSURLError: Error, Sendable, Hashable {
  /// Longer than ``HTTPSLimits/urlOctets``.
  case tooLong
  /// A blank, or a character outside ASCII (RFC 3986 §2).
  case foreignCharacter
  /// It does not begin with `https://`.
  case otherScheme
  /// A user name before the host (RFC 9110 §4.2.4).
  case userInformation
  /// No port number.
  case port
  /// No host name.
  case host
  /// An address in place of a name.
  case address
}

extension HTTPSURLError: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch self {
    case .tooLong: "the URL has more than \(HTTPSLimits.urlOctets) characters"
    case .foreignCharacter: "a URL has only visible ASCII characters (RFC 3986 §2)"
    case .otherScheme: "the URL does not begin with \"https://\""
    case .userInformation: "the URL has a user name before its host"
    case .port: "what follows the host is no port"
    case .host: "the URL has no host name"
    case .address: "the URL has an address in place of a host name"
    }
  }
}

/// The limits of looking over HTTPS.
public enum HTTPSLimits {
  /// RFC 9110 §4.1 wants 8000 octets to be supported; nobody publishes more in a record.
  public static let urlOctets = 8_000
  /// RFC 9112 gives no bound for the head of a response; servers and clients stop at 8 to 64 KiB.
  public static let headOctets = 65_536
  /// So many addresses are tried; who fails at these has failed.
  public static let addresses = 4
}
