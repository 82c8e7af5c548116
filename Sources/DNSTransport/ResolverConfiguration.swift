import DNS
import Glibc

/// Which servers are asked, and how patiently.
public struct ResolverConfiguration: Sendable, Equatable {
  /// The servers, in the order in which they are tried.
  public var servers: [ServerAddress]
  /// How long one server may take before the next is tried. Within that time a datagram is sent up to six times.
  public var timeout: Duration = .seconds(5)
  /// How many times the row of servers is gone through.
  public var rounds = 2
  /// How long one question may take in all, aliases included.
  public var totalTimeout: Duration = .seconds(20)
  /// How many questions are on their way at once; the others wait in a queue.
  public var window = 1000
  /// How many answers are kept.
  public var cacheCapacity = 8192
  /// About how many octets of memory the answers may take that are kept.
  public var cacheOctets = 32 << 20
  /// How many queries a second each server gets; nil for as many as there are.
  public var queriesPerSecond: Int?
  /// Whether a server that refuses, fails or keeps silent is asked less at a time, until it answers again.
  public var adaptsToServers = false
  /// Whether all servers are asked in turn; otherwise the first one is, as long as it answers.
  public var spreadsQuestions = false
  /// Whether letters of names are sent in random case and expected back so (draft-vixie-dnsext-dns0x20).
  public var mixesCase = true
  /// The largest datagram asked for, in octets; nil for queries without EDNS0.
  public var payloadSize: UInt16? = 1232
  /// Whether signatures are asked for, and answers even if they do not verify (RFC 4035 §3.2); answers keep their
  /// messages, then.
  public var wantsSignatures = false
  /// How many threads ask, each with sockets and a pace of its own; ``window`` and ``queriesPerSecond`` are divided
  /// among them, answers are shared.
  public var threads = 1

  /// Asks the given servers; 127.0.0.1 when the list is empty.
  public init(servers: [ServerAddress]) {
    self.servers = servers.isEmpty ? [ServerAddress(.v4(0x7F00_0001))] : servers
  }
}

/// Why the configuration of the system cannot be used.
public enum ResolverConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is there but cannot be read: its path and the cause.
  case unreadable(path: String, cause: String)
  /// A nameserver line holds no address.
  case badServer(path: String, line: Int, ServerAddressError)

  /// The place and the cause in one line.
  public var description: String {
    switch self {
    case .unreadable(let path, let cause): "\(path): \(cause)"
    case .badServer(let path, let line, let error): "\(path):\(line): \(error)"
    }
  }
}

extension ResolverConfiguration {
  /// Where the system keeps its list of servers.
  public static let systemPath = "/etc/resolv.conf"
  /// resolv.conf(5), MAXNS: the servers after the third are not asked.
  private static let systemServers = 3
  /// resolv.conf(5): the largest values of `timeout:` and `attempts:`.
  private static let (longestTimeout, mostRounds) = (30, 5)

  /// Reads the configuration of the system; a file that is not there means the server of this host (resolv.conf(5)).
  public static func system(path: String = systemPath) throws(ResolverConfigurationError) -> ResolverConfiguration {
    guard let octets = try readFile(path) else { return ResolverConfiguration(servers: []) }
    return try ResolverConfiguration(parsing: String(decoding: octets, as: UTF8.self), path: path)
  }

  /// Reads the text of resolv.conf(5): the lines `nameserver` and `options timeout:n attempts:n`; others are ignored.
  public init(parsing text: String, path: String = systemPath) throws(ResolverConfigurationError) {
    var servers: [ServerAddress] = []
    var options: [Substring] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      if words.first == "options" { options += words.dropFirst() }
      guard words.first == "nameserver", words.count > 1 else { continue }
      do {
        servers.append(try ServerAddress(host: words[1]))
      } catch {
        throw .badServer(path: path, line: index + 1, error)
      }
    }
    self.init(servers: Array(servers.prefix(Self.systemServers)))
    for option in options { apply(option) }
  }

  private mutating func apply(_ option: Substring) {
    let parts = option.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[1]), number >= 1 else { return }
    if parts[0] == "timeout" { timeout = .seconds(min(number, Self.longestTimeout)) }
    if parts[0] == "attempts" { rounds = min(number, Self.mostRounds) }
  }

  /// The octets of a file; nil when there is none.
  private static func readFile(_ path: String) throws(ResolverConfigurationError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw .unreadable(path: path, cause: NetworkError.text(errno))
    }
    defer { close(descriptor) }
    var octets = [UInt8](repeating: 0, count: TransportLimits.configurationOctets)
    let count = unsafe octets.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { throw .unreadable(path: path, cause: NetworkError.text(errno)) }
    return Array(octets.prefix(count))
  }
}
