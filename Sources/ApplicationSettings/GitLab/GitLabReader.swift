/// Reads `gitlab.rb` of GitLab's Linux package: `gitlab_rails['smtp_…']` and `gitlab_rails['gitlab_email_…']`.
struct GitLabReader {
  let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings { read(files, version: nil) }

  /// `smtp.yaml.enc` cannot be read, but that it is there tells where user and password stand.
  static func read(_ files: [SettingsFile], version: String?) -> SubmissionSettings {
    let readable = files.filter { !$0.baseName.hasSuffix(".enc") }
    let reader = GitLabReader(settings: LiteralSettings(readable, read: RubyScript.read))
    var result = reader.submission
    reader.refine(
      &result, release: version.flatMap { GitLabRelease($0) }, hasEncryptedFile: readable.count < files.count)
    return result
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.gitlab, transport: transport)
    result.host = rails("smtp_address", read: SettingValue<String>.text)
    result.scheme = result.host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = result.host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = rails("smtp_port", read: SettingValue<Int>.number)
    result.security = security
    result.verification = verification
    result.authorities = rails("smtp_ca_file", read: SettingValue<String>.text)
    result.timeout = rails("smtp_open_timeout", read: SettingValue<Int>.number)
    result.pool = rails("smtp_pool", read: SettingValue<Bool>.rubyFlag)
    login(&result)
    result.greetingName = rails("smtp_domain", read: SettingValue<String>.text)
    result.from = rails("gitlab_email_from", read: SettingValue<String>.text)
    result.envelopeSender = result.from
    result.replyTo = rails("gitlab_email_reply_to", read: SettingValue<String>.text)
    result.site = settings.setting("external_url", "external_url", [], read: SettingValue<String>.text)
    result.entries = settings.entries(isWanted: Self.isMail) { variable, path in
      variable + path.map { "['\($0)']" }.joined()
    }
    result.faults = settings.faults
    let remarks = GitLabRemarks(settings: settings, read: result)
    result.remarks = settings.inclusions + remarks.all
    result.silentNodes = remarks.silentNodes
    result.asksStartTLS = flag("smtp_enable_starttls_auto")
    result.worksQueue = worksQueue
    result.idle = idle
    return result
  }

  private static func isMail(_ variable: String, _ path: [String]) -> Bool {
    if variable == "external_url" { return true }
    guard variable == "gitlab_rails", let key = path.first else { return false }
    return ["smtp_", "gitlab_email_", "microsoft_graph_mailer_", "amazon_ses_mailer_", "encrypted_settings_path"]
      .contains { key.hasPrefix($0) }
  }

  func rails<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("gitlab_rails['\(key)']", "gitlab_rails", [key], read: read)
  }

  private func flag(_ key: String) -> Setting<Bool> { rails(key, read: SettingValue<Bool>.rubyFlag) }

  private var transport: Setting<MailTransport> {
    let isEnabled = flag("gitlab_email_enabled")
    if isEnabled.value == false { return isEnabled.map { _ in .read(.disabled) } }
    return flag("smtp_enable").map { .read($0 ? .smtp : .sendmail) }
  }

  /// `smtp_tls` and `smtp_ssl` mean implicit TLS; nothing set means STARTTLS when it is offered.
  private var security: Setting<ConnectionSecurity> {
    for key in ["smtp_tls", "smtp_ssl"] {
      let implicit = flag(key)
      if implicit.value == true || implicit.isUnknown { return implicit.map { _ in .read(.implicitTLS) } }
    }
    let offered = flag("smtp_enable_starttls_auto")
    return offered.map { .read($0 ? .startTLSIfOffered : .none) }
  }

  /// A name as it is written: the package puts it into a constant of OpenSSL.
  private var verification: Setting<CertificateVerification> {
    rails("smtp_openssl_verify_mode") { value in
      if value == .null { return .absent }
      guard case .string(let text) = value, let mode = OpenSSLVerifyMode.named(text) else {
        return .malformed("GitLab knows \(OpenSSLVerifyMode.names)")
      }
      return .read(mode)
    }
  }

  private func login(_ result: inout SubmissionSettings) {
    result.mechanism = rails("smtp_authentication") { value in
      switch value {
      case .string(""), .string("none"), .string("false"), .boolean(false), .null: .absent
      case let value: SettingValue<String>.text(value)
      }
    }
    result.noMechanism = rails("smtp_authentication") { value in
      switch value {
      case .string("none"), .string("false"): .read("none")
      case .boolean(false): .read("false")
      default: .absent
      }
    }
    result.userName = rails("smtp_user_name", read: SettingValue<String>.text)
    result.secret = rails("smtp_password", read: SettingValue<SecretTrace>.secret)
    // net-smtp logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
  }

  /// A key that the package does not write out.
  private var idle: [IdleSetting] {
    let key = flag("smtp_force_ssl")
    guard !key.isAbsent else { return [] }
    return [
      IdleSetting(
        setting: key.map { .read(String($0)) }, reason: "the package does not write it out",
        remedy: "Take the line out; smtp_tls or smtp_enable_starttls_auto decide.")
    ]
  }

  /// Mail waits in the queue `mailers`. Where `queue_groups` is not set, each process works through all queues; a text of
  /// it is a list of queues with commas, `*` for all, or a selector of its own, which is not read.
  private var worksQueue: Setting<Bool> {
    settings.setting("sidekiq['queue_groups']", "sidekiq", ["queue_groups"]) { value in
      guard case .list(let groups) = value else { return .malformed("it is no list") }
      var names: [String] = []
      for group in groups {
        guard case .string(let text) = group.value.value, !text.contains(where: { "=&|!".contains($0) }) else {
          return .computed("a selector of queues")
        }
        names += text.split(separator: ",").map { String($0).trimmed }
      }
      return .read(names.contains("*") || names.contains("mailers"))
    }
  }
}
