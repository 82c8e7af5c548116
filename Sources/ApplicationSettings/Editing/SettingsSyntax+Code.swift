/// Files in a programming language.
extension SettingsSyntax {
  /// `$conf['plugin']['smtp'] = 'x';` and `define('NAME', 'x');`
  static let php = SettingsSyntax(
    read: PHPScript.read, literal: { $0.quoted() }, line: { phpLine($0, brackets($0.path)) }, isCode: true,
    opening: "<?php",
    closing: "?>")

  /// `$CFG->smtphosts = 'x';`
  static let phpObject = SettingsSyntax(
    read: PHPScript.read, literal: { $0.quoted() },
    line: { setting in
      let first = setting.path.first.map { "->\($0)" } ?? ""
      return phpLine(setting, first + brackets(Array(setting.path.dropFirst())))
    }, isCode: true, opening: "<?php", closing: "?>")

  /// A file that returns or fills one list: `'mail_smtphost' => 'x',`.
  static let phpList: SettingsSyntax = {
    var syntax = php
    syntax.members = [phpMember]
    syntax.block = { all in
      let pairs = all.map { "  '\($0.path.last ?? "")' => \($0.value.quoted())," }
      return ["\(all.first?.variable ?? "$CONFIG") = ["] + pairs + ["];"]
    }
    return syntax
  }()

  private static func phpLine(_ setting: SettingAssignment, _ path: String) -> String {
    setting.variable.hasPrefix("$")
      ? "\(setting.variable)\(path) = \(setting.value.quoted());"
      : "define('\(setting.variable)', \(setting.value.quoted()));"
  }

  private static let phpMember = MemberStyle(mark: { "'\($0)'" }) { path, value in
    path.count == 1 ? path.map { "'\($0)' => \(value)," } : nil
  }

  /// `gitlab_rails['smtp_port'] = 465`
  static let ruby = SettingsSyntax(
    read: RubyScript.read, literal: { $0.quoted() },
    line: { "\($0.variable)\(brackets($0.path)) = \($0.value.quoted())" }, isCode: true)

  /// `config.action_mailer.smtp_settings = { address: 'x' }`
  static let rails = SettingsSyntax(
    read: RubyScript.read, literal: { $0.quoted() },
    line: { setting in
      guard let key = setting.path.last, setting.path.count > 2 else {
        return "\(([setting.variable] + setting.path).joined(separator: ".")) = \(setting.value.quoted())"
      }
      let owner = ([setting.variable] + setting.path.dropLast()).joined(separator: ".")
      return "\(owner)[:\(key)] = \(setting.value.quoted())"
    }, block: railsBlock,
    members: [
      MemberStyle(mark: { "\($0):" }) { path, value in path.count == 1 ? path.map { "\($0): \(value)," } : nil },
      MemberStyle(mark: { ":\($0) " }) { path, value in path.count == 1 ? path.map { ":\($0) => \(value)," } : nil }
    ])

  private static func railsBlock(_ all: [SettingAssignment]) -> [String] {
    var (lines, open): ([String], String?) = ([], nil)
    for setting in all {
      let owner = ([setting.variable] + setting.path.dropLast()).joined(separator: ".")
      let isElement = setting.path.count > 2
      if let name = open, !isElement || name != owner {
        lines.append("}")
        open = nil
      }
      if isElement, open == nil {
        lines.append("\(owner) = {")
        open = owner
      }
      let key = setting.path.last ?? ""
      lines.append(isElement ? "  \(key): \(setting.value.quoted())," : "\(owner).\(key) = \(setting.value.quoted())")
    }
    return lines + (open == nil ? [] : ["}"])
  }

  /// `EMAIL_HOST = 'x'`
  static let python = SettingsSyntax(
    read: PythonScript.read, literal: { $0.quoted(yes: "True", no: "False") },
    line: { "\($0.variable) = \($0.value.quoted(yes: "True", no: "False"))" })

  private static func brackets(_ path: [String]) -> String {
    path.map { "[\(SettingAssignment.Value.text($0).quoted())]" }.joined()
  }
}
