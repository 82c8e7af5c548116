/// Reads the files of DokuWiki's folder `conf`, and the settings of its plugin `smtp` in them.
struct DokuWikiReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    DokuWikiReader(settings: LiteralSettings(inOrder(files), read: PHPScript.read)).submission
  }

  /// `dokuwiki.php` before `local.php` before `local.protected.php`, whatever order the files come in.
  static func inOrder(_ files: [SettingsFile]) -> [SettingsFile] {
    let order = [
      "dokuwiki.php", "local.php", "local.protected.php", "plugins.php", "plugins.local.php", "plugins.protected.php"
    ]
    return files.enumerated().sorted { left, right in
      let (first, second) = (order.firstIndex(of: left.element.baseName), order.firstIndex(of: right.element.baseName))
      return (first ?? 1, left.offset) < (second ?? 1, right.offset)
    }.map(\.element)
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.dokuwiki, transport: transport)
    connection(&result)
    result.userName = plugin("auth_user", read: SettingValue<String>.text)
    result.secret = plugin("auth_pass", read: SettingValue<SecretTrace>.secret)
    // The plugin logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    result.greetingName = plugin("localdomain", read: SettingValue<String>.text)
    result.from = core("mailfrom", read: SettingValue<String>.text)
    result.envelopeSender = core("mailreturnpath", read: SettingValue<String>.text)
    result.site = core("baseurl", read: SettingValue<String>.text)
    result.notifiesWatchers = core("subscribers", read: SettingValue<Bool>.phpFlag)
    result.putsUsersInFrom = result.from.map { text in
      .read(["@USER@", "@NAME@", "@MAIL@"].contains { text.contains($0) })
    }
    result.entries = settings.entries(isWanted: Self.isMail) { variable, path in
      variable + path.map { "['\($0)']" }.joined()
    }
    result.faults = settings.faults
    result.remarks = settings.inclusions + remarks(result)
    return result
  }

  private static func isMail(_ variable: String, _ path: [String]) -> Bool {
    guard variable == "$conf", let first = path.first else { return variable == "$conf" }
    if first == "plugin" { return path.count < 2 || path[1] == "smtp" }
    return first.hasPrefix("mail") || ["baseurl", "htmlmail", "notify", "registernotify", "subscribers"].contains(first)
  }

  private func core<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("$conf['\(key)']", "$conf", [key], read: read)
  }

  private func plugin<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("$conf['plugin']['smtp']['\(key)']", "$conf", ["plugin", "smtp", key], read: read)
  }

  /// The plugin replaces `mail()` as soon as it is installed; its settings tell that it is.
  private var transport: Setting<MailTransport> {
    let isOn = settings.setting("$plugins['smtp']", "$plugins", ["smtp"], read: SettingValue<Bool>.phpFlag)
    if isOn.value == false { return isOn.map { _ in .read(.phpMail) } }
    let path = ["plugin", "smtp"]
    let found = settings.find("$conf", path) ?? settings.hasElements("$conf", path)
    let place = found.map { settings.place($0.literal.range.lowerBound, in: $0.file) }
    return Setting("$conf['plugin']['smtp']", found == nil ? .absent : .read(.smtp), place)
  }

  /// The plugin greets and sends by itself: what DokuWiki has for `mail()` does nothing then.
  private func remarks(_ result: SubmissionSettings) -> [SettingRemark] {
    let own = result.envelopeSender
    guard result.transport.value == .smtp, own.value.map({ !$0.isEmpty }) == true, let place = own.place else {
      return []
    }
    return [
      SettingRemark(
        place: place,
        message: "the smtp plugin does not look at mailreturnpath: bounces go to the address in From")
    ]
  }

  private func connection(_ result: inout SubmissionSettings) {
    let host = plugin("smtp_host", read: SettingValue<String>.text)
    result.scheme = host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = plugin("smtp_port", read: SettingValue<Int>.number)
    result.security = plugin("smtp_ssl") { value in
      switch value {
      case .string("ssl"): .read(.implicitTLS)
      case .string("tls"): .read(.startTLS)
      case .string(""), .null, .boolean(false), .number(0): .read(.none)
      default: .malformed("the plugin knows ssl, tls and an empty text")
      }
    }
    result.verification = verification
    result.debug = plugin("debug", read: SettingValue<Bool>.phpFlag)
  }

  /// `smtp_allow_insecure`; `allow_insecure` stands in files of some versions.
  private var verification: Setting<CertificateVerification> {
    let current = plugin("smtp_allow_insecure", read: SettingValue<Bool>.phpFlag)
    let flag = current.isAbsent ? plugin("allow_insecure", read: SettingValue<Bool>.phpFlag) : current
    return flag.isAbsent ? Setting(current.name, .absent) : flag.map { .read($0 ? .none : .full) }
  }
}
