public import DNS

/// Where a DNS server listens.
public struct ServerAddress: Sendable, Hashable {
  /// The address.
  public let address: IPAddress
  /// The port, 53 unless told otherwise (RFC 1035 §4.2).
  public let port: UInt16
  /// The interface of a link-local IPv6 address, by name or number (RFC 4007 §11); nil without.
  public let scope: String?

  /// The port of DNS (RFC 1035 §4.2).
  public static let defaultPort: UInt16 = 53

  /// Makes the value of its parts.
  public init(_ address: IPAddress, port: UInt16 = ServerAddress.defaultPort, scope: String? = nil) {
    self.address = address
    self.port = port
    self.scope = scope
  }
}

extension ServerAddress: CustomStringConvertible {
  /// The address and the port: `192.0.2.1:53`, `[2001:db8::1]:53`.
  public var description: String {
    let scope = self.scope.map { "%" + $0 } ?? ""
    return address.isV4 ? "\(address):\(port)" : "[\(address)\(scope)]:\(port)"
  }
}

/// Why a text names no server.
public enum ServerAddressError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text before the port is no address.
  case notAnAddress(String)
  /// The text behind `:` or `#` is no port.
  case badPort(String)
  /// A `[` without its `]`, or something between `]` and the port.
  case badBrackets(String)
  /// The interface of a link-local address does not exist here.
  case noInterface(String)

  /// The cause in one phrase, with what to write instead.
  public var description: String {
    switch self {
    case .notAnAddress(let text):
      "\"\(text)\" is no IP address (write ADDRESS, ADDRESS:PORT, ADDRESS#PORT or [IPV6]:PORT; names are not looked up)"
    case .badPort(let text): "\"\(text)\" is no port (1 to 65535)"
    case .badBrackets(let text): "\"\(text)\": write an IPv6 address with a port as [IPV6]:PORT"
    case .noInterface(let text): "there is no network interface \"\(text)\""
    }
  }
}

extension ServerAddress {
  /// Reads `ADDRESS`, `ADDRESS:PORT`, `ADDRESS#PORT` or `[IPV6]:PORT`; an IPv6 address may carry `%INTERFACE`.
  public init(parsing text: String) throws(ServerAddressError) {
    let (host, port) = try Self.split(text)
    try self.init(host: host, port: port.map(Self.parsePort) ?? Self.defaultPort)
  }

  /// Reads an address without a port, as a nameserver line has it.
  init(host: Substring, port: UInt16 = ServerAddress.defaultPort) throws(ServerAddressError) {
    let parts = host.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let scope = parts.count == 2 ? String(parts[1]) : nil
    guard let address = parts.first.flatMap({ IPAddress(String($0)) }),
      scope.map({ !address.isV4 && Self.isInterface($0) }) ?? true
    else { throw .notAnAddress(String(host)) }
    self.init(address, port: port, scope: scope)
  }

  /// netdevice(7), IFNAMSIZ: 1 to 15 octets, here only those that an address with a port can be told from.
  private static func isInterface(_ name: String) -> Bool {
    let octets = name.utf8
    return (1...15).contains(octets.count)
      && octets.allSatisfy { (0x21...0x7E).contains($0) && !"/:%#[]".utf8.contains($0) }
  }

  /// The address without brackets, and the text of the port if there is one.
  private static func split(_ text: String) throws(ServerAddressError) -> (Substring, Substring?) {
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { throw .badBrackets(text) }
      let (host, rest) = (text[text.index(after: text.startIndex)..<end], text[text.index(after: end)...])
      if rest.isEmpty { return (host, nil) }
      guard rest.first == ":" || rest.first == "#" else { throw .badBrackets(text) }
      return (host, rest.dropFirst())
    }
    if let mark = text.firstIndex(of: "#") { return (text[..<mark], text[text.index(after: mark)...]) }
    let colons = text.indices.filter { text[$0] == ":" }
    guard colons.count == 1, let mark = colons.first else { return (text[...], nil) }
    return (text[..<mark], text[text.index(after: mark)...])
  }

  private static func parsePort(_ text: Substring) throws(ServerAddressError) -> UInt16 {
    guard text.utf8.allSatisfy(\.isASCIIDigit), let port = UInt16(text), port > 0 else { throw .badPort(String(text)) }
    return port
  }
}
