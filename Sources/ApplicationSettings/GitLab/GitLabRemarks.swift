/// What an owner of a GitLab should know of the files, beside what checks judge.
struct GitLabRemarks {
  let settings: LiteralSettings
  /// What was read.
  let read: SubmissionSettings

  var all: [SettingRemark] {
    keys + [encrypted, explicitFalse].compactMap(\.self)
  }

  /// Keys that do not do what their names promise.
  private static let words: [(key: String, message: String)] = [
    (
      "smtp_ca_path",
      "smtp_ca_path is a folder whose files are named by hashes (openssl rehash); the folder trusted-certs is not read for "
        + "SMTP"
    ),
    (
      "smtp_pool",
      "smtp_pool keeps as many connections open as Sidekiq has threads, and the delivery method is :smtp_pool then; "
        + "compare that with how many the server allows at a time"
    )
  ]

  private var keys: [SettingRemark] {
    Self.words.compactMap { word in
      guard let found = settings.find("gitlab_rails", [word.key]), found.literal.value != .boolean(false),
        found.literal.value != .null
      else { return nil }
      return SettingRemark(place: settings.place(found.literal.range.lowerBound, in: found.file), message: word.message)
    }
  }

  /// User name and password may stand in a file that only GitLab can read.
  private var encrypted: SettingRemark? {
    guard read.transport.value == .smtp, read.userName.isAbsent, read.secret.isAbsent, !read.mechanism.isAbsent,
      let place = read.mechanism.place
    else { return nil }
    return SettingRemark(
      place: place,
      message:
        "no user name and no password are here: they may stand in the encrypted file smtp.yaml.enc, whatever its "
        + "place (gitlab-rake gitlab:smtp:secret:show; encrypted configuration must be set up first)")
  }

  /// The library `mail` 2.8 takes `tls: false` for a choice.
  private var explicitFalse: SettingRemark? {
    guard !read.verification.isAbsent else { return nil }
    for key in ["smtp_tls", "smtp_ssl"] {
      guard let found = settings.find("gitlab_rails", [key]), found.literal.value == .boolean(false) else { continue }
      return SettingRemark(
        place: settings.place(found.literal.range.lowerBound, in: found.file),
        message: "GitLab releases with mail gem 2.8 take \(key) = false for a choice: STARTTLS then ignores "
          + "smtp_openssl_verify_mode and verifies; false is the default, so take the line out")
    }
    return nil
  }

  /// Sidekiq sends the mail: each node that runs it needs the settings. It runs unless it is switched off, or the roles of
  /// the node are others.
  var silentNodes: [SettingPlace] {
    if read.transport.isAbsent || read.transport.value == .disabled { return [] }
    return settings.filesWithout("smtp_enable", of: "gitlab_rails").filter { node in
      !settings.hasValue(.boolean(false), "sidekiq", ["enable"], in: node.file)
        && !settings.hasValue(.boolean(false), "gitlab_rails", ["gitlab_email_enabled"], in: node.file)
    }
  }
}
