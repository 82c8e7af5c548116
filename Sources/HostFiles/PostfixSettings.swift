/// The parameters of main.cf (postconf(5)).
public struct PostfixSettings: Sendable {
  /// The path of the file.
  public let path: String
  private let entries: [String: LocatedText]

  /// Reads main.cf: a line that begins with white space continues the one before, and the last assignment counts.
  public init(_ file: TextFile) {
    path = file.path
    var entries: [String: LocatedText] = [:]
    var open: (key: String, parts: [String], line: Int)?
    for line in file.lines(commentedBy: "#") {
      if line.isIndented {
        open?.parts.append(line.text)
        continue
      }
      Self.close(&open, into: &entries, file.path)
      guard let sign = line.text.firstIndex(of: "=") else { continue }
      let value = String(line.text[line.text.index(after: sign)...]).trimmed
      open = (String(line.text[..<sign]).trimmed, [value], line.number)
    }
    Self.close(&open, into: &entries, file.path)
    self.entries = entries
  }

  private static func close(
    _ open: inout (key: String, parts: [String], line: Int)?, into entries: inout [String: LocatedText],
    _ path: String
  ) {
    guard let last = open else { return }
    entries[last.key] = LocatedText(
      last.parts.joined(separator: " ").trimmed, key: last.key, file: path, line: last.line)
    open = nil
  }

  /// A parameter as it is set; nil when it is not.
  public func setting(_ name: String) -> LocatedText? { entries[name] }

  /// A parameter with the parameters in its value replaced by theirs; nil when it is not set, or when one of those is
  /// neither set nor in `defaults`.
  public func value(_ name: String, defaults: [String: String] = [:]) -> LocatedText? {
    guard let setting = entries[name] else { return nil }
    var room = Self.room
    return expanded(setting.text, defaults, depth: 0, &room).map { setting.with($0) }
  }

  /// Whether a parameter is set to yes; nil when it is not set.
  public func flag(_ name: String) -> Bool? { entries[name].map { $0.text.lowercased() == "yes" } }

  /// Characters that an expansion may come to, and parameters within parameters: files can be made to explode.
  private static let room = 10_000
  private static let depth = 10

  /// Replaces `$name`, `${name}` and `$(name)`; conditions in braces are not computed.
  private func expanded(_ text: String, _ defaults: [String: String], depth: Int, _ room: inout Int) -> String? {
    guard depth < Self.depth else { return nil }
    var (result, rest) = ("", text[...])
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign]
      room -= rest.distance(from: rest.startIndex, to: sign) + 1
      if room < 0 { return nil }
      rest = rest[rest.index(after: sign)...]
      guard let name = Self.name(&rest) else { return nil }
      guard let value = entries[name]?.text ?? defaults[name],
        let inner = expanded(value, defaults, depth: depth + 1, &room)
      else { return nil }
      result += inner
    }
    room -= rest.count
    return room < 0 ? nil : result + rest
  }

  private static func name(_ rest: inout Substring) -> String? {
    guard let first = rest.first else { return nil }
    let close: Character? = first == "{" ? "}" : first == "(" ? ")" : nil
    if close != nil { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    rest = rest[name.endIndex...]
    if let close {
      guard rest.first == close else { return nil }
      rest = rest.dropFirst()
    }
    return name.isEmpty ? nil : String(name)
  }
}

extension LocalMailSettings {
  /// What Postfix does; `hostName` is the name of the machine, `mailName` the content of /etc/mailname.
  public init(_ postfix: PostfixSettings, hostName: String?, mailName: LocatedText?) {
    self.init()
    files = [postfix.path]
    self.postfix = postfix
    let defaults = postfix.names(hostName)
    greetingName =
      postfix.value("smtp_helo_name", defaults: defaults) ?? postfix.value("myhostname", defaults: defaults)
    origin = postfix.value("myorigin", defaults: defaults)
    // postconf(5): an absolute path in myorigin names a file, as Debian's /etc/mailname.
    if let path = origin?.text, path.hasPrefix("/") { origin = path == mailName?.file ? mailName : nil }
    delivery = postfix.delivery(defaults)
  }
}

extension PostfixSettings {
  /// What postconf(5) derives of the name of the machine.
  fileprivate func names(_ hostName: String?) -> [String: String] {
    guard let hostName else { return [:] }
    let domain = hostName.firstIndex(of: ".").map { String(hostName[hostName.index(after: $0)...]) } ?? "localdomain"
    let full = hostName.contains(".") ? hostName : "\(hostName).\(entries["mydomain"]?.text ?? domain)"
    return ["myhostname": full, "mydomain": domainOfSetName ?? domain, "myorigin": full]
  }

  private var domainOfSetName: String? {
    guard let name = entries["myhostname"]?.text, !name.contains("$"), let dot = name.firstIndex(of: ".") else {
      return nil
    }
    return String(name[name.index(after: dot)...])
  }

  fileprivate func delivery(_ defaults: [String: String]) -> LocalMailSettings.Delivery {
    if let transport = setting("default_transport"), transport.text.hasPrefix("error") || transport.text == "local" {
      return .none(transport)
    }
    guard let setting = setting("relayhost"), !setting.text.isEmpty else { return .direct }
    guard let relay = value("relayhost", defaults: defaults) else { return .unknown("relayhost is computed") }
    return .relay(relay)
  }
}
