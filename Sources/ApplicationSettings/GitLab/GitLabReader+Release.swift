extension GitLabReader {
  /// What depends on the release, and on settings beside those of SMTP.
  func refine(_ result: inout SubmissionSettings, release: GitLabRelease?, hasEncryptedFile: Bool) {
    transport(&result)
    if result.authorities.isAbsent { result.authorities = path("smtp_ca_path") }
    if hasEncryptedFile || !path("encrypted_settings_path").isAbsent || !path("smtp_secret_file").isAbsent {
      encryptedLogin(&result)
    }
    if let release, release >= .ruby3, release < .exact, result.security.value == ConnectionSecurity.none {
      result.security = Setting(result.security.name, .read(.startTLSIfOffered), result.security.place)
    }
    result.remarks += exclusions(release) + mechanismRemark + bundled
  }

  private func path(_ key: String) -> Setting<String> { rails(key, read: SettingValue<String>.text) }

  /// Mailers that take the place of SMTP.
  private func transport(_ result: inout SubmissionSettings) {
    if result.transport.value == .disabled { return }
    for key in ["microsoft_graph_mailer_enabled", "amazon_ses_mailer_enabled"] {
      let isEnabled = rails(key, read: SettingValue<Bool>.rubyFlag)
      if isEnabled.value == true { result.transport = isEnabled.map { _ in .read(.service) } }
    }
  }

  /// Where user or password are not in `gitlab.rb`, they come from `smtp.yaml.enc`.
  private func encryptedLogin(_ result: inout SubmissionSettings) {
    let words = "it stands in the encrypted file smtp.yaml.enc"
    if result.userName.isAbsent {
      result.userName = Setting(result.userName.name, .computed(words), result.userName.place)
      result.authenticates = Setting(result.userName.name, .computed(words), result.userName.place)
    }
    if result.secret.isAbsent { result.secret = Setting(result.secret.name, .computed(words), result.secret.place) }
  }

  private func exclusions(_ release: GitLabRelease?) -> [SettingRemark] {
    if let release, release < .exact { return [] }
    let automatic = rails("smtp_enable_starttls_auto", read: SettingValue<Bool>.rubyFlag)
    guard automatic.value == true, let place = automatic.place else { return [] }
    let implicit = ["smtp_tls", "smtp_ssl"].first { rails($0, read: SettingValue<Bool>.rubyFlag).value == true }
    return implicit.map {
      [SettingRemark(place: place, message: GitLabRelease.exclusion($0, "smtp_enable_starttls_auto"))]
    } ?? []
  }

  /// `false` and its like were handed on as the name of a mechanism until the middle of 2026.
  private var mechanismRemark: [SettingRemark] {
    let choice: Setting<Bool> = rails("smtp_authentication") { value in
      switch value {
      case .boolean(false), .string("none"), .string("false"), .string(""): .read(false)
      default: .absent
      }
    }
    guard choice.value == false, let place = choice.place else { return [] }
    return [
      SettingRemark(
        place: place,
        message:
          "only releases since June 2026 take this for no login, and older ones may fail to send: take the line out")
    ]
  }

  /// Mattermost of the package sends by settings of its own.
  private var bundled: [SettingRemark] {
    guard let first = settings.find("mattermost", ["email_smtp_server"]) else { return [] }
    return [
      SettingRemark(
        place: settings.place(first.literal.range.lowerBound, in: first.file),
        message: "Mattermost sends by settings of its own (mattermost['email_…']), which are not judged here")
    ]
  }
}
