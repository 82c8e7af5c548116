extension KeyedWriter {
  /// `php.ini`: what `mail()` of PHP hands to sendmail. It names no server, so there is no example.
  static let php = KeyedWriter(
    syntax: .ini(.php), keys: { _ in SettingKeys() }, modes: { _, _ in nil }, hasExample: false,
    special: { change, settings in
      guard case .envelopeSender(let address) = change else { return nil }
      let isForced = settings.envelopeSender.name == "mail.force_extra_parameters"
      if !settings.envelopeSender.isAbsent, !isForced { return nil }
      return [SettingKey("", "mail.force_extra_parameters").set(.text("-f" + address))]
    })
}
