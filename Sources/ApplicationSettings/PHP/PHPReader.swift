/// Reads `php.ini`: what `mail()` hands the mail to.
struct PHPReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    PHPReader(settings: LiteralSettings(files) { INIScript.read($0, .php) }).submission
  }

  private var submission: SubmissionSettings {
    let command = key("sendmail_path", read: SettingValue<String>.word)
    var result = SubmissionSettings(.php, transport: command.map { .read(Self.transport($0)) })
    let forced = key("mail.force_extra_parameters", read: SettingValue<String>.word)
    result.envelopeSender = forced.map { Self.sender($0) }.otherwise(command.map { Self.sender($0) })
    result.from = Setting("From", .absent)
    // These count on Windows alone.
    result.host = key("SMTP", read: SettingValue<String>.word)
    result.port = key("smtp_port", read: SettingValue<Int>.number)
    result.entries = settings.entries { _, path in
      path.first.map { Self.keys.contains($0) } ?? false
    } name: { _, path in
      path.joined(separator: ".")
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  private static let keys: Set<String> = [
    "sendmail_path", "sendmail_from", "SMTP", "smtp_port", "mail.add_x_header", "mail.force_extra_parameters",
    "mail.log", "mail.mixed_lf_and_crlf"
  ]

  private func key<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, "", [name], read: read)
  }

  /// A command that leads nowhere switches mail off.
  private static func transport(_ command: String) -> MailTransport {
    let program = command.split(separator: " ").first ?? ""
    return ["/bin/true", "/usr/bin/true", "/dev/null"].contains(program) ? .disabled : .sendmail
  }

  /// The address behind `-f` or `-r`, joined or not.
  private static func sender(_ command: String) -> SettingValue<String> {
    let words = command.split { $0 == " " || $0 == "\t" }
    for (place, word) in words.enumerated() where word.hasPrefix("-f") || word.hasPrefix("-r") {
      if word.count > 2 { return .read(String(word.dropFirst(2))) }
      guard place + 1 < words.count else { return .malformed("no address follows \(word)") }
      return .read(String(words[place + 1]))
    }
    return .absent
  }

  private var remarks: [SettingRemark] {
    var remarks: [SettingRemark] = []
    let server = key("SMTP", read: SettingValue<String>.word)
    if let name = server.value, name != "localhost", let place = server.place {
      remarks.append(
        SettingRemark(
          place: place,
          message: "SMTP, smtp_port and sendmail_from count on Windows alone; elsewhere mail() runs sendmail_path"))
    }
    let header = key("mail.add_x_header") { SettingValue<Bool>.flag($0, yes: ["1", "on", "yes", "true"], no: []) }
    if header.value == true, let place = header.place {
      remarks.append(
        SettingRemark(place: place, message: "every message tells the name of the script and the number of its account")
      )
    }
    return remarks
  }
}
