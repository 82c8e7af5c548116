public import DNS

/// The table of hosts(5): addresses and the names that this machine gives them.
public struct HostsTable: Sendable, Hashable {
  /// The path of the file.
  public let path: String
  /// The rows in order.
  public let rows: [Row]
  /// Lines that begin with no address.
  public let faults: [LocatedText]

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The address.
    public let address: IPAddress
    /// The names: the first is the canonical one, the others are its aliases.
    public let names: [String]
    /// The row as it stands in the file, without its comment.
    public let text: String

    /// Whether a name stands in the row, in any case.
    public func holds(_ name: String) -> Bool {
      let name = name.lowercased()
      return names.contains { $0.lowercased() == name }
    }
  }

  /// Reads the table.
  public init(_ file: TextFile) {
    path = file.path
    var (rows, faults): ([Row], [LocatedText]) = ([], [])
    for line in file.lines(commentedBy: "#") {
      let text = String(line.text.prefix { $0 != "#" }).trimmed
      let parts = text.split { $0 == " " || $0 == "\t" }
      // An address of IPv6 may name the interface that it is meant for (RFC 4007 §11).
      guard parts.count > 1, let address = IPAddress(String(parts[0].prefix { $0 != "%" })) else {
        faults.append(LocatedText(text, file: file.path, line: line.number))
        continue
      }
      rows.append(Row(line: line.number, address: address, names: parts.dropFirst().map(String.init), text: text))
    }
    self.rows = rows
    self.faults = faults
  }

  /// The row that a look-up of a name ends at: the first with an IPv4 address that holds it, since mail servers look for
  /// those first, or else the first of all.
  public func row(of name: String) -> Row? {
    rows.first { $0.address.isV4 && $0.holds(name) } ?? rows.first { $0.holds(name) }
  }
}

/// The order in which a machine looks hosts up (nsswitch.conf(5)).
public struct NameServiceOrder: Sendable, Hashable {
  /// The services in order, actions in brackets left out.
  public let services: [String]
  /// The line; nil when the file holds none.
  public let setting: LocatedText?

  /// Reads the line `hosts:`; without one the table comes first, then the DNS.
  public init(_ file: TextFile) {
    setting = file.pairs(separator: ":").last { $0.key.lowercased() == "hosts" }
    let text = setting.map { String($0.text.prefix { $0 != "#" }) } ?? "files dns"
    var (services, depth): ([String], Int) = ([], 0)
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word.hasPrefix("[") { depth += 1 }
      if depth == 0 { services.append(String(word)) }
      if word.hasSuffix("]") { depth = max(0, depth - 1) }
    }
    self.services = services
  }

  /// Whether the table of hosts is read before anything else answers.
  public var readsTableFirst: Bool {
    guard let files = services.firstIndex(of: "files") else { return false }
    return !services[..<files].contains { ["dns", "resolve", "myhostname"].contains($0) }
  }

  /// Whether the DNS is asked at all.
  public var asksDNS: Bool { services.contains { $0 == "dns" || $0 == "resolve" } }
}

/// What resolv.conf(5) tells.
public struct ResolverFile: Sendable, Hashable {
  /// The path of the file.
  public let path: String
  /// The lines `nameserver` that hold an address.
  public let servers: [LocatedText]
  /// The lines `nameserver` that hold none.
  public let faults: [LocatedText]
  /// The domains that bare names are tried in: those of the last line `search` or `domain`.
  public let search: [String]

  /// Reads the file; `;` and `#` begin comments.
  public init(_ file: TextFile) {
    path = file.path
    let words = file.words(commentedBy: "#;")
    let servers = words.filter { $0.key == "nameserver" }
    let isServer: (LocatedText) -> Bool = { line in
      let word = line.text.split { $0 == " " || $0 == "\t" }.first ?? ""
      return IPAddress(String(word.prefix { $0 != "%" })) != nil
    }
    self.servers = servers.filter(isServer)
    faults = servers.filter { !isServer($0) }
    let last = words.last { $0.key == "search" || $0.key == "domain" }?.text ?? ""
    // resolv.conf(5): six domains in the search list of older libraries.
    search = last.split { $0 == " " || $0 == "\t" }.prefix(6).map(String.init).filter { $0 != "." }
  }
}
