/// What an owner of a wiki should know about `LocalSettings.php`, beside what is predicted.
struct MediaWikiRemarks {
  let settings: LiteralSettings

  /// All remarks, in the order of the settings that they are about.
  var all: [SettingRemark] { unknownKeys + misplacedOptions + extensions + contact + order }

  /// The keys that PEAR Mail, Net_SMTP and MediaWiki know.
  private static let keys: Set<String> = [
    "host", "port", "auth", "username", "password", "localhost", "IDHost", "timeout", "debug", "debug_handler",
    "persist", "pipelining", "socket_options", "starttls", "verp"
  ]

  private var elements: [SettingEntry] {
    settings.entries(isWanted: { variable, _ in variable == "$wgSMTP" }, name: { $1.first ?? "" })
  }

  private var unknownKeys: [SettingRemark] {
    elements.compactMap { entry in
      if entry.name.isEmpty || Self.keys.contains(entry.name) { return nil }
      return SettingRemark(
        place: entry.place, message: "neither MediaWiki nor PEAR Mail reads the key \(entry.name) of $wgSMTP")
    }
  }

  /// Options for TLS count below `ssl` only.
  private var misplacedOptions: [SettingRemark] {
    let options = ["verify_peer", "verify_peer_name", "allow_self_signed", "cafile", "capath", "peer_name"]
    return options.compactMap { option in
      guard let found = settings.find("$wgSMTP", ["socket_options", option]), found.literal.value != .computed else {
        return nil
      }
      return SettingRemark(
        place: settings.place(found.literal.range.lowerBound, in: found.file),
        message: "\(option) does nothing here: PHP looks for it in socket_options['ssl']")
    }
  }

  /// Extensions that take the mail away from `$wgSMTP`.
  private var extensions: [SettingRemark] {
    let hook = settings.hasElements("$wgHooks", ["AlternateUserMailer"])
    let loaded = ["Mailgun", "SendGrid", "SMTPMailer"].compactMap { settings.find("wfLoadExtension()", [$0]) }
    return ([hook].compactMap { $0 } + loaded).map { found in
      SettingRemark(
        place: settings.place(found.literal.range.lowerBound, in: found.file),
        message: "this hands mail over by itself: $wgSMTP may do nothing")
    }
  }

  /// Old advice wants the block in front of the extensions.
  private var order: [SettingRemark] {
    guard let block = settings.find("$wgSMTP"), let first = settings.hasElements("wfLoadExtension()"),
      first.file == block.file, first.literal.range.lowerBound < block.literal.range.lowerBound
    else { return [] }
    return [
      SettingRemark(
        place: settings.place(block.literal.range.lowerBound, in: block.file),
        message: "$wgSMTP stands behind wfLoadExtension: that is right, the order makes no difference")
    ]
  }

  /// Old releases send some mail from `$wgEmergencyContact`, which nobody confirms.
  private var contact: [SettingRemark] {
    let sender: Setting<String> = settings.setting("", "$wgPasswordSender", [], read: SettingValue<String>.text)
    let contact: Setting<String> = settings.setting("", "$wgEmergencyContact", [], read: SettingValue<String>.text)
    guard let own = contact.value.flatMap(SenderText.domain), let usual = sender.value.flatMap(SenderText.domain),
      own.lowercased() != usual.lowercased(), let place = contact.place
    else { return [] }
    return [
      SettingRemark(
        place: place,
        message: "$wgEmergencyContact is at another domain than $wgPasswordSender: old releases send some mail from it")
    ]
  }
}
