/// Reads `LocalSettings.php` of MediaWiki: `$wgSMTP` is handed to PEAR Mail, which hands it to Net_SMTP.
struct MediaWikiReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    MediaWikiReader(settings: LiteralSettings(files, read: PHPScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.mediawiki, transport: transport)
    connection(&result)
    login(&result)
    names(&result)
    result.entries = settings.entries { variable, _ in
      Self.variables.contains(variable)
    } name: {
      Self.name($0, $1)
    }
    result.faults = settings.faults
    let packages = MediaWikiPackageRemarks(settings: settings, read: result)
    result.remarks = settings.inclusions + MediaWikiRemarks(settings: settings).all + packages.all
    result.hindrances = packages.hindrances
    return result
  }

  /// The variables that decide about mail.
  private static let variables: Set<String> = [
    "$wgSMTP", "$wgServer", "$wgServerName", "$wgEnableEmail", "$wgEnableUserEmail", "$wgUserEmailUseReplyTo",
    "$wgPasswordSender", "$wgPasswordSenderName", "$wgEmergencyContact", "$wgNoReplyAddress",
    "$wgAdditionalMailParams", "$wgEmailAuthentication", "$wgEnotifUserTalk", "$wgEnotifWatchlist",
    "$wgEnotifFromEditor", "$wgEnotifRevealEditorAddress", "$wgEnotifMaxRecips", "$wgAllowHTMLEmail"
  ]

  /// `$wgSMTP['host']`.
  static func name(_ variable: String, _ path: [String]) -> String {
    variable + path.map { $0.isEmpty ? "[]" : "['\($0)']" }.joined()
  }

  private func smtp<Value>(
    _ path: String..., read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    settings.setting(Self.name("$wgSMTP", path), "$wgSMTP", path, read: read)
  }

  private func global<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, [], read: read)
  }

  private var transport: Setting<MailTransport> {
    let isEnabled = global("$wgEnableEmail", read: SettingValue<Bool>.phpFlag)
    if isEnabled.value == false { return isEnabled.map { _ in .read(.disabled) } }
    let block: Setting<MailTransport> = global("$wgSMTP") { value in
      switch value {
      case .list: .read(.smtp)
      case .boolean(false), .null: .read(.phpMail)
      default: .malformed("it is no list of settings")
      }
    }
    if block.isAbsent, let element = settings.hasElements("$wgSMTP") {
      return Setting("$wgSMTP", .read(.smtp), settings.place(element.literal.range.lowerBound, in: element.file))
    }
    return block
  }

  private func connection(_ result: inout SubmissionSettings) {
    let host = smtp("host", read: SettingValue<String>.text)
    result.scheme = host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = smtp("port", read: SettingValue<Int>.number)
    result.security = security(host)
    let context = StreamContext(
      settings: settings, variable: "$wgSMTP", path: ["socket_options", "ssl"], name: Self.name)
    result.verification = context.verification
    result.authorities = context.authorities
    result.timeout = smtp("timeout", read: SettingValue<Int>.number)
    result.pool = smtp("persist", read: SettingValue<Bool>.phpFlag)
    result.debug = smtp("debug", read: SettingValue<Bool>.phpFlag)
    let watches = global("$wgEnotifWatchlist", read: SettingValue<Bool>.phpFlag)
    let talks = global("$wgEnotifUserTalk", read: SettingValue<Bool>.phpFlag)
    result.notifiesWatchers = watches.value == true || watches.isUnknown || talks.isAbsent ? watches : talks
  }

  /// PEAR begins TLS in the step of the login, when the server offers it; without a login never.
  private func security(_ host: Setting<String>) -> Setting<ConnectionSecurity> {
    if host.isUnknown { return host.map { _ in .computed("it depends on the host") } }
    if let scheme = result(host), ["ssl", "tls"].contains(scheme) { return host.map { _ in .read(.implicitTLS) } }
    let startTLS = smtp("starttls", read: SettingValue<Bool>.phpFlag)
    if !startTLS.isAbsent { return startTLS.map { .read($0 ? .startTLS : .none) } }
    let login = smtp("auth", read: SettingValue<Bool>.phpFlag)
    if login.isAbsent { return Setting(login.name, .read(.none), login.place) }
    return login.map { .read($0 ? .startTLSIfOffered : .none) }
  }

  private func result(_ host: Setting<String>) -> String? { host.value.flatMap { WebAddress.splitScheme($0).scheme } }

  private func login(_ result: inout SubmissionSettings) {
    let login: Setting<Literal.Value> = smtp("auth") { .read($0) }
    result.authenticates = login.map { SettingValue<Bool>.phpFlag($0) }
    result.mechanism = login.map { value in
      if case .string(let text) = value, text != "0", !text.isEmpty { .read(text) } else { .absent }
    }
    result.userName = smtp("username", read: SettingValue<String>.text)
    result.secret = smtp("password", read: SettingValue<SecretTrace>.secret)
  }

  private func names(_ result: inout SubmissionSettings) {
    result.greetingName = smtp("localhost", read: SettingValue<String>.text)
    result.messageIDHost = smtp("IDHost", read: SettingValue<String>.text)
    result.site = global("$wgServer", read: SettingValue<String>.text)
    result.from = global("$wgPasswordSender", read: SettingValue<String>.text)
    result.envelopeSender = result.from
    result.replyTo = global("$wgNoReplyAddress", read: SettingValue<String>.text)
    result.putsUsersInFrom = putsUsersInFrom
  }

  /// Mail from user to user has them in From unless `$wgUserEmailUseReplyTo` is true; mail about edits has the editor there
  /// where two settings allow it.
  private var putsUsersInFrom: Setting<Bool> {
    let editor = global("$wgEnotifFromEditor", read: SettingValue<Bool>.phpFlag)
    let reveals = global("$wgEnotifRevealEditorAddress", read: SettingValue<Bool>.phpFlag)
    if editor.value == true, reveals.value == true { return editor }
    let writes = global("$wgEnableUserEmail", read: SettingValue<Bool>.phpFlag)
    if writes.value == false { return writes }
    return global("$wgUserEmailUseReplyTo", read: SettingValue<Bool>.phpFlag).map { .read(!$0) }
  }
}
