/// Files of lines.
extension SettingsSyntax {
  /// `NAME=value`, with quotes around what is more than letters and digits.
  static func dotenv(_ dialect: DotenvScript.Dialect) -> SettingsSyntax {
    SettingsSyntax(
      read: { DotenvScript.read($0, dialect) }, literal: dotenvText,
      line: { setting in
        dotenvText(setting.value).map { "\(setting.variable)=\($0)" }
      }, allowsBare: true, kept: { dotenvQuoted($0) })
  }

  private static func dotenvText(_ value: SettingAssignment.Value) -> String? {
    let text = value.bare()
    return text.allSatisfy(isPlain) && !text.isEmpty ? text : dotenvQuoted(text)
  }

  private static func dotenvQuoted(_ text: String) -> String {
    "\"" + text.map { "\"\\$".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// `[section]` and `KEY = value`; backquotes keep signs that begin a comment.
  static func ini(_ dialect: INIDialect) -> SettingsSyntax {
    SettingsSyntax(
      read: { INIScript.read($0, dialect) }, literal: iniText, line: iniLine,
      block: { all in
        var lines: [String] = []
        for (place, setting) in all.enumerated() {
          if place == 0 || all[place - 1].variable != setting.variable, !setting.variable.isEmpty {
            lines += (lines.isEmpty ? [] : [""]) + ["[\(setting.variable)]"]
          }
          lines += [iniLine(setting)].compactMap { $0 }
        }
        return lines
      }, allowsBare: true, kept: backquoted)
  }

  private static func iniLine(_ setting: SettingAssignment) -> String? {
    iniText(setting.value).map { "\(setting.path.last ?? "") = \($0)" }
  }

  private static func iniText(_ value: SettingAssignment.Value) -> String? {
    let text = value.bare()
    if text.contains(where: { "\"'`\n\\".contains($0) }) || text.contains("%(") || text.contains("${") { return nil }
    return text.contains(where: { "#;".contains($0) }) ? backquoted(text) : text
  }

  private static func backquoted(_ text: String) -> String? {
    text.contains(where: { "`\n".contains($0) }) ? nil : "`\(text)`"
  }

  /// `name value`, as msmtp reads it.
  static let msmtp = SettingsSyntax(
    read: MsmtpScript.read, literal: { solid($0, yes: "on", no: "off") },
    line: msmtpLine, block: { all in ["account default"] + all.compactMap(msmtpLine) }, allowsBare: true)

  private static func msmtpLine(_ setting: SettingAssignment) -> String? {
    solid(setting.value, yes: "on", no: "off").map { "\(setting.path.last ?? "") \($0)" }
  }

  /// `Name=value`, as sSMTP reads it.
  static let ssmtp = SettingsSyntax(
    read: SSMTPReader.script, literal: { solid($0, yes: "YES", no: "NO", without: "#=") },
    line: { setting in
      let name = SSMTPReader.names[setting.variable] ?? setting.variable
      return solid(setting.value, yes: "YES", no: "NO", without: "#=").map { "\(name)=\($0)" }
    }, allowsBare: true)

  /// `name = value`, as Postfix reads it.
  static let mainCF = SettingsSyntax(
    read: MainCFScript.read, literal: { solid($0, yes: "yes", no: "no", without: "$") },
    line: { setting in
      solid(setting.value, yes: "yes", no: "no", without: "$").map { "\(setting.variable) = \($0)" }
    }, allowsBare: true)

  /// `name = value`, as `discourse.conf` has it.
  static let discourseConf = SettingsSyntax(
    read: DiscourseConf.read, literal: { solid($0, yes: "true", no: "false", without: "#'\"") },
    line: { setting in
      solid(setting.value, yes: "true", no: "false", without: "#'\"").map {
        "\(DiscourseConf.name(setting.path.last ?? "")) = \($0)"
      }
    }, allowsBare: true)

  /// A value without a blank, or any of the signs that the file takes for something else.
  private static func solid(
    _ value: SettingAssignment.Value, yes: String, no: String, without signs: String = "#\""
  ) -> String? {
    let whole = value.bare(yes: yes, no: no)
    // A word to fill in is no value yet: its blanks may go.
    let text = whole.contains("<") ? String(whole.map { $0 == " " ? "-" : $0 }) : whole
    return text.isEmpty || text.contains { signs.contains($0) || $0.isWhitespace } ? nil : text
  }
}
