/// How a kind of file writes settings.
struct SettingsSyntax: Sendable {
  /// Reads a file of the kind.
  let read: @Sendable ([UInt8]) -> LiteralScript
  /// A value as it stands behind the name.
  let literal: @Sendable (SettingAssignment.Value) -> String
  /// A line that sets one setting, without its end.
  let line: @Sendable (SettingAssignment) -> String
  /// The first line of a new file, when it needs one.
  var opening: String?
  /// What ends a file early: nothing may be written behind it.
  var closing: String?

  /// Where the last line of a file may be written.
  func end(of octets: [UInt8]) -> Int {
    let blank = octets.reversed().prefix {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ")
    }
    let text = octets.dropLast(blank.count)
    guard let closing, text.count >= closing.utf8.count, text.suffix(closing.utf8.count).elementsEqual(closing.utf8)
    else { return octets.count }
    return text.count - closing.utf8.count
  }
}

extension SettingsSyntax {
  /// `$conf['plugin']['smtp'] = 'x';`
  static let php = SettingsSyntax(
    read: PHPScript.read, literal: { quoted($0, escaped: "'\\") },
    line: { "\($0.variable)\(brackets($0.path)) = \(quoted($0.value, escaped: "'\\"));" }, opening: "<?php",
    closing: "?>")

  /// `gitlab_rails['smtp_port'] = 465`
  static let ruby = SettingsSyntax(
    read: RubyScript.read, literal: { quoted($0, escaped: "'\\") },
    line: { "\($0.variable)\(brackets($0.path)) = \(quoted($0.value, escaped: "'\\"))" })

  private static func brackets(_ path: [String]) -> String {
    path.map { "[\(quoted(.text($0), escaped: "'\\"))]" }.joined()
  }

  /// A text in single quotes, a number, or a word for true and false.
  private static func quoted(_ value: SettingAssignment.Value, escaped: String) -> String {
    switch value {
    case .text(let text):
      // By scalars: a quote with a mark above it is one character, and still a quote.
      "'" + text.unicodeScalars.map { escaped.unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    }
  }
}
