/// A key that a signer of a machine signs with: what its settings say, not what DNS has.
public struct DKIMSignerKey: Sendable, Hashable {
  /// `d=`, and where it stands.
  public let domain: LocatedText
  /// `s=`.
  public let selector: String
  /// The file with the private key.
  public let keyPath: String

  /// Makes the value of its parts.
  public init(domain: LocatedText, selector: String, keyPath: String) {
    self.domain = domain
    self.selector = selector
    self.keyPath = keyPath
  }
}

/// What the settings of a program say that signs the mail of a machine (RFC 6376 §2.1).
public struct DKIMSignerSettings: Sendable {
  /// The program.
  public let program: String
  /// Its file.
  public let path: String
  /// The keys that it signs with.
  public var keys: [DKIMSignerKey] = []
  /// The header fields that it signs; nil where the default counts.
  public var signedFields: LocatedText?
  /// Why keys may be missing here: tables that could not be read, or are no files.
  public var unread: [String] = []

  /// Begins without keys.
  public init(program: String, path: String) {
    (self.program, self.path) = (program, path)
  }

  /// The signers that mailaudit knows, as far as they are set up on a machine.
  public static func all(in tree: any FileTree) -> [Sight<DKIMSignerSettings>] {
    [openDKIM(tree), rspamd(tree)].filter { !$0.isAbsent }
  }
}

// MARK: OpenDKIM

extension DKIMSignerSettings {
  /// opendkim.conf(5): a name and a value a line; a filter that only verifies signs with nothing.
  static func openDKIM(_ tree: any FileTree) -> Sight<DKIMSignerSettings> {
    let path = "/etc/opendkim.conf"
    return tree.text(at: path).map { file in
      let words = file.words()
      let last = { (name: String) in words.last { $0.key.lowercased() == name && !$0.text.isEmpty } }
      var settings = DKIMSignerSettings(program: "OpenDKIM", path: path)
      settings.signedFields = last("signheaders")
      if let mode = last("mode"), !mode.text.lowercased().contains("s") { return settings }
      if let table = last("keytable") {
        settings.read(table, tree)
      } else if let domain = last("domain"), let selector = last("selector"), let key = last("keyfile") {
        settings.add(domain, selector: selector.text, key: key.text)
      }
      return settings
    }
  }

  /// The names of a single key: several domains may share it, and a path names a file of them.
  private mutating func add(_ domains: LocatedText, selector: String, key: String) {
    if domains.text.contains("/") { return unread.append("the domains stand in \(domains.text)") }
    for name in domains.text.split(separator: ",") {
      keys.append(
        DKIMSignerKey(domain: domains.with(String(name).trimmed), selector: selector, keyPath: Self.file(key)))
    }
  }

  /// A table of keys: `name domain:selector:file`, of which `%` as the domain stands for that of From.
  private mutating func read(_ setting: LocatedText, _ tree: any FileTree) {
    let path = Self.file(setting.text)
    guard path.hasPrefix("/") else { return unread.append("KeyTable is no file: \(setting.text)") }
    switch tree.text(at: path) {
    case .present(let table):
      for row in table.words().prefix(DKIMSignerLimits.keys) {
        let parts = row.text.split(separator: ":", maxSplits: 2).map { String($0).trimmed }
        guard parts.count == 3 else {
          unread.append("\(row.place) is no domain:selector:file")
          continue
        }
        let domain = LocatedText(parts[0], key: row.key, file: row.file, line: row.line)
        if parts[0] == "%" {
          unread.append("\(row.place) signs for every domain")
        } else {
          keys.append(DKIMSignerKey(domain: domain, selector: parts[1], keyPath: Self.file(parts[2])))
        }
      }
    case .absent: unread.append("\(path) is not there")
    case .malformed(let reason), .unseen(let reason): unread.append("\(path) could not be read: \(reason)")
    }
  }

  /// A path without the kind of its table in front.
  private static func file(_ text: String) -> String {
    for kind in ["refile:", "file:"] where text.hasPrefix(kind) { return String(text.dropFirst(kind.count)).trimmed }
    return text.trimmed
  }
}

// MARK: rspamd

extension DKIMSignerSettings {
  /// The module dkim_signing of rspamd: domains with a key each, or keys that are named by domain and selector.
  static func rspamd(_ tree: any FileTree) -> Sight<DKIMSignerSettings> {
    let path = "/etc/rspamd/local.d/dkim_signing.conf"
    return tree.text(at: path).map { file in
      let rows = BracedRows.read(file)
      let outer = { (key: String) in rows.last { $0.path == [key] }?.value }
      var settings = DKIMSignerSettings(program: "rspamd", path: path)
      settings.signedFields = outer("sign_headers")
      if outer("enabled")?.text == "false" { return settings }
      for key in ["selector_map", "path_map", "use_redis", "use_vault"] where outer(key) != nil {
        settings.unread.append("\(path) takes keys from \(key)")
      }
      let selector = outer("selector")?.text ?? "dkim"
      let pattern = outer("path")?.text ?? "/var/lib/rspamd/dkim/$domain.$selector.key"
      settings.addDomains(rows, selector: selector, pattern: pattern)
      if settings.keys.isEmpty { settings.addFiles(pattern, selector: selector, of: file.path, tree) }
      return settings
    }
  }

  /// The blocks `domain { example.org { … } }`.
  private mutating func addDomains(_ rows: [BracedRows.Row], selector: String, pattern: String) {
    var names: [LocatedText] = []
    for row in rows where row.path.count > 2 && row.path[0] == "domain" {
      let name = row.path[1]
      if !names.contains(where: { $0.text == name }) { names.append(row.value.with(name)) }
    }
    for name in names.prefix(DKIMSignerLimits.keys) {
      let own = rows.filter { $0.path.starts(with: ["domain", name.text]) }
      // Several keys of a domain stand in a list, one behind the other.
      let selectors = own.filter { $0.path.last == "selector" }.map(\.value.text)
      let paths = own.filter { $0.path.last == "path" }.map(\.value.text)
      for (index, own) in (selectors.isEmpty ? [selector] : selectors).enumerated() {
        add(name, own, index < paths.count ? paths[index] : pattern)
      }
    }
  }

  /// Keys that are named by `$domain` and `$selector`: the files tell the domains.
  private mutating func addFiles(_ pattern: String, selector: String, of path: String, _ tree: any FileTree) {
    let end = ".$selector.key"
    guard pattern.hasSuffix("/$domain" + end) else { return }
    let folder = String(pattern.dropLast("/$domain".count + end.count))
    let names: [String]
    switch tree.list(folder) {
    case .present(let found): names = found
    case .absent: return
    case .malformed(let reason), .unseen(let reason):
      return unread.append("\(folder) could not be looked into: \(reason)")
    }
    let suffix = ".\(selector).key"
    for name in names.prefix(DKIMSignerLimits.keys) where name.hasSuffix(suffix) {
      let domain = LocatedText(String(name.dropLast(suffix.count)), file: "\(folder)/\(name)", line: 1)
      add(domain, selector, pattern)
    }
  }

  private mutating func add(_ domain: LocatedText, _ selector: String, _ pattern: String) {
    let path = pattern.replacing("$domain", with: domain.text).replacing("$selector", with: selector)
    keys.append(DKIMSignerKey(domain: domain, selector: selector, keyPath: path))
  }
}

/// The rows of a file with `name { … }` blocks, as rspamd writes them: `key = value;` with the names of the blocks.
private struct BracedRows {
  struct Row {
    let path: [String]
    let value: LocatedText
  }

  private var rows: [Row] = []
  private var open: [String] = []

  static func read(_ file: TextFile) -> [Row] {
    var reader = BracedRows()
    for line in file.lines(commentedBy: "#") { reader.line(line, file.path) }
    return reader.rows
  }

  private mutating func line(_ line: TextFile.Line, _ path: String) {
    var rest = line.text[...]
    while let end = rest.firstIndex(where: { "{}[];,".contains($0) }) ?? (rest.isEmpty ? nil : rest.endIndex) {
      let word = String(rest[..<end]).trimmed
      let sign = end < rest.endIndex ? rest[end] : ";"
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      switch sign {
      case "{", "[":
        let name = word.split(whereSeparator: { "=: ".contains($0) }).joined(separator: " ").unquoted
        if open.count < DKIMSignerLimits.depth { open.append(name) }
      case "}", "]":
        keep(word, path, line.number)
        _ = open.popLast()
      default: keep(word, path, line.number)
      }
    }
  }

  private mutating func keep(_ word: String, _ file: String, _ line: Int) {
    guard let sign = word.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return }
    let key = String(word[..<sign]).trimmed.unquoted
    let value = String(word[word.index(after: sign)...]).trimmed.unquoted
    guard !key.isEmpty, rows.count < DKIMSignerLimits.rows else { return }
    rows.append(
      Row(path: open.filter { !$0.isEmpty } + [key], value: LocatedText(value, key: key, file: file, line: line)))
  }
}

/// What is read of a signer at most.
public enum DKIMSignerLimits {
  /// Keys: each is a question of DNS.
  public static let keys = 64
  /// Blocks within blocks: rspamd has three.
  static let depth = 8
  /// Rows of a file.
  static let rows = 2_000
}
