/// The command that `mail()` of PHP runs, as a file of settings gives it.
public struct PHPMailCommand: Sendable, Hashable {
  /// The setting.
  public let setting: LocatedText

  /// Makes the value of a setting.
  public init(_ setting: LocatedText) {
    self.setting = setting
  }

  /// PHP's own default (php.ini, `sendmail_path`).
  public static let standard = "/usr/sbin/sendmail -t -i"

  /// The program, the first word of the command.
  public var program: String { words.first ?? "" }

  /// Whether the command names the envelope sender.
  public var namesSender: Bool { words.dropFirst().contains { $0.hasPrefix("-f") || $0.hasPrefix("--from") } }

  private var words: [String] { setting.text.split { $0 == " " || $0 == "\t" }.map { String($0).unquoted } }

  /// The last command that a php.ini or a pool of FPM sets; nil when none does.
  public static func last(in file: TextFile) -> PHPMailCommand? {
    let setting = file.pairs(commentedBy: ";#[").last { pair in
      let key = pair.key.lowercased().filter { $0 != " " }
      return ["sendmail_path", "php_admin_value[sendmail_path]", "php_value[sendmail_path]"].contains(key)
    }
    guard let setting, !setting.text.isEmpty else { return nil }
    return PHPMailCommand(
      LocatedText(value(setting.text), key: setting.key, file: setting.file, line: setting.line))
  }

  /// A value in quotation marks ends at the second one, any other at a semicolon.
  private static func value(_ text: String) -> String {
    guard let mark = text.first, mark == "\"" || mark == "'" else {
      return String(text.prefix { $0 != ";" }).trimmed
    }
    return String(text.dropFirst().prefix { $0 != mark })
  }
}
