extension LocalMailSettings {
  /// What msmtp does by its default account (msmtprc). Passwords are not kept.
  public init(msmtp file: TextFile) {
    self.init()
    files = [file.path]
    let account = MSMTPAccounts(file).standard
    greetingName = account["domain"]
    // `from` may hold a pattern; what is kept is its domain.
    origin = account["maildomain"] ?? account["from"].flatMap { $0.domain }
    if let host = account["host"] {
      delivery = .relay(host)
    } else {
      delivery = .none(LocatedText("no host for the default account", file: file.path, line: 1))
    }
  }

  /// What sSMTP does (ssmtp.conf).
  public init(ssmtp file: TextFile) {
    self.init()
    files = [file.path]
    let settings = file.pairs()
    let last = { (key: String) in settings.last { $0.key.lowercased() == key && !$0.text.isEmpty } }
    greetingName = last("hostname")
    origin = last("rewritedomain")
    delivery = .relay(last("mailhub") ?? LocatedText("mail", key: "mailhub", file: file.path, line: 1))
  }

  /// What dma does (dma.conf); `mailName` is the content of /etc/mailname.
  public init(dma file: TextFile, mailName: LocatedText?) {
    self.init()
    files = [file.path]
    let settings = file.words()
    let last = { (key: String) in settings.last { $0.key == key && !$0.text.isEmpty } }
    greetingName = last("MAILNAME")
    if let path = greetingName?.text, path.hasPrefix("/") { greetingName = path == mailName?.file ? mailName : nil }
    origin = last("MASQUERADE")?.domain ?? greetingName
    delivery = last("SMARTHOST").map(Delivery.relay) ?? .direct
  }

  /// What nullmailer does, by the files of its folder; of `remotes` the host of each line is kept, nothing else.
  public init(nullmailer remotes: Sight<TextFile>, me: LocatedText?, greeting: LocatedText?, domain: LocatedText?) {
    self.init()
    greetingName = greeting ?? me
    origin = domain ?? me
    switch remotes {
    case .present(let file):
      files = [file.path]
      let host = file.words().first.map { LocatedText($0.key, file: file.path, line: $0.line) }
      delivery = host.map(Delivery.relay) ?? .none(LocatedText("no relay", file: file.path, line: 1))
    case .absent:
      delivery = .none(LocatedText("no relay", file: "/etc/nullmailer/remotes", line: 1))
    case .malformed(let reason), .unseen(let reason):
      delivery = .unknown("/etc/nullmailer/remotes could not be read: \(reason)")
    }
  }
}

extension LocatedText {
  /// The domain of an address; the value itself where it is none.
  fileprivate var domain: LocatedText? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    return with(String(text[text.index(after: at)...]))
  }
}

/// The accounts of msmtprc: `defaults` holds for those behind it, and an account may copy others.
private struct MSMTPAccounts {
  /// What is kept of an account: nothing of its login.
  private static let kept: Set<String> = ["host", "port", "from", "maildomain", "domain", "tls", "tls_starttls"]
  private var accounts: [String: [String: LocatedText]] = [:]

  init(_ file: TextFile) {
    var (defaults, name): ([String: LocatedText], String?) = ([:], nil)
    for setting in file.words() {
      let value = setting.with(setting.text.unquoted)
      switch setting.key {
      case "defaults": name = nil
      case "account":
        let parts = value.text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
        name = parts.first ?? ""
        let bases = parts.count > 1 ? parts[1].split(separator: ",").map { String($0).trimmed } : []
        var own = defaults
        for base in bases { own.merge(accounts[base] ?? [:]) { $1 } }
        accounts[name ?? ""] = own
      case let key where Self.kept.contains(key):
        if let name { accounts[name]?[key] = value } else { defaults[key] = value }
      default: break
      }
    }
    if accounts.isEmpty { accounts["default"] = defaults }
  }

  /// The account that is used without a name.
  var standard: [String: LocatedText] { accounts["default"] ?? [:] }
}
