extension KeyedWriter {
  /// Nextcloud: elements of `$CONFIG`. The name in EHLO follows `overwrite.cli.url`, which is more than a setting of mail.
  static let nextcloud = KeyedWriter(
    syntax: .phpList,
    keys: { _ in
      SettingKeys(
        host: key("mail_smtphost"), port: key("mail_smtpport"), userName: key("mail_smtpname"),
        secret: key("mail_smtppassword"), verification: verification, debug: [key("mail_smtpdebug").set(.flag(false))],
        login: [key("mail_smtpauth").set(.flag(true))])
    },
    // Everything but ssl is left to Symfony, which takes STARTTLS when it is offered.
    modes: { mode, _ in [key("mail_smtpsecure").set(.text(mode == .implicitTLS ? "ssl" : ""))] },
    opening: [key("mail_smtpmode").set(.text("smtp"))],
    ending: { [key("overwrite.cli.url").set(.text("https://" + $0.hostName))] },
    special: { change, _ in
      guard case .from(let address) = change, let domain = SenderText.domain(address) else { return nil }
      let local = String(SenderText.address(address).dropLast(domain.count + 1))
      return [key("mail_from_address").set(.text(local)), key("mail_domain").set(.text(domain))]
    })

  private static func key(_ name: String) -> SettingKey { SettingKey("$CONFIG", name) }

  private static var verification: [SettingAssignment] {
    [("verify_peer", true), ("verify_peer_name", true), ("allow_self_signed", false)].map { name, flag in
      SettingKey("$CONFIG", "mail_smtpstreamoptions", "ssl", name).change(.flag(flag))
    }
  }
}
